package io.github.iremote.message.delivery;

import io.github.iremote.Failure;
import io.github.iremote.message.Illustration;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Notifier;
import io.github.iremote.message.Notifiers;
import io.github.iremote.message.Pictured;
import io.github.iremote.message.Place;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends one letter to its place, and keeps in this run what came of it. */
final class Sender {
  private final Map<String, Failure> failures = new LinkedHashMap<>();
  private final List<Illustration> illustrations = new ArrayList<>();
  private final Notifiers open;
  private final Memory memory;
  private final InstantSource clock;

  Sender(Notifiers notifiers, Memory memory, InstantSource clock) {
    Map<String, Notifier> opened = new HashMap<>();
    this.open = place -> opened.computeIfAbsent(place.name(), name -> notifiers.to(place));
    this.memory = memory;
    this.clock = clock;
  }

  boolean hasFailed(String place) {
    return failures.containsKey(place);
  }

  void failed(String place, Failure reason) {
    failures.put(place, reason);
  }

  List<Failure> failures() {
    return List.copyOf(failures.values());
  }

  List<Illustration> illustrations() {
    List<Illustration> taken = List.copyOf(illustrations);
    illustrations.clear();
    return taken;
  }

  void progress(Place place, Vehicle car, VehicleStatus status) {
    String name = place.name();
    boolean lives = memory.charges().lives(car.vin(), name) && !hasFailed(name);
    if (lives && !memory.dead().contain(name)) {
      memory.charges().progress(open.to(place), name, car, status, clock.instant());
    }
  }

  Optional<Delivery.Step> send(Place place, Letter letter, List<Letter> letters, String file) {
    List<Letter> left = new ArrayList<>(letters);
    left.remove(letter);
    try {
      Optional<String> message = memory.charges().send(open.to(place), letter, clock.instant());
      if (open.to(place) instanceof Pictured && Illustration.fits(letter)) {
        illustrations.add(new Illustration(letter, message));
      }
      return Optional.of(new Delivery.Step(left, Optional.of(letter), Optional.empty()));
    } catch (Notifier.Refused e) {
      failures.put(
          place.name() + " refused",
          new Failure.MessageRefused(
              place.title() + " refused a message in every form; it is kept in " + file));
      return Optional.of(new Delivery.Step(left, Optional.empty(), Optional.of(letter)));
    } catch (Failure.PlaceUnavailable e) {
      failures.put(place.name(), e);
      memory.dead().failed(place.name(), e, clock.instant());
      return Optional.empty();
    }
  }
}
