package io.github.iremote.pace.habits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * When somebody went to the car on past days. Only that is kept, and not what follows from it: a
 * car that was just parked is watched for other reasons. Learnt from the car's own timestamps,
 * which tell of times at which it was not asked, too.
 *
 * @param days for each day that was seen from its beginning, the minutes of it, in order of time
 */
public record Diary(Map<LocalDate, List<Integer>> days) {
  public static final Diary EMPTY = new Diary(Map.of());

  /** Most people sleep then, and a late shift still belongs to the day before. */
  static final Duration BEGINNING = Duration.ofHours(4);

  /** Three weeks, so that every shift has been worked once. */
  private static final int MOST_DAYS = 21;

  /** After a longer break the days between say nothing: the machine was off, not the car. */
  private static final Duration LONGEST_BREAK = Duration.ofDays(2);

  /** BMW may have heard of it late, but not by more. */
  private static final Duration LATE = Duration.ofHours(2);

  public Diary {
    days = Collections.unmodifiableMap(new TreeMap<>(days)); // in order: sums come out the same
  }

  /** Which day a time belongs to. */
  public static LocalDate day(Instant time, ZoneId zone) {
    return time.minus(BEGINNING).atZone(zone).toLocalDate();
  }

  /** How many minutes after its day's beginning a time is. */
  static int minute(Instant time, ZoneId zone) {
    return (int) Duration.between(beginning(day(time, zone), zone), time).toMinutes();
  }

  static Instant beginning(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().plus(BEGINNING);
  }

  static boolean weekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }

  /**
   * Looked at again: the days that have begun since the last look are seen from their beginning.
   */
  public Diary looked(Instant last, Instant now, ZoneId zone) {
    LocalDate today = day(now, zone);
    if (!day(last, zone).isBefore(today) || last.plus(LONGEST_BREAK).isBefore(now)) {
      return this;
    }
    Map<LocalDate, List<Integer>> more = new TreeMap<>(days);
    for (LocalDate day = today; day.isAfter(day(last, zone)); day = day.minusDays(1)) {
      more.putIfAbsent(day, List.of());
    }
    more.keySet().removeIf(day -> day.isBefore(today.minusDays(MOST_DAYS)));
    return new Diary(more);
  }

  /** Somebody went to the car, since the last look or a little before. */
  public Diary went(Instant time, Instant last, ZoneId zone) {
    LocalDate day = day(time, zone);
    if (!days.containsKey(day) || time.plus(LATE).isBefore(last)) {
      return this;
    }
    List<Integer> minutes = new ArrayList<>(days.get(day));
    minutes.add(minute(time, zone));
    minutes.sort(null);
    Map<LocalDate, List<Integer>> more = new TreeMap<>(days);
    more.put(day, minutes);
    return new Diary(more);
  }

  /** The minutes of a day at which somebody went to the car; none, where it was not seen. */
  List<Integer> minutes(LocalDate day) {
    return days.getOrDefault(day, List.of());
  }

  /** Whether no such day, of work or of rest, has been seen to its end. */
  public boolean unlearnt(LocalDate today) {
    for (LocalDate day : days.keySet()) {
      if (day.isBefore(today) && weekend(day) == weekend(today)) {
        return false;
      }
    }
    return true;
  }

  public JsonNode toJson() {
    ObjectNode json = Json.object();
    days.forEach(
        (day, minutes) -> {
          StringJoiner numbers = new StringJoiner(" ");
          for (int minute : minutes) {
            numbers.add(Integer.toString(minute));
          }
          json.put(day.toString(), numbers.toString());
        });
    return json;
  }

  public static Diary fromJson(JsonNode json) {
    Map<LocalDate, List<Integer>> days = new TreeMap<>();
    for (var day : json.properties()) {
      days.put(LocalDate.parse(day.getKey()), numbers(day.getValue().asText()));
    }
    return new Diary(days);
  }

  /** Numbers in a text, with a space between two. */
  static List<Integer> numbers(String text) {
    List<Integer> numbers = new ArrayList<>();
    for (String number : text.split(" ")) {
      if (!number.isEmpty()) {
        numbers.add(Integer.valueOf(number));
      }
    }
    return numbers;
  }
}
