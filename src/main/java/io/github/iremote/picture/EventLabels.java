package io.github.iremote.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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
    private Label in(int another) {
      return new Label(mark, text, x, start, end, another);
    }

    /** Whether a line there would go through the text, or close by. */
    private boolean holds(double line) {
      return line >= start && line <= end + NEAR;
    }
  }

  /** Finds a row for the next event to the left: right of its line, or else left of it. */
  Label place(Scene.Mark mark, String text, double x, double width) {
    double start = Math.min(x, right - width);
    Label behind = new Label(mark, text, x, start, start + width, 0);
    Label before = new Label(mark, text, x, Math.max(0, x - width), Math.max(width, x), 0);
    Label label =
        first(behind, this::clear)
            .or(() -> first(before, this::clear))
            .or(() -> first(behind, this::free))
            .orElseThrow();
    placed.add(label);
    return label;
  }

  /** The label in the first row that will do; below all others is one that is free. */
  private Optional<Label> first(Label label, Predicate<Label> will) {
    return IntStream.rangeClosed(0, placed.size()).mapToObj(label::in).filter(will).findFirst();
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
