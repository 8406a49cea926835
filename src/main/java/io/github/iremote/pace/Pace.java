package io.github.iremote.pace;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;

/**
 * When cars are worth asking again. Two things make a look more urgent from minute to minute, and
 * it is due when they have added up to one:
 *
 * <ul>
 *   <li>routine: how likely the car is to be used at this hour, over a price. The price is the same
 *       for every car of the account: the lowest at which the calls of the next 24 hours, as they
 *       come back hour by hour, suffice for all cars and leave some for what cannot be foreseen;
 *   <li>liveliness: where something just happened, more is likely to. It is damped where calls are
 *       few, or many cars want them.
 * </ul>
 *
 * An appointment, as a charge's expected end, is kept in any case. A pure function of what is
 * known; the quota has the last word.
 */
final class Pace {
  /** Cars sleep at night, and calls come back: no plan is good for longer. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(4);

  /** While people are up, however unlikely it is that they use this car. */
  private static final Duration LONGEST_BY_DAY = Duration.ofHours(2);

  /** As long as a car's habits are not known, no hour of the day may be left out. */
  private static final Duration LONGEST_UNLEARNT = Duration.ofMinutes(75);

  /** The usual distance of two cron runs, less the time that a run takes. */
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(270);

  /** Cron comes some minutes after the right moment; it may as well come some before. */
  private static final Duration HALF_A_CRON = Duration.ofMinutes(2);

  /** Spent to the last call: a few come back before the next is used. */
  private static final Duration GATHER = Duration.ofMinutes(15);

  /** How many calls it takes beyond routine when somebody goes to a car. */
  private static final double KEPT_PER_USE = 2;

  /** Of what the cars are doing now, this share is expected to need its calls. */
  private static final double KEPT_FOR_NOW = 1;

  /** What routine has of the calls at least: a busy day must not end in blindness. */
  private static final double ROUTINE_SHARE = 0.7;

  /**
   * A little dearer than suffices. In a rolling day a call comes back at the hour at which it was
   * spent: with none left over no call can move to where it is needed, and everything is late.
   */
  private static final double MARGIN = 1.1;

  /** With fewer calls left than this, lively times are stretched rather than cut off. */
  private static final double SCARCE = 8;

  /** The price of one car alone; where several push it up, liveliness costs more, too. */
  private static final double USUAL_PRICE = 0.27;

  private static final double DAMPING = 0.7;

  private final Absence absence;
  private final Budget budget;
  private final ZoneId zone;
  private final Instant now;
  private final int cars;
  private final double price;
  private final double damping;

  /**
   * @param cars every car that shares the calls
   */
  Pace(Collection<Rhythm> cars, Absence absence, Budget budget, ZoneId zone, Instant now) {
    this.absence = absence;
    this.budget = budget;
    this.zone = zone;
    this.now = now;
    this.cars = cars.size();
    this.price = MARGIN * price(cars);
    this.damping =
        Math.min(1, budget.spendable(now, now) / SCARCE)
            * Math.pow(Math.min(1, USUAL_PRICE / price), DAMPING);
  }

  /** When this car is due. */
  Instant due(Rhythm car) {
    Instant looked = car.outlook().looked();
    Instant byDay = looked.plus(LONGEST_BY_DAY.multipliedBy(cars));
    Instant latest = looked.plus(LONGEST_WAIT);
    latest = Habits.peopleAreUp(byDay, zone) ? earlier(latest, byDay) : latest;
    if (car.habits().unlearnt(looked, zone)) {
      latest = earlier(latest, looked.plus(LONGEST_UNLEARNT.multipliedBy(cars)));
    }
    if (car.outlook().appointment().isPresent()) {
      latest = earlier(latest, car.outlook().appointment().get());
    }
    return later(earliest(looked), urgent(car, latest));
  }

  private Instant earliest(Instant looked) {
    Instant allowed = budget.nextAllowed(now);
    boolean spent = budget.spendable(now, now) <= 0;
    return later(looked.plus(SHORTEST_WAIT), spent ? allowed.plus(GATHER) : allowed);
  }

  private Instant urgent(Rhythm car, Instant latest) {
    Instant looked = car.outlook().looked();
    double urgency = 0;
    Instant time = looked;
    while (time.isBefore(latest)) {
      Duration step = step(looked, time);
      Instant middle = time.plus(step.dividedBy(2));
      double perHour = routine(car, middle) / price + damping * car.outlook().liveliness(middle);
      double more = perHour * hours(step);
      if (urgency + more >= 1) {
        return time.plusSeconds((long) (3600 * (1 - urgency) / perHour)).minus(HALF_A_CRON);
      }
      urgency += more;
      time = time.plus(step);
    }
    return latest;
  }

  private double price(Collection<Rhythm> cars) {
    double price = Double.MIN_NORMAL;
    double wanted = 0;
    double kept = 0;
    Instant end = now.plus(Duration.ofHours(24));
    for (Instant time = now; time.isBefore(end); ) {
      Duration step = step(now, time);
      Instant middle = time.plus(step.dividedBy(2));
      double hours = hours(step) * absence.present(middle, zone);
      for (Rhythm car : cars) {
        wanted += hours * routine(car, middle);
        kept += hours * KEPT_PER_USE * car.habits().used(middle, zone);
        kept += hours * KEPT_FOR_NOW * car.outlook().liveliness(middle);
      }
      time = time.plus(step);
      double calls = budget.spendable(now, time);
      price =
          Math.max(price, wanted / Math.max(0.1, Math.max(calls - kept, ROUTINE_SHARE * calls)));
    }
    return price;
  }

  private double routine(Rhythm car, Instant time) {
    return car.habits().weight(time, zone);
  }

  /** Small at first, when things change by the minute. */
  private static Duration step(Instant start, Instant time) {
    long minutes = Duration.between(start, time).toMinutes();
    return Duration.ofMinutes(minutes < 60 ? 5 : minutes < 240 ? 15 : 30);
  }

  private static double hours(Duration time) {
    return time.toSeconds() / 3600.0;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
