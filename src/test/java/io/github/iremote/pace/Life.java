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
import java.util.SplittableRandom;

/** Lives some weeks with a car: turns an owner's drives into keys, doors, trunks and cables. */
final class Life {
  private final SplittableRandom random;
  private final SimulatedCar car;
  private final Charger charger;
  private final double forgetful;
  private double odometer = 20_000;

  /** The story of a car, told to its end before anybody asks. */
  static SimulatedCar of(Routine.Kind kind, LocalDate firstDay, int days, ZoneId zone, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Routine routine = new Routine(kind, firstDay, random.split());
    Instant start = firstDay.atStartOfDay(zone).toInstant();
    return new Life(random, start).live(routine, firstDay, days, zone);
  }

  private Life(SplittableRandom random, Instant start) {
    this.random = random;
    Voice voice = Voice.values()[random.nextInt(Voice.values().length)];
    car = new SimulatedCar(voice, start.minusSeconds(3600));
    car.odometer(start.minusSeconds(3600), odometer);
    charger = new Charger(car, random.split());
    forgetful = random.nextDouble(0, 0.05);
  }

  private SimulatedCar live(Routine routine, LocalDate firstDay, int days, ZoneId zone) {
    Instant free = firstDay.atStartOfDay(zone).toInstant();
    for (LocalDate day = firstDay; day.isBefore(firstDay.plusDays(days)); day = day.plusDays(1)) {
      for (Routine.Drive drive : routine.day(day)) {
        Instant start = drive.start().atZone(zone).toInstant();
        if (start.isAfter(free.plusSeconds(300))) {
          maybeVisit(free, start);
          free = drive(start, drive.minutes());
          if (drive.plugIn()) {
            Instant timer = routine.chargingFrom(day).atZone(zone).toInstant();
            charger.plugIn(free.plusSeconds(random.nextInt(20, 120)), timer);
          }
        }
      }
    }
    return car;
  }

  /** Now and then somebody fetches something from the car. */
  private void maybeVisit(Instant from, Instant until) {
    long minutes = Duration.between(from, until).toMinutes();
    if (minutes > 60 && random.nextDouble() < 0.1 && car.voice != Voice.STANDING) {
      Instant at = from.plusSeconds(60 * random.nextLong(20, minutes - 20));
      car.unlock(at);
      car.open(at.plusSeconds(10), Opening.TRUNK, random.nextInt(10, 240));
      car.lock(at.plusSeconds(random.nextInt(260, 400)));
    }
  }

  /** One drive, from the first click of the key to the last. */
  private Instant drive(Instant start, int minutes) {
    Instant click = start.minusSeconds(random.nextInt(40, 180));
    if (car.voice != Voice.STANDING) {
      car.unlock(click);
      car.open(click.plusSeconds(5), Opening.DRIVER_DOOR, random.nextInt(8, 30));
    }
    charger.unplug(click.plusSeconds(15));
    Instant end = start.plusSeconds(minutes * 60L);
    roll(start, end);
    return leave(end);
  }

  private void roll(Instant start, Instant end) {
    double before = odometer;
    double perSecond = random.nextDouble(25, 90) / 3600;
    car.drives(start, true);
    if (car.voice != Voice.STANDING) {
      car.happens(EventName.DRIVING, start);
      car.send(start.plusSeconds(20), Signal.LOCK, LockState.LOCKED);
      for (Instant at = start.plusSeconds(180); at.isBefore(end); at = at.plusSeconds(180)) {
        car.odometer(at, before + perSecond * Duration.between(start, at).toSeconds());
      }
    }
    odometer = before + Math.max(1, perSecond * Duration.between(start, end).toSeconds());
    car.odometer(end, odometer);
    car.drives(end, false);
    car.happens(EventName.PARKED, end);
  }

  private Instant leave(Instant parked) {
    car.unlock(parked);
    Instant out = parked.plusSeconds(random.nextInt(10, 60));
    car.open(out, Opening.DRIVER_DOOR, random.nextInt(8, 40));
    if (random.nextInt(3) == 0) {
      int seconds = forgets() ? random.nextInt(900, 9000) : random.nextInt(20, 240);
      car.open(out.plusSeconds(20), Opening.TRUNK, seconds);
    }
    int delay = forgets() ? random.nextInt(900, 12_000) : random.nextInt(45, 300);
    Instant locked = out.plusSeconds(delay);
    car.lock(locked);
    car.left(EventName.LEFT_UNLOCKED, parked, Thresholds.DEFAULT.leftUnlocked(), locked);
    return locked;
  }

  private boolean forgets() {
    return random.nextDouble() < forgetful;
  }
}
