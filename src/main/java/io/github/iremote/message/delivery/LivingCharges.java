package io.github.iremote.message.delivery;

import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.json.Sections;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Living;
import io.github.iremote.message.Message;
import io.github.iremote.message.Notifier;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A charge as one message that changes as it goes, at the places that can do that. What a place
 * calls the message is remembered; a change that fails is not tried again, the next comes soon.
 */
public final class LivingCharges {
  private static final Duration BETWEEN_CHANGES = Duration.ofMinutes(5);
  private static final double STEP_PERCENT = 5;

  private static final Set<EventName> ENDS =
      EnumSet.of(
          EventName.CHARGING_FINISHED,
          EventName.CHARGING_INTERRUPTED,
          EventName.CHARGING_ERROR,
          EventName.UNPLUGGED,
          EventName.DRIVING,
          EventName.DEPARTED);

  private final Kept<Map<String, LivingCharge>> section;
  private final Log log;

  public LivingCharges(Sections file, Log log) {
    this.section = Kept.in(file.section("livingCharges", LivingCharge::read, LivingCharge::write));
    this.log = log;
  }

  /** Remembered no longer than this lasts. */
  LivingCharges(Log log) {
    this.section = Kept.inMemory(Map.of());
    this.log = log;
  }

  /**
   * Sends a letter; the one that starts a charge can be changed from then on, and the one that ends
   * it answers that.
   *
   * @return what the place calls the message to which a picture of the letter belongs
   */
  Optional<String> send(Notifier notifier, Letter letter, Instant now) throws Notifier.Refused {
    if (!(notifier instanceof Living living) || letter.newest().car().isEmpty()) {
      notifier.send(letter);
      return Optional.empty();
    }
    String key = key(letter.newest().car().get().vin(), letter.to());
    Optional<LivingCharge> charge = Optional.ofNullable(section.get().get(key));
    if (tells(letter, ENDS)) {
      end(living, letter, charge);
      charge.ifPresent(any -> forget(key));
      return charge.map(LivingCharge::message);
    }
    if (tells(letter, EnumSet.of(EventName.CHARGING_STARTED)) && !letter.folded()) {
      String message = living.begin(letter);
      if (message.isEmpty()) {
        forget(key);
      } else {
        remember(key, new LivingCharge(message, now, level(letter.newest())));
      }
    } else {
      living.send(letter);
    }
    return Optional.empty();
  }

  private void end(Living living, Letter letter, Optional<LivingCharge> charge)
      throws Notifier.Refused {
    if (charge.isEmpty() || letter.folded()) {
      living.send(letter);
      return;
    }
    living.answer(charge.get().message(), letter);
    try {
      living.change(charge.get().message(), letter);
    } catch (Living.Gone | Notifier.Refused | Failure.PlaceUnavailable e) {
      log.info(() -> "the message of the charge is left as it is: " + e.getMessage());
    }
  }

  /** Whether a place has a message of this car's charge. */
  boolean lives(String vin, String place) {
    return section.get().containsKey(key(vin, place));
  }

  /** Changes what a place shows of a charge, if that has changed enough. */
  void progress(Notifier notifier, String place, Vehicle car, VehicleStatus status, Instant now) {
    String key = key(car.vin(), place);
    LivingCharge charge = section.get().get(key);
    Optional<Double> level = status.get(Signal.STATE_OF_CHARGE);
    boolean charging = status.says(Signal.CHARGING, ChargingState.CHARGING);
    if (!(notifier instanceof Living living)
        || charge == null
        || !charging
        || level.isEmpty()
        || !due(charge, level.get(), now)) {
      return;
    }
    Event event = Event.of(EventName.CHARGING_STARTED, Item.Fact.CHARGING);
    Letter letter = Letter.of(place, Message.of(car, List.of(event), status, now));
    String message = charge.message();
    try {
      message = changed(living, charge, letter);
    } catch (Notifier.Refused | Failure.PlaceUnavailable e) {
      log.info(() -> "the message of the charge is left as it is: " + e.getMessage());
    }
    remember(key, new LivingCharge(message, now, level.get()));
  }

  private static String changed(Living living, LivingCharge charge, Letter letter)
      throws Notifier.Refused {
    try {
      living.change(charge.message(), letter);
      return charge.message();
    } catch (Living.Gone e) {
      return living.begin(letter);
    }
  }

  private static boolean due(LivingCharge charge, double level, Instant now) {
    double change = Math.abs(level - charge.level());
    boolean rested = !charge.at().plus(BETWEEN_CHANGES).isAfter(now);
    return change >= STEP_PERCENT || (rested && change >= 1);
  }

  private static boolean tells(Letter letter, Set<EventName> names) {
    return letter.newest().events().stream().anyMatch(event -> names.contains(event.name()));
  }

  private static double level(Message message) {
    return message.figures().get(Signal.STATE_OF_CHARGE).orElse(0.0);
  }

  private static String key(String vin, String place) {
    return vin + " " + place;
  }

  /** A message that is sent must be cleared, whether or not this can be remembered of it. */
  private void remember(String key, LivingCharge charge) {
    note(charges -> charges.put(key, charge));
  }

  private void forget(String key) {
    note(charges -> charges.remove(key));
  }

  private void note(Consumer<Map<String, LivingCharge>> change) {
    try {
      section.update(
          before -> {
            Map<String, LivingCharge> after = new LinkedHashMap<>(before);
            change.accept(after);
            return after;
          });
    } catch (Failure.BadConfig e) {
      log.info(() -> "the message of the charge is not remembered: " + e.getMessage());
    }
  }
}
