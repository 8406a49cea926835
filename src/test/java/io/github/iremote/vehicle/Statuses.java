package io.github.iremote.vehicle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Statuses as tests write them: {@code lock=LOCKED odometer=100km@10:00 service=OIL+TYRES}, a
 * signal's value and, after {@code @}, the time the car sent it.
 */
public final class Statuses {

  /** One signal's value, and when the car sent it. */
  public record Said(Signal<?> signal, Object value, Instant at) {}

  /** The time of day on the one day on which tests happen; {@code +1} means the day after. */
  public static Instant at(String time) {
    String[] parts = time.split("\\+");
    Instant today =
        Instant.parse("2024-03-10T" + parts[0] + (parts[0].length() > 5 ? "Z" : ":00Z"));
    return parts.length > 1 ? today.plus(Duration.ofDays(Long.parseLong(parts[1]))) : today;
  }

  /**
   * @param sent when the car said what has no time of its own
   */
  public static List<Said> said(String text, Instant sent) {
    List<Said> said = new ArrayList<>();
    for (String word : text.isBlank() ? new String[0] : text.trim().split("\\s+")) {
      String[] parts = word.split("[=@]");
      Signal<?> signal = Signal.named(parts[0]);
      Instant at = parts.length > 2 ? at(parts[2]) : sent;
      said.add(new Said(signal, value(signal.type(), parts[1]), at));
    }
    return said;
  }

  /** What is known when a car that was {@code known} says all this. */
  public static VehicleStatus after(VehicleStatus known, Collection<Said> answer, Instant now) {
    Report report = new Report(known, now);
    answer.forEach(said -> add(report, said.signal(), said));
    return report.status();
  }

  /** What has been heard of a car that spoke at noon. */
  public static VehicleStatus status(String text) {
    return after(VehicleStatus.UNKNOWN, said(text, at("12:00")), at("12:00"));
  }

  private static <T> void add(Report report, Signal<T> signal, Said said) {
    report.add(signal, signal.type().cast(said.value()), Optional.of(said.at()));
  }

  /** All that is known, a signal a line. */
  public static String text(VehicleStatus status) {
    StringBuilder text = new StringBuilder();
    for (Signal<?> signal : Signal.all()) {
      status
          .get(signal)
          .ifPresent(value -> text.append(signal.name() + " " + text(value)).append('\n'));
    }
    return text.toString();
  }

  public static String text(Object value) {
    if (value instanceof Distance distance) {
      return distance.value() + " " + distance.unit().label();
    }
    if (value instanceof Position position) {
      return position.latitude() + "/" + position.longitude();
    }
    if (value instanceof Notices notices) {
      List<String> list = notices.list().stream().map(Statuses::text).toList();
      return list.isEmpty() ? "none" : String.join("; ", list);
    }
    return value instanceof Duration duration ? duration.toMinutes() + " min" : value.toString();
  }

  /** {@code OIL PENDING: oil, 1900.0 km, 2027-01}, each where it is there. */
  private static String text(Notice notice) {
    return notice.id()
        + notice.state().map(state -> " " + state).orElse("")
        + ": "
        + notice.text()
        + notice.remaining().map(left -> ", " + text((Object) left)).orElse("")
        + notice.date().map(date -> ", " + date).orElse("");
  }

  private static Object value(Class<?> type, String text) {
    if (type == Double.class) {
      return Double.valueOf(text);
    }
    if (type == Boolean.class) {
      return Boolean.valueOf(text);
    }
    if (type == Distance.class) {
      String unit = text.replaceAll("[-0-9.]", "").toUpperCase(Locale.ROOT);
      return new Distance(
          Double.parseDouble(text.replaceAll("[a-z]", "")), Distance.Unit.valueOf(unit));
    }
    if (type == Duration.class) {
      return Duration.ofMinutes(Long.parseLong(text.replace("min", "")));
    }
    if (type == Position.class) {
      String[] degrees = text.split("/");
      return new Position(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1]));
    }
    if (type == Notices.class) {
      List<String> ids = text.equals("none") ? List.of() : List.of(text.split("\\+"));
      return new Notices(ids.stream().map(Statuses::notice).toList());
    }
    return type.isEnum() ? constant(type, text) : text;
  }

  /** {@code 955} is a message, {@code OIL_PENDING} a service. */
  private static Notice notice(String id) {
    for (Notice.DueState state : Notice.DueState.values()) {
      if (id.endsWith("_" + state)) {
        String item = id.substring(0, id.length() - state.name().length() - 1);
        String title = item.toLowerCase(Locale.ROOT);
        return new Notice(item, title, Optional.of(state), Optional.empty(), Optional.empty());
      }
    }
    return new Notice(id, id.toLowerCase(Locale.ROOT));
  }

  private static Object constant(Class<?> type, String name) {
    for (Object constant : type.getEnumConstants()) {
      if (constant.toString().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(name + " is no " + type.getSimpleName());
  }

  private Statuses() {}
}
