package io.github.iremote.event.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.car.SavedCar;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.event.Outcome;
import io.github.iremote.event.Thresholds;
import io.github.iremote.json.Json;
import io.github.iremote.message.Wording;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.Statuses;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A car's day as tests write it, a poll a line: the time of the poll, what is new in BMW's answer,
 * and what is told. The first poll is WATCHING. What is remembered goes through its JSON between
 * two polls, as it does between two runs of the program.
 *
 * <pre>
 * 10:00 lock=SECURED trunk=CLOSED
 * 10:05 lock=UNLOCKED             > UNLOCKED
 * </pre>
 */
public final class Story {
  private static final Vehicle CAR = new Vehicle("WBY1Z4C50EV000123", "i3");

  /** How old BMW's answers are, where a line does not say. */
  private static final Duration LAG = Duration.ofMinutes(2);

  private static final Wording WORDING = new Wording(Distance.Unit.KM, () -> ZoneOffset.UTC);

  private final Thresholds thresholds;
  private final Map<Signal<?>, Statuses.Said> answer = new LinkedHashMap<>();
  private SavedCar saved = SavedCar.neverSeen(CAR);

  private Story(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  public static void tell(String polls) {
    tell(polls, Thresholds.DEFAULT);
  }

  public static void tell(String polls, Thresholds thresholds) {
    Story story = new Story(thresholds);
    List<String> expected = new ArrayList<>();
    List<String> told = new ArrayList<>();
    for (String line : polls.strip().split("\n")) {
      String[] poll = line.split(" > ");
      String[] words = poll[0].trim().split("\\s+", 2);
      Instant now = Statuses.at(words[0]);
      List<Event> events = story.poll(words.length > 1 ? words[1] : "", now);
      if (told.isEmpty()) {
        assertEquals(List.of(EventName.WATCHING), events.stream().map(Event::name).toList());
        events = List.of();
      }
      expected.add(words[0] + " " + (poll.length > 1 ? poll[1].trim() : ""));
      told.add(words[0] + " " + String.join(", ", events.stream().map(Story::words).toList()));
    }
    assertEquals(String.join("\n", expected), String.join("\n", told), polls);
  }

  /** BMW's answer has everything in it, also what it has said before. */
  private List<Event> poll(String news, Instant now) {
    for (Statuses.Said said : Statuses.said(news, now.minus(LAG))) {
      answer.put(said.signal(), said);
    }
    VehicleStatus status = Statuses.after(saved.status(), answer.values(), now);
    Outcome outcome = Rules.between(saved.status(), status, saved.notes(), thresholds, now);
    saved = nextRun(saved.after(outcome, saved.samples(), outcome.events(), now));
    return outcome.events();
  }

  private static SavedCar nextRun(SavedCar car) {
    try {
      return SavedCar.fromJson(Json.parse(Json.pretty(car.toJson())), CAR);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code PARKED "Car Parked and Locked" (12 km; 6 %)}. */
  private static String words(Event event) {
    List<String> details = new ArrayList<>();
    boolean update = event.name() == EventName.UPDATE;
    boolean parked = event.name() == EventName.PARKED;
    event.items().stream()
        .filter(item -> !update && !(parked && event.has(Item.Fact.LOCKED)))
        .forEach(item -> details.add(WORDING.item(item)));
    event.distance().ifPresent(d -> details.add(Math.round(d.value()) + " " + d.unit().label()));
    event.batteryUsed().ifPresent(percent -> details.add(Math.round(percent) + " %"));
    event
        .since()
        .ifPresent(since -> details.add("since " + since.atOffset(ZoneOffset.UTC).toLocalTime()));
    if (event.past()) {
      return "past " + event.name() + " (" + String.join("; ", details) + ")";
    }
    boolean usual = !update && !(parked && event.has(Item.Fact.LOCKED));
    return event.name()
        + (usual ? "" : " \"" + WORDING.headline(event) + "\"")
        + (details.isEmpty() ? "" : " (" + String.join("; ", details) + ")");
  }
}
