package io.github.iremote.event.rules;

import static io.github.iremote.vehicle.Distance.Unit.MILES;
import static io.github.iremote.vehicle.Distance.ofKilometres;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.event.Notes;
import io.github.iremote.event.Outcome;
import io.github.iremote.event.Thresholds;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Notice;
import io.github.iremote.vehicle.Notices;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Position;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.Statuses;
import io.github.iremote.vehicle.VehicleStatus;
import io.github.iremote.vehicle.Wheel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
  private static final Instant NOW = Statuses.at("12:00");
  private static final Notice OIL = new Notice("OIL", "oil");
  private static final Notice BRAKES = new Notice("BRAKES", "brakes");

  /** Few values of each type, so that states often differ and often do not. */
  private static final Map<Class<?>, List<?>> VALUES =
      Map.of(
          Boolean.class, List.of(true, false),
          Double.class, List.of(0.0, 5.0, 15.0, 22.0, 80.0, 100.0, 200.0, 225.0, 260.0),
          Distance.class, List.of(new Distance(0, MILES), ofKilometres(0.2), ofKilometres(2)),
          Duration.class, List.of(Duration.ZERO, Duration.ofMinutes(20), Duration.ofHours(5)),
          Position.class, List.of(new Position(52.5, 13.4), new Position(48.1, 11.5)),
          Notices.class, List.of(notices(), notices(OIL), notices(BRAKES), notices(OIL, BRAKES)),
          String.class,
              List.of(
                  "VEHICLE_MOVING",
                  "VEHICLE_SECURED",
                  "VEHICLE_SHUTDOWN_SECURED",
                  "CHARGING_DONE",
                  "CHARGING_INTERRUPTED",
                  "PREDICTION_UPDATE",
                  "OTHER"));

  @Test
  void first_sight_tells_what_there_is_to_watch_and_nothing_else() {
    VehicleStatus status =
        Statuses.status(
            "lock=UNLOCKED@08:00 trunk=OPEN@08:00 moving=true alarm=true stateOfCharge=3"
                + " charging=CHARGING updateReason=VEHICLE_MOVING service=OIL checkControl=9"
                + " frontLeftTyrePressure=100 frontLeftTyrePressureTarget=260");
    Outcome outcome =
        Rules.between(VehicleStatus.UNKNOWN, status, Notes.NONE, Thresholds.DEFAULT, NOW);
    assertEquals(
        List.of(
            Event.of(
                EventName.WATCHING,
                Item.Fact.UNLOCKED,
                new Item.Part(Opening.TRUNK),
                Item.Fact.CHARGING,
                Item.Fact.ALARM,
                new Item.Tyre(Wheel.FRONT_LEFT, 160),
                new Item.Line(new Notice("9", "9")),
                new Item.Line(new Notice("OIL", "oil")))),
        outcome.events());
    assertEquals(List.of(), again(outcome, status).events());
  }

  @Test
  void an_answer_that_says_nothing_is_no_first_sight() {
    Outcome outcome =
        Rules.between(
            VehicleStatus.UNKNOWN, VehicleStatus.UNKNOWN, Notes.NONE, Thresholds.DEFAULT, NOW);
    assertEquals(List.of(), outcome.events());
    assertEquals(
        List.of(EventName.WATCHING), names(again(outcome, Statuses.status("lock=LOCKED"))));
  }

  /** Whatever two states a car is in, however often the second is read: it is told once. */
  @Test
  void ten_comparisons_of_the_same_answer_tell_once() {
    Random random = new Random(1);
    Set<EventName> told = new HashSet<>();
    for (int car = 0; car < 3_000; car++) {
      VehicleStatus before = anyStatus(random);
      VehicleStatus after = anyNext(before, random);
      Outcome first =
          Rules.between(VehicleStatus.UNKNOWN, before, Notes.NONE, Thresholds.DEFAULT, NOW);
      Outcome outcome = again(first, after);
      told.addAll(names(outcome));
      for (int reading = 2; reading <= 10; reading++) {
        outcome = again(outcome, after);
        assertEquals(List.of(), outcome.events(), () -> before + "\n-> " + after);
      }
    }
    told.addAll(Set.of(EventName.WATCHING, EventName.LOGIN_REQUIRED));
    told.addAll(Set.of(EventName.TROUBLE, EventName.RECOVERED));
    // what a place, a calendar or a history tells, no rule does
    told.addAll(Set.of(EventName.ARRIVED, EventName.DEPARTED));
    told.addAll(Set.of(EventName.PLUG_IN_REMINDER, EventName.REPORT));
    assertEquals(Set.of(EventName.values()), told, "the states were not random enough");
  }

  /** No event is told twice in one message, and only a reason may stand before its betters. */
  @Test
  void the_most_important_comes_first_and_none_comes_twice() {
    Random random = new Random(2);
    for (int car = 0; car < 3_000; car++) {
      VehicleStatus before = anyStatus(random).without(Signal.UPDATE_REASON);
      Outcome first =
          Rules.between(VehicleStatus.UNKNOWN, before, Notes.NONE, Thresholds.DEFAULT, NOW);
      List<Event> events = new ArrayList<>(again(first, anyNext(before, random)).events());
      events.removeIf(event -> event.past() || event.name() == EventName.OPENED);
      List<EventName> names = events.stream().map(Event::name).toList();
      assertEquals(names.stream().distinct().sorted().toList(), names);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lock=LOCKED", "lock=LOCKED odometer=100km moving=false plug=CONNECTED"})
  void context_is_no_event(String parked) {
    VehicleStatus before = Statuses.status(parked + " stateOfCharge=80 electricRange=200km");
    VehicleStatus after =
        Statuses.after(
            before,
            Statuses.said(
                "stateOfCharge=60 electricRange=120km fuelLevel=70 fuelRange=300km"
                    + " position=52.5/13.4 deepSleep=true chargeTimeRemaining=20min"
                    + " targetStateOfCharge=90",
                NOW),
            NOW);
    assertEquals(
        List.of(), Rules.between(before, after, Notes.NONE, Thresholds.DEFAULT, NOW).events());
  }

  private static Notices notices(Notice... list) {
    return new Notices(List.of(list));
  }

  private static Outcome again(Outcome last, VehicleStatus answer) {
    return Rules.between(last.status(), answer, last.notes(), Thresholds.DEFAULT, NOW);
  }

  private static List<EventName> names(Outcome outcome) {
    return outcome.events().stream().map(Event::name).toList();
  }

  /** A status of some signals, with times from yesterday to this moment. */
  private static VehicleStatus anyStatus(Random random) {
    VehicleStatus status = VehicleStatus.UNKNOWN.with(Signal.DEEP_SLEEP, new Reading<>(false, NOW));
    for (Signal<?> signal : Signal.all()) {
      status = random.nextInt(4) == 0 ? status : anyReading(status, signal, Instant.EPOCH, random);
    }
    return status;
  }

  /** What may follow: some signals have another value, none is older. */
  private static VehicleStatus anyNext(VehicleStatus before, Random random) {
    VehicleStatus status = before;
    for (Signal<?> signal : Signal.all()) {
      Instant last = before.reading(signal).map(Reading::at).orElse(Instant.EPOCH);
      status = random.nextInt(3) > 0 ? status : anyReading(status, signal, last, random);
    }
    return status;
  }

  private static <T> VehicleStatus anyReading(
      VehicleStatus status, Signal<T> signal, Instant notBefore, Random random) {
    Instant time = NOW.minusSeconds(random.nextInt(random.nextBoolean() ? 600 : 86_400));
    Instant at = time.isBefore(notBefore) ? notBefore : time;
    Instant since = at.minusSeconds(random.nextBoolean() ? 0 : random.nextInt(20_000));
    return status.with(signal, new Reading<>(anyValue(signal, random), since, at));
  }

  private static <T> T anyValue(Signal<T> signal, Random random) {
    Class<T> type = signal.type();
    List<?> values = type.isEnum() ? List.of(type.getEnumConstants()) : VALUES.get(type);
    return type.cast(values.get(random.nextInt(values.size())));
  }
}
