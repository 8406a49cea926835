package io.github.iremote.history;

import io.github.iremote.json.Decimal;
import io.github.iremote.json.Times;
import io.github.iremote.notation.StatusJson;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A line that tells a number, a truth or a word, as {@link LineJson} writes it: {@code
 * {"heard":"…","id":"…","signal":"odometer","value":1042.5,"unit":"km","at":"…"}}. Most lines of a
 * day are such, and Jackson takes several times as long over one.
 */
final class PlainLine {
  private static final String KILOMETRES = ",\"unit\":\"km\"";

  private final String text;
  private int at;

  private PlainLine(String text) {
    this.text = text;
  }

  /** The line; nothing where it is another one, or may be damaged. */
  static Optional<Line> read(String text) {
    try {
      return Optional.ofNullable(new PlainLine(text).read());
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private Line read() {
    String heard = between("{\"heard\":\"", '"');
    String id = between(",\"id\":\"", '"');
    Signal<?> signal = Signal.named(between(",\"signal\":\"", '"'));
    Class<?> type = signal == null ? null : signal.type();
    Object value = type == null ? null : value(type, between(",\"value\":", ','));
    at--; // the comma begins what follows
    boolean distance = text.startsWith(KILOMETRES, at);
    at += distance ? KILOMETRES.length() : 0;
    Instant measured = Times.parse(between(",\"at\":\"", '"'));
    if (value == null
        || distance != (type == Distance.class)
        || !(text.startsWith("}", at) && text.length() == at + 1)) {
      return null;
    }
    return new Line(id, Times.parse(heard), measured(signal, value, measured));
  }

  /** What is neither a number nor a truth nor one of an enum's words has another form, or null. */
  private static Object value(Class<?> type, String text) {
    if (type == Double.class) {
      return Decimal.parse(text);
    }
    if (type == Distance.class) {
      return Distance.ofKilometres(Decimal.parse(text));
    }
    if (type == Boolean.class) {
      return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : null;
    }
    boolean word =
        type.isEnum() && text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return word ? StatusJson.constant(type, text.substring(1, text.length() - 1)) : null;
  }

  private static <T> Line.Content measured(Signal<T> signal, Object value, Instant at) {
    return new Line.Measured<>(signal, new Reading<>(signal.type().cast(value), at, at));
  }

  /** What stands between a beginning and an end; empty where it does not begin so. */
  private String between(String start, char end) {
    int from = at + start.length();
    int to = text.startsWith(start, at) ? text.indexOf(end, from) : -1;
    at = to < 0 ? text.length() : to + 1;
    return to < 0 ? "" : text.substring(from, to);
  }
}
