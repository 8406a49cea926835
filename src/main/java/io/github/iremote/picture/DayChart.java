package io.github.iremote.picture;

import io.github.iremote.picture.Canvas.Anchor;
import io.github.iremote.picture.Canvas.Lettering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A time of a car as a picture: the level, what moved it, and what happened. */
public final class DayChart {
  public static final int WIDTH = 1200;
  private static final double LEFT = 64;
  private static final double RIGHT = WIDTH - 40;
  private static final double TOP = 104;
  private static final double BOTTOM = 480;
  private static final double AXIS_TEXT = BOTTOM + 28;
  private static final double FIRST_ROW = AXIS_TEXT + 36;
  private static final double ROW = 28;
  private static final double THINNEST_BAND = 3;
  private static final double KEY_GAP = 16;
  private static final int HOURS_WITH_ROOM = 10;

  private final Scene scene;
  private final Canvas canvas;
  private final double right;

  private DayChart(Scene scene, Canvas canvas) {
    this.scene = scene;
    this.canvas = canvas;
    this.right = scene.right().isPresent() ? RIGHT - 30 : RIGHT;
  }

  /** How high the picture is: as many rows of events as it needs. */
  public static int height(Scene scene, Canvas measure) {
    DayChart chart = new DayChart(scene, measure);
    int rows = chart.labels().stream().mapToInt(label -> label.row() + 1).max().orElse(0);
    return (int) (rows == 0 ? AXIS_TEXT + 24 : FIRST_ROW + rows * ROW);
  }

  public static void draw(Scene scene, Canvas canvas) {
    DayChart chart = new DayChart(scene, canvas);
    chart.heading();
    chart.grid();
    scene.bands().forEach(chart::band);
    scene.curves().forEach(chart::curve);
    chart.bandLabels();
    chart.marks();
  }

  private void heading() {
    double end = RIGHT;
    for (int i = scene.curves().size() - 1; i >= 0 && scene.curves().size() > 1; i--) {
      end = key(scene.curves().get(i), end);
    }
    canvas.fitted(scene.title(), LEFT, 40, end, Ink.TEXT, Lettering.TITLE, Lettering.STRONG);
    canvas.fitted(
        scene.subtitle(), LEFT, 68, RIGHT, Ink.FAINT, Lettering.SUBTITLE, Lettering.LABEL);
  }

  /** What a curve is called, where there are several; returns where the next may end. */
  private double key(Scene.Curve curve, double end) {
    double start = end - canvas.width(curve.name(), Lettering.LABEL);
    canvas.text(curve.name(), start, 40, Lettering.LABEL, Ink.TEXT, Anchor.START);
    canvas.line(new double[] {start - 32, start - 8}, new double[] {35, 35}, 3, curve.ink());
    return start - 32 - KEY_GAP;
  }

  private void grid() {
    double top =
        scene.curves().stream()
            .filter(Scene.Curve::right)
            .mapToDouble(Scene.Curve::top)
            .max()
            .orElse(0);
    for (int percent = 0; percent <= 100; percent += 20) {
      double y = y(percent, 100);
      canvas.line(new double[] {LEFT, right}, new double[] {y, y}, 1, Ink.GRID);
      canvas.text(percent + " %", LEFT - 10, y + 5, Lettering.AXIS, Ink.FAINT, Anchor.END);
      if (scene.right().isPresent()) {
        String text = Math.round(top * percent / 100) + " " + scene.right().get();
        canvas.text(text, right + 8, y + 5, Lettering.AXIS, Ink.POWER, Anchor.START);
      }
    }
  }

  private double x(Instant at) {
    return LEFT + (right - LEFT) * Math.max(0, Math.min(1, scene.part(at)));
  }

  private static double y(double value, double top) {
    return BOTTOM - (BOTTOM - TOP) * Math.max(0, Math.min(1, value / top));
  }

