package io.github.iremote.history;

import io.github.iremote.json.Times;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A line that tells a number, as {@link LineJson} writes it: {@code
 * {"heard":"…","id":"…","signal":"odometer","value":1042.5,"unit":"km","at":"…"}}. Most lines of a
 * day are such, and Jackson takes several times as long over one.
 */
final class NumberLine {
  private static final int EXACT = 15;
  private static final String KILOMETRES = ",\"unit\":\"km\"";

  private final String text;
  private int at;

  private NumberLine(String text) {
    this.text = text;
  }

  /** The line; nothing where it is another one, or may be damaged. */
  static Optional<Line> read(String text) {
    try {
      return Optional.ofNullable(new NumberLine(text).read());
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private Line read() {
    String heard = between("{\"heard\":\"", '"');
    String id = between(",\"id\":\"", '"');
    Signal<?> signal = Signal.named(between(",\"signal\":\"", '"'));
    Class<?> type = signal == null ? null : signal.type();
    if (type != Double.class && type != Distance.class) {
      return null;
    }
    double value = number(between(",\"value\":", ','));
    at--; // the comma begins what follows
    boolean distance = text.startsWith(KILOMETRES, at);
    at += distance ? KILOMETRES.length() : 0;
    Instant measured = Times.parse(between(",\"at\":\"", '"'));
    if (distance != (type == Distance.class) || !text.substring(at).equals("}")) {
      return null;
    }
    Object said = distance ? Distance.ofKilometres(value) : (Object) value;
    return new Line(id, Times.parse(heard), measured(signal, said, measured));
  }

  private static <T> Line.Content measured(Signal<T> signal, Object value, Instant at) {
    return new Line.Measured<>(signal, new Reading<>(signal.type().cast(value), at, at));
  }

  /** Read at once where both its digits and the power of ten below them are exact. */
  private static double number(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    long digits = 0;
    double below = 0;
    for (int i = start; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
        below *= 10;
      } else if (text.charAt(i) == '.' && below == 0 && i > start) {
        below = 1;
      } else {
        return anyNumber(text);
      }
    }
    if (text.length() == start || text.length() - start > EXACT) {
      return anyNumber(text);
    }
    double value = below > 0 ? digits / below : digits;
    return start > 0 ? -value : value;
  }

  /** Java takes more for a number than JSON does. */
  private static double anyNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("-.0123456789E".indexOf(text.charAt(i)) < 0) {
        throw new NumberFormatException();
      }
    }
    return Double.parseDouble(text);
  }

  /** What stands between a beginning and an end; empty where it does not begin so. */
  private String between(String start, char end) {
    int from = at + start.length();
    int to = text.startsWith(start, at) ? text.indexOf(end, from) : -1;
    at = to < 0 ? text.length() : to + 1;
    return to < 0 ? "" : text.substring(from, to);
  }
}
