package io.github.iremote.pace;

import io.github.iremote.event.EventName;
import io.github.iremote.event.Thresholds;
import io.github.iremote.pace.SimulatedCar.Voice;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Lives some weeks with a car: turns an owner's drives into keys, doors, trunks and cables. */
final class Life {
  private final Owner owner;
  private final SplittableRandom random;
  private final SimulatedCar car;
  private final Charger charger;
  private double odometer = 20_000;

  /** A drive in the world's time. */
  private record Trip(Instant start, Instant end, boolean plugIn, Instant timer) {}

  /** The story of a car, told to its end before anybody asks. */
  static SimulatedCar of(Owner owner, LocalDate firstDay, int days, ZoneId zone, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Routine routine = new Routine(owner.kind(), firstDay, random.split());
    List<Trip> trips = new ArrayList<>();
    for (LocalDate day = firstDay; day.isBefore(firstDay.plusDays(days)); day = day.plusDays(1)) {
      Instant timer = routine.chargingFrom(day).atZone(zone).toInstant();
      for (Routine.Drive drive : routine.day(day)) {
        Instant start = drive.start().atZone(zone).toInstant();
        trips.add(new Trip(start, start.plusSeconds(60L * drive.minutes()), drive.plugIn(), timer));
      }
    }
    trips.sort(Comparator.comparing(Trip::start));
    Instant first = firstDay.atStartOfDay(zone).toInstant();
    return new Life(owner, random, first, seed).live(first, trips);
  }

  private Life(Owner owner, SplittableRandom random, Instant start, long seed) {
    this.owner = owner;
    this.random = random;
    car = new SimulatedCar(owner.voice(), start.minusSeconds(3600), seed);
    car.odometer(start.minusSeconds(3600), odometer);
    charger = new Charger(car, random.split());
  }

  /** A drive that would begin before the car is left is not made. */
  private SimulatedCar live(Instant start, List<Trip> planned) {
    List<Trip> trips = new ArrayList<>();
    Instant free = start;
    for (Trip trip : planned) {
      if (trip.start().isAfter(free.plusSeconds(240))) {
        trips.add(trip);
        free = trip.end();
      }
    }
    Instant left = start;
    for (int i = 0; i < trips.size(); i++) {
      Trip trip = trips.get(i);
      Instant next = i + 1 < trips.size() ? trips.get(i + 1).start() : Happening.FOREVER;
      maybeVisit(left, trip.start());
      left = drive(trip, next);
      if (trip.plugIn() && left.plusSeconds(600).isBefore(next)) {
        charger.plugIn(left.plusSeconds(random.nextInt(20, 120)), trip.timer());
      }
    }
    charger.stays();
    return car;
  }

  /** Now and then somebody fetches something from the car. */
  private void maybeVisit(Instant from, Instant until) {
    long minutes = Duration.between(from, until).toMinutes();
    if (minutes > 60
        && random.nextDouble() < 0.1
        && !owner.neverLocks()
        && car.voice != Voice.STANDING) {
      Instant at = from.plusSeconds(60 * random.nextLong(20, minutes - 20));
      Instant locked = at.plusSeconds(random.nextInt(260, 400));
      car.send(at, Signal.LOCK, LockState.UNLOCKED);
      car.unlocked(at, at, locked);
      car.open(at.plusSeconds(10), Opening.TRUNK, random.nextInt(10, 240));
      car.lockedAgain(locked, until);
    }
  }

  /** One drive, from the first click of the key to the last. */
  private Instant drive(Trip trip, Instant next) {
    Instant start = trip.start();
    Instant click = start.minusSeconds(random.nextInt(40, 180));
    if (car.voice != Voice.STANDING) {
      car.send(click, Signal.LOCK, LockState.UNLOCKED);
      car.open(click.plusSeconds(5), Opening.DRIVER_DOOR, random.nextInt(8, 30));
    }
    charger.unplug(click.plusSeconds(15));
    roll(start, trip.end(), next);
    if (speaks() && owner.locksItself()) {
      car.send(start.plusSeconds(20), Signal.LOCK, LockState.LOCKED);
      car.happens(EventName.UNLOCKED, click, start.plusSeconds(20));
    }
    boolean unlockedOnTheRoad = car.voice != Voice.STANDING && !(speaks() && owner.locksItself());
    return leave(trip.end(), unlockedOnTheRoad ? click : trip.end(), next);
  }

  private boolean speaks() {
    return car.voice == Voice.IGNITION || car.voice == Voice.ODOMETER;
  }

  private void roll(Instant start, Instant end, Instant next) {
    double before = odometer;
    double perSecond = random.nextDouble(25, 90) / 3600;
    car.drives(start, true);
    if (speaks()) {
      Instant moved =
          start.plusSeconds((long) Math.ceil((Math.floor(before) + 1 - before) / perSecond));
      long steps = Duration.between(start, moved).toSeconds() / 180 + 1;
      Instant counted = start.plusSeconds(180 * steps);
      car.happens(EventName.DRIVING, start, car.voice == Voice.IGNITION ? start : counted, end);
      for (Instant at = start.plusSeconds(180); at.isBefore(end); at = at.plusSeconds(180)) {
        car.odometer(at, before + perSecond * Duration.between(start, at).toSeconds());
      }
    }
    odometer = before + Math.max(1, perSecond * Duration.between(start, end).toSeconds());
    car.odometer(end, odometer);
    car.drives(end, false);
    car.happens(EventName.PARKED, end, next);
  }

  /** Who is in a hurry may drive on before everything is shut and locked. */
  private Instant leave(Instant parked, Instant unlocked, Instant next) {
    Instant out = parked.plusSeconds(random.nextInt(10, 60));
    long stay = Math.min(Duration.between(out, next).toSeconds(), 100_000) - 240;
    car.open(out, Opening.DRIVER_DOOR, random.nextInt(8, 40));
    if (random.nextInt(3) == 0) {
      int seconds = forgets() ? random.nextInt(900, 9000) : random.nextInt(20, 240);
      car.open(out.plusSeconds(20), Opening.TRUNK, (int) Math.max(5, Math.min(seconds, stay)));
    }
    long delay = forgets() ? random.nextInt(900, 12_000) : random.nextInt(45, 300);
    delay = owner.neverLocks() ? stay : delay;
    Instant locked = out.plusSeconds(Math.max(10, Math.min(delay, stay)));
    car.send(parked, Signal.LOCK, LockState.UNLOCKED);
    car.unlocked(unlocked, parked, locked);
    car.left(EventName.LEFT_UNLOCKED, parked, Thresholds.DEFAULT.leftUnlocked(), locked);
    lock(locked, next);
    return locked;
  }

  private void lock(Instant at, Instant until) {
    car.happens(EventName.LOCKED, at, until);
    car.send(at, Signal.LOCK, LockState.SECURED);
  }

  private boolean forgets() {
    return random.nextInt(100) < owner.forgetful() && !owner.neverLocks();
  }
}