  private void band(Scene.Band band) {
    double from = x(band.start());
    double to = Math.max(x(band.to()), from + THINNEST_BAND);
    canvas.box(
        from, TOP, to - from, BOTTOM - TOP, band.charge() ? Ink.CHARGE_BAND : Ink.DRIVE_BAND);
    canvas.box(from, BOTTOM, to - from, 5, band.charge() ? Ink.CHARGE : Ink.DRIVE);
  }

  private void curve(Scene.Curve curve) {
    int count = curve.points().size();
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = x(curve.points().get(i).at());
      y[i] = y(curve.points().get(i).value(), curve.top());
    }
    if (count > 0) {
      if (curve.ink() == Ink.BATTERY) {
        canvas.area(x, y, BOTTOM, Ink.BATTERY_AREA);
      }
      canvas.line(x, y, 3, curve.ink());
    }
  }

  /**
   * Above the band, where no curve comes, as far as there is room: in the longest form for which
   * there is.
   */
  private void bandLabels() {
    Rows rows = new Rows(8);
    for (Scene.Band band : scene.bands()) {
      for (String label : band.labels()) {
        double width = canvas.width(label, Lettering.STRONG);
        double middle = (x(band.start()) + x(band.to())) / 2;
        double start = Math.max(LEFT, Math.min(middle - width / 2, right - width));
        if (rows.take(0, start, start + width)) {
          Ink ink = band.charge() ? Ink.CHARGE_TEXT : Ink.DRIVE_TEXT;
          canvas.text(label, start, TOP - 9, Lettering.STRONG, ink, Anchor.START);
          break;
        }
      }
    }
  }

  private List<EventLabels.Label> labels() {
    List<EventLabels.Label> labels = new ArrayList<>();
    EventLabels placed = new EventLabels(RIGHT);
    List<Scene.Mark> marks = new ArrayList<>(scene.marks());
    marks.sort((one, other) -> other.at().compareTo(one.at()));
    for (Scene.Mark mark : marks) {
      String words = Tick.clock(mark.at(), scene) + " " + mark.text();
      String text = canvas.cut(words, RIGHT - LEFT, Lettering.LABEL);
      double width = canvas.width(text, Lettering.LABEL);
      labels.add(placed.place(mark, text, x(mark.at()), width));
    }
    return labels;
  }

  private void marks() {
    List<EventLabels.Label> labels = labels();
    for (EventLabels.Label label : labels) {
      double top = level(label.mark().at()).orElse(BOTTOM);
      Ink ink = label.mark().urgent() ? Ink.URGENT : Ink.FAINT;
      canvas.dashes(label.x(), top, FIRST_ROW + label.row() * ROW - 14, ink);
    }
    axis();
    for (EventLabels.Label label : labels) {
      Ink ink = label.mark().urgent() ? Ink.URGENT : Ink.TEXT;
      double y = FIRST_ROW + label.row() * ROW;
      canvas.text(label.text(), label.start(), y, Lettering.LABEL, ink, Anchor.START);
      Ink own = marked().map(Scene.Curve::ink).orElse(Ink.BATTERY);
      Ink ring = label.mark().urgent() ? Ink.URGENT : own;
      level(label.mark().at()).ifPresent(top -> canvas.ring(label.x(), top, 5, ring));
    }
  }

  private void axis() {
    for (Tick tick : Tick.of(scene, HOURS_WITH_ROOM)) {
      canvas.text(tick.label(), x(tick.at()), AXIS_TEXT, Lettering.AXIS, Ink.FAINT, Anchor.MIDDLE);
    }
  }

  /** The curve on which events are marked. */
  private Optional<Scene.Curve> marked() {
    return scene.curves().stream().filter(curve -> !curve.right()).findFirst();
  }

  private Optional<Double> level(Instant at) {
    return marked().flatMap(curve -> Scene.value(curve, at).map(value -> y(value, curve.top())));
  }
}
