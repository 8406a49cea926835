package io.github.iremote.run.replay;

import io.github.iremote.history.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A look at a car in which something was found, as its lines tell of it.
 *
 * @param before up to when there may have been looks before it in which nothing was found
 */
record Look(Instant at, Instant before, List<Line.Measured<?>> found) {

  /** The looks that left these lines; what only tells of messages and of bills is none. */
  static List<Look> of(List<Line> lines) {
    List<Look> looks = new ArrayList<>();
    for (Line line : lines) {
      boolean told = line.content() instanceof Line.Told || line.content() instanceof Line.Billed;
      Look last = looks.isEmpty() ? null : looks.get(looks.size() - 1);
      if (told) {
        continue;
      }
      if (last == null || !last.at.equals(line.heard())) {
        last = new Look(line.heard(), line.heard(), new ArrayList<>());
        looks.add(last);
      }
      if (line.content() instanceof Line.Measured<?> measured) {
        last.found.add(measured);
      } else if (line.content() instanceof Line.Looked looked) {
        looks.set(looks.size() - 1, new Look(last.at, looked.before(), last.found));
      }
    }
    return looks;
  }
}
