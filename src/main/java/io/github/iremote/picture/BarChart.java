package io.github.iremote.picture;

import io.github.iremote.picture.Canvas.Anchor;
import io.github.iremote.picture.Canvas.Lettering;

/** Days side by side: a row of bars for each figure. */
public final class BarChart {
  public static final int HEIGHT = 630;
  private static final double LEFT = 84;
  private static final double RIGHT = DayChart.WIDTH - 40;
  private static final double TOP = 134;
  private static final double BOTTOM = HEIGHT - 56;
  private static final double BETWEEN = 46;

  private final Bars bars;
  private final Canvas canvas;

  private BarChart(Bars bars, Canvas canvas) {
    this.bars = bars;
    this.canvas = canvas;
  }

  public static void draw(Bars bars, Canvas canvas) {
    BarChart chart = new BarChart(bars, canvas);
    canvas.fitted(bars.title(), 64, 46, RIGHT, Ink.TEXT, Lettering.TITLE, Lettering.STRONG);
    canvas.fitted(bars.subtitle(), 64, 76, RIGHT, Ink.FAINT, Lettering.SUBTITLE, Lettering.LABEL);
    int count = Math.max(1, bars.groups().size());
    double height = (BOTTOM - TOP - BETWEEN * (count - 1)) / count;
    for (int i = 0; i < bars.groups().size(); i++) {
      double top = TOP + i * (height + BETWEEN);
      chart.group(bars.groups().get(i), top, top + height);
    }
    chart.days();
  }

  private void group(Bars.Group group, double top, double bottom) {
    double step = step(group.top());
    double most = Math.max(step, Math.ceil(group.top() / step) * step);
    for (double value = 0; value <= most + step / 2; value += step) {
      double y = bottom - (bottom - top) * value / most;
      canvas.line(new double[] {LEFT, RIGHT}, new double[] {y, y}, 1, Ink.GRID);
      String text = number(value) + (value + step > most ? " " + group.unit() : "");
      canvas.text(text, LEFT - 10, y + 5, Lettering.AXIS, Ink.FAINT, Anchor.END);
    }
    double column = (RIGHT - LEFT) / Math.max(1, bars.days().size());
    for (int i = 0; i < group.values().size(); i++) {
      double height = (bottom - top) * group.values().get(i) / most;
      if (height > 0) {
        canvas.box(
            LEFT + i * column + column * 0.15, bottom - height, column * 0.7, height, group.ink());
      }
    }
    canvas.text(group.name(), LEFT, top - 12, Lettering.STRONG, Ink.TEXT, Anchor.START);
  }

  private void days() {
    double column = (RIGHT - LEFT) / Math.max(1, bars.days().size());
    Rows rows = new Rows(4);
    for (int i = 0; i < bars.days().size(); i++) {
      double middle = LEFT + (i + 0.5) * column;
      double half = canvas.width(bars.days().get(i), Lettering.AXIS) / 2;
      if (rows.take(0, middle - half, middle + half)) {
        canvas.text(
            bars.days().get(i), middle, BOTTOM + 24, Lettering.AXIS, Ink.FAINT, Anchor.MIDDLE);
      }
    }
  }

  /** A round step, so that there are three or four. */
  static double step(double top) {
    double rough = Math.max(top, 1) / 3;
    double ten = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : new double[] {1, 2, 5, 10}) {
      if (factor * ten >= rough) {
        return factor * ten;
      }
    }
    return 10 * ten;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString(Math.round(value))
        : Double.toString(Math.round(value * 10) / 10.0);
  }
}
