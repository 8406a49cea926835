package io.github.iremote.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Weight;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What there is to tell, of a car or of the program itself: events and figures, without words and
 * in no place's form.
 *
 * @param id tells it from every other, for places that can tell a repeat
 * @param at when it was written
 * @param weight that of its weightiest event
 * @param car the car it is about, if it is about one
 * @param events what happened, the headline first
 * @param carTime when the car last spoke, by its own clock
 * @param figures what the car is like: levels, ranges, odometer, the charge under way
 * @param sentence what the program says of itself
 * @param readyMade a message that version 1 has put into Slack's form; all else is empty then
 */
public record Message(
    String id,
    Instant at,
    Weight weight,
    Optional<Car> car,
    List<Event> events,
    Optional<Instant> carTime,
    VehicleStatus figures,
    Optional<String> sentence,
    Optional<ObjectNode> readyMade) {

  /** What of a status is told with every event. */
  static final List<Signal<?>> FIGURES =
      List.of(
          Signal.STATE_OF_CHARGE,
          Signal.TARGET_STATE_OF_CHARGE,
          Signal.ELECTRIC_RANGE,
          Signal.FUEL_LEVEL,
          Signal.FUEL_RANGE,
          Signal.TOTAL_RANGE,
          Signal.RANGE_EXTENDER,
          Signal.ODOMETER,
          Signal.CHARGING,
          Signal.PLUG,
          Signal.CHARGE_TIME_REMAINING,
          Signal.POSITION);

  public Message {
    events = List.copyOf(events);
  }

  /** The car a message is about. */
  public record Car(String vin, String name) {}

  /** What there is to tell of a car; the first event is the headline. */
  public static Message of(Vehicle car, List<Event> events, VehicleStatus status, Instant now) {
    return new Message(
        id(now, car.vin().substring(Math.max(0, car.vin().length() - 6)), events.get(0)),
        now,
        weight(events),
        Optional.of(new Car(car.vin(), car.name())),
        events,
        status.at(),
        status.only(FIGURES),
        Optional.empty(),
        Optional.empty());
  }

  /** What the program has to tell about itself. */
  public static Message ofProgram(EventName name, String sentence, Instant now) {
    Event event = Event.of(name);
    return new Message(
        id(now, "iremote", event),
        now,
        name.weight(),
        Optional.empty(),
        List.of(event),
        Optional.empty(),
        VehicleStatus.UNKNOWN,
        Optional.of(sentence),
        Optional.empty());
  }

  /** A message that tells only that messages arrive. */
  public static Message trial(Instant now) {
    return new Message(
        id(now, "iremote", "test"),
        now,
        Weight.ORDINARY,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        VehicleStatus.UNKNOWN,
        Optional.empty(),
        Optional.empty());
  }

  /** A message of version 1, which was put into Slack's form before it was saved. */
  public static Message ofVersion1(Instant at, boolean urgent, ObjectNode slack) {
    return new Message(
        Long.toString(at.toEpochMilli(), 36) + "-" + Integer.toHexString(slack.hashCode()),
        at,
        urgent ? Weight.URGENT : Weight.ORDINARY,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        VehicleStatus.UNKNOWN,
        Optional.empty(),
        Optional.of(slack));
  }

  public boolean urgent() {
    return weight == Weight.URGENT;
  }

  /** Whether it breaks through quiet hours: what is urgent, and what its owner asked for then. */
  boolean breaksQuietHours() {
    for (Event event : events) {
      if (event.name() == EventName.PLUG_IN_REMINDER) {
        return true;
      }
    }
    return urgent();
  }

  /** The same with these of its events alone. */
  Message about(List<Event> few) {
    return few.size() == events.size()
        ? this
        : new Message(id, at, weight(few), car, few, carTime, figures, sentence, readyMade);
  }

  private static Weight weight(List<Event> events) {
    Weight most = Weight.ORDINARY;
    for (Event event : events) {
      Weight weight = event.weight();
      most = weight.compareTo(most) > 0 ? weight : most;
    }
    return most;
  }

  private static String id(Instant now, String subject, Event headline) {
    return id(now, subject, headline.name().name().toLowerCase(Locale.ROOT));
  }

  private static String id(Instant now, String subject, String what) {
    return Long.toString(now.toEpochMilli(), 36) + "-" + subject + "-" + what;
  }
}
