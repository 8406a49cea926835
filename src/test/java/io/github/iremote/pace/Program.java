package io.github.iremote.pace;

import io.github.iremote.message.Message;
import java.time.Instant;
import java.util.List;

/**
 * What runs on the owner's machine in a simulation: it says when it wakes, and what came of that. A
 * further kind of program, as one that stays and hears the stream, is a further one of these.
 */
interface Program {
  /** When it wakes next, after a moment. */
  Instant next(Instant after);

  /** What it does when it has woken; the clock stands at that moment. */
  Run wake();

  /**
   * What came of it.
   *
   * @param starts how often the program was started
   * @param failures how many of those ended other than well
   */
  record Run(int starts, int failures, List<Message> told) {
    static final Run NOTHING = new Run(0, 0, List.of());
  }
}
