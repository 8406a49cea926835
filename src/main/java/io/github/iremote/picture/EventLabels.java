package io.github.iremote.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the texts of events stand below a picture: none on another and, as far as there is a way,
 * none struck through by the line down to another.
 */
final class EventLabels {
  private static final double GAP = 12;
  private static final double NEAR = 4;

  private final List<Label> placed = new ArrayList<>();
  private final double right;

  /**
   * @param right where a text must end
   */
  EventLabels(double right) {
    this.right = right;
  }

  /**
   * An event's text.
   *
   * @param x where the line comes down to it
   * @param row counted from the top
   */
  record Label(Scene.Mark mark, String text, double x, double start, double end, int row) {
    /** Whether a line there would go through the text, or close by. */
    private boolean holds(double line) {
      return line >= start && line <= end + NEAR;
    }
  }

  /** Finds a row for the next event to the left: right of its line, or else left of it. */
  Label place(Scene.Mark mark, String text, double x, double width) {
    double start = Math.min(x, right - width);
    Label label = null;
    for (int row = 0; row <= placed.size() && label == null; row++) {
      Label behind = new Label(mark, text, x, start, start + width, row);
      Label before = new Label(mark, text, x, x - width, x, row);
      label = clear(behind) ? behind : x > width && clear(before) ? before : null;
    }
    for (int row = 0; label == null; row++) {
      Label struck = new Label(mark, text, x, start, start + width, row);
      label = free(struck) ? struck : null;
    }
    placed.add(label);
    return label;
  }

  private boolean free(Label label) {
    return placed.stream()
        .noneMatch(
            other ->
                other.row == label.row
                    && label.start < other.end + GAP
                    && other.start < label.end + GAP);
  }

  private boolean clear(Label label) {
    return free(label)
        && placed.stream().noneMatch(other -> other.row >= label.row && label.holds(other.x))
        && placed.stream().noneMatch(other -> other.row < label.row && other.holds(label.x));
  }
}
