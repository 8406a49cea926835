package io.github.iremote.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A letter in words, in no place's form yet.
 *
 * @param lines a line a phone can show for each message, the oldest first
 * @param fields what is known beyond that, of the newest message
 * @param tone how it should look
 * @param time the car's own time, or that of the program's news
 */
public record Worded(List<Line> lines, List<Field> fields, Tone tone, Optional<Instant> time) {
  public Worded {
    lines = List.copyOf(lines);
    fields = List.copyOf(fields);
  }

  /**
   * One message in a line.
   *
   * @param subject the car's name, or the program's; empty where the line is about neither
   */
  public record Line(String subject, String text) {
    @Override
    public String toString() {
      return subject.isEmpty() ? text : subject + ": " + text;
    }
  }

  /**
   * One thing that is known.
   *
   * @param brief whether two of its kind fit side by side
   */
  public record Field(String title, String value, boolean brief) {}

  /** How a message should look. */
  public enum Tone {
    GOOD,
    ATTENTION,
    URGENT
  }
}
