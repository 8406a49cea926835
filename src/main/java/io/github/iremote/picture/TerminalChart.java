package io.github.iremote.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A time of a car in a terminal: the level in dots, a row of bands, and the events beneath. */
public final class TerminalChart {
  private static final int AXIS = 6;
  private static final int TICK_ROOM = 9;

  private final Scene scene;
  private final Terminal terminal;
  private final int columns;

  private TerminalChart(Scene scene, Terminal terminal) {
    this.scene = scene;
    this.terminal = terminal;
    this.columns = Math.max(20, terminal.columns() - AXIS - 1);
  }

  /** The lines, none longer than the terminal is wide. */
  public static List<String> lines(Scene scene, Terminal terminal) {
    TerminalChart chart = new TerminalChart(scene, terminal);
    List<String> lines = new ArrayList<>();
    lines.add(terminal.paint(terminal.cut(scene.title()), Terminal.Colour.BOLD));
    for (String line : terminal.wrapped(scene.subtitle())) {
      lines.add(terminal.paint(line, Terminal.Colour.FAINT));
    }
    lines.add("");
    chart.plot(lines);
    if (!scene.bands().isEmpty()) {
      lines.add(chart.bands());
      chart.bandLabels().ifPresent(lines::add);
    }
    lines.add(chart.axis());
    chart.events(lines);
    return lines;
  }

  private void plot(List<String> lines) {
    int rows = columns < 60 ? 7 : columns < 120 ? 9 : 13; // odd: the half has a row of its own
    Dots dots = terminal.utf8() ? Dots.braille(columns, rows) : Dots.ascii(columns, rows);
    List<Scene.Curve> curves = new ArrayList<>(scene.curves());
    curves.removeIf(Scene.Curve::right);
    for (int i = 0; i < curves.size(); i++) {
      draw(curves.get(i), dots, i > 0);
    }
    for (int row = 0; row < rows; row++) {
      int percent = 100 - Math.round(row * 100f / (rows - 1));
      boolean named = row == 0 || row == rows - 1 || row == rows / 2;
      String label = named ? percent + " %" : "";
      String padded = " ".repeat(Math.max(0, AXIS - 1 - label.length())) + label;
      lines.add(
          terminal.paint(padded, Terminal.Colour.FAINT)
              + (terminal.utf8() ? "│" : "|")
              + terminal.paint(dots.row(row), Terminal.Colour.BLUE).stripTrailing());
    }
  }

  /**
   * @param dotted so that a second curve can be told from the first
   */
  private void draw(Scene.Curve curve, Dots dots, boolean dotted) {
    Integer last = null;
    for (int x = 0; x < dots.width(); x++) {
      Optional<Double> value = Scene.value(curve, time((x + 0.5) / dots.width()));
      if (value.isEmpty()) {
        last = null;
        continue;
      }
      double part = Math.max(0, Math.min(1, value.get() / curve.top()));
      int y = (int) Math.round((1 - part) * (dots.height() - 1));
      if (!dotted || x % 3 == 0) {
        dots.set(x, y);
        for (int between = y; last != null && !dotted && between != last; ) {
          dots.set(x, between);
          between += between < last ? 1 : -1;
        }
      }
      last = y;
    }
  }

  private Instant time(double part) {
    double whole = scene.to().toEpochMilli() - scene.from().toEpochMilli();
    return scene.from().plusMillis((long) (whole * part));
  }

  private int column(Instant at) {
    return Math.max(0, Math.min(columns - 1, (int) Math.floor(scene.part(at) * columns)));
  }

  private String bands() {
    StringBuilder line = new StringBuilder(" ".repeat(AXIS));
    Scene.Band[] cells = new Scene.Band[columns];
    for (Scene.Band band : scene.bands()) {
      int last = Math.max(column(band.start()), column(band.to().minusMillis(1)));
      for (int i = column(band.start()); i <= last; i++) {
        cells[i] = band;
      }
    }
    for (Scene.Band cell : cells) {
      line.append(cell == null ? " " : block(cell.charge()));
    }
    return line.toString().stripTrailing();
  }

  private String block(boolean charge) {
    String block = terminal.utf8() ? (charge ? "█" : "▒") : charge ? "=" : "#";
    return terminal.paint(block, charge ? Terminal.Colour.GREEN : Terminal.Colour.YELLOW);
  }

  /** Beneath the bands where there is room, in the longest form for which there is. */
  private Optional<String> bandLabels() {
    StringBuilder line = new StringBuilder(" ".repeat(columns));
    Rows rows = new Rows(2);
    boolean any = false;
    for (Scene.Band band : scene.bands()) {
      int middle = (column(band.start()) + column(band.to())) / 2;
      for (String label : band.labels()) {
        int start = Math.max(0, Math.min(columns - label.length(), middle - label.length() / 2));
        if (label.length() <= columns && rows.take(0, start, start + label.length())) {
          line.replace(start, start + label.length(), label);
          any = true;
          break;
        }
      }
    }
    String text = " ".repeat(AXIS) + line.toString().stripTrailing();
    return any ? Optional.of(terminal.paint(text, Terminal.Colour.FAINT)) : Optional.empty();
  }

  private String axis() {
    StringBuilder line = new StringBuilder(" ".repeat(columns));
    int most = Math.max(2, columns / TICK_ROOM);
    Rows rows = new Rows(1);
    for (Tick tick : Tick.of(scene, most)) {
      int length = tick.label().length();
      int start = Math.max(0, Math.min(columns - length, column(tick.at()) - length / 2));
      if (rows.take(0, start, start + length)) {
        line.replace(start, start + length, tick.label());
      }
    }
    String text = " ".repeat(AXIS) + line.toString().stripTrailing();
    return terminal.paint(text, Terminal.Colour.FAINT);
  }

  private void events(List<String> lines) {
    if (!scene.marks().isEmpty()) {
      lines.add("");
    }
    List<Scene.Mark> marks = new ArrayList<>(scene.marks());
    marks.sort((one, other) -> one.at().compareTo(other.at()));
    for (Scene.Mark mark : marks) {
      String sign = mark.urgent() ? "! " : "  ";
      String text = sign + Tick.clock(mark.at(), scene) + "  " + mark.text();
      lines.add(
          terminal.paint(
              terminal.cut(text), mark.urgent() ? Terminal.Colour.RED : Terminal.Colour.NONE));
    }
  }
}
