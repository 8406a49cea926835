package io.github.iremote.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A letter in words, in no place's form yet.
 *
 * @param title what it is about, in a few words
 * @param lines a line a phone can show for each message, the oldest first
 * @param fields what is known beyond that, of the newest message
 * @param tone how it should look
 * @param time the car's own time, or that of the program's news
 * @param link where more can be seen: a map
 */
public record Worded(
    String title,
    List<Line> lines,
    List<Field> fields,
    Tone tone,
    Optional<Instant> time,
    Optional<String> link) {
  public Worded {
    lines = List.copyOf(lines);
    fields = List.copyOf(fields);
  }

  /**
   * One message in a line.
   *
   * @param subject the car's name, or the program's; empty where the line is about neither
   * @param headline what happened
   * @param rest what is said beside it; may be empty
   */
  public record Line(String subject, String headline, String rest) {
    public String text() {
      return rest.isEmpty() ? headline : headline + " · " + rest;
    }

    String title() {
      return subject.isEmpty() ? headline : subject + ": " + headline;
    }

    @Override
    public String toString() {
      return rest.isEmpty() ? title() : title() + " · " + rest;
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

  /** The fields beyond the first, which repeats the headline. */
  public List<Field> details() {
    return fields.isEmpty() ? fields : fields.subList(1, fields.size());
  }

  /** All that the title does not say, as plain text; the title once more if there is nothing. */
  public String body() {
    StringJoiner body = new StringJoiner("\n");
    if (lines.size() > 1) {
      lines.forEach(line -> body.add(line.toString()));
    } else if (!lines.get(0).rest().isEmpty()) {
      body.add(lines.get(0).rest());
    }
    for (Field field : details()) {
      if (!field.value().equals(lines.get(lines.size() - 1).rest())) {
        body.add(field.title() + ": " + field.value());
      }
    }
    return body.length() == 0 ? title : body.toString();
  }
}
