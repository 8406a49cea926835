package io.github.iremote.pace;

import io.github.iremote.pace.habits.Absence;
import io.github.iremote.pace.habits.Diary;
import io.github.iremote.pace.habits.Habits;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * When cars are worth asking again: each look has its worth by what it is expected to bring in time
 * ({@link Prospect}), and is made if that is more than its {@link Price}, which is the same for
 * every car of the account.
 *
 * <p>An appointment, as a charge's expected end, is kept in any case. A pure function of what is
 * known; the quota has the last word.
 */
final class Pace {
  /** How far looks are planned: for a day, in steps of cron's. */
  static final int STEPS = (int) Duration.ofDays(1).dividedBy(Habits.STEP);

  /** Cars sleep at night, and calls come back: no plan is good for longer. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(4);

  /** While people are up, however unlikely it is that they use this car. */
  private static final Duration LONGEST_BY_DAY = Duration.ofHours(2);

  /** Where several share the calls, one may be unlikely to be worth any: it gets some. */
  private static final Duration LONGEST_OF_SEVERAL = Duration.ofMinutes(100);

  /** As long as a car's habits are not known, no hour of the day may be left out. */
  private static final Duration LONGEST_UNLEARNT = Duration.ofMinutes(75);

  /** The usual distance of two cron runs, less the time that a run takes. */
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(270);

  /** Cron may come a little earlier than the last time. */
  private static final Duration EARLY = Duration.ofMinutes(1);

  /** Spent to the last call: a few come back before the next is used. */
  private static final Duration GATHER = Duration.ofMinutes(15);

  /** A little dearer than suffices: calls that are left can move to where they are needed. */
  private static final double MARGIN = 1.05;

  /** With fewer calls left than this, looks are dearer by so much for each that is missing. */
  private static final double SCARCE = 4;

  private static final double DEARER = 0.2;

  /** Left are those that come back within the hour, too, less what it takes. */
  private static final Duration SOON = Duration.ofHours(1);

  private static final double TAKEN_SOON = 3;

  /** A look at a car in use nearly always finds something: with so many calls fewer, too. */
  private static final double FEWER_IN_USE = 2;

  private final Budget budget;
  private final Time time;
  private final List<Price.Watched> cars;
  private final double price;

  /** Now, and where the owner lives. */
  record Time(Instant now, ZoneId zone) {}

  /**
   * @param cars every car that shares the calls
   * @param before the price at the last look
   */
  Pace(
      Collection<Rhythm> cars,
      Absence absence,
      double before,
      Budget budget,
      ZoneId zone,
      Instant now) {
    this.budget = budget;
    this.time = new Time(now, zone);
    this.cars = new ArrayList<>();
    for (Rhythm car : cars) {
      double[] rates = rates(car);
      this.cars.add(new Price.Watched(car, Standing.of(car, rates, STEPS), rates, begun(car)));
    }
    this.price = new Price(this.cars, absence, budget, time).from(before);
  }

  private double[] rates(Rhythm car) {
    int steps = STEPS + begun(car);
    return Habits.rates(car.diary(), car.outlook().looked(), time.zone(), steps);
  }

  private Prospect standing(Rhythm car) {
    for (Price.Watched watched : cars) {
      if (watched.car() == car) {
        return watched.standing();
      }
    }
    throw new IllegalArgumentException("a car that does not share the calls");
  }

  /** How many steps ago the car was looked at. */
  private int begun(Rhythm car) {
    double minutes = Outlook.minutes(car.outlook().looked(), time.now());
    return (int) Math.min(STEPS, Math.round(minutes / Habits.STEP.toMinutes()));
  }

  double price() {
    return price;
  }

  /** When this car is due. */
  Instant due(Rhythm car) {
    Outlook outlook = car.outlook();
    Instant looked = outlook.looked();
    Instant due = worthwhile(car);
    due = earlier(due, looked.plus(LONGEST_WAIT));
    Instant byDay = looked.plus(cars.size() == 1 ? LONGEST_BY_DAY : LONGEST_OF_SEVERAL);
    due = Habits.peopleAreUp(byDay, time.zone()) ? earlier(due, byDay) : due;
    if (Habits.peopleAreUp(looked, time.zone())
        && car.diary().unlearnt(Diary.day(looked, time.zone()))) {
      due = earlier(due, looked.plus(LONGEST_UNLEARNT.multipliedBy(cars.size())));
    }
    if (outlook.appointment().isPresent()) {
      due = earlier(due, outlook.appointment().get());
    }
    return later(due, earliest(outlook));
  }

  private Instant earliest(Outlook outlook) {
    Instant allowed = budget.nextAllowed(outlook.busy(), time.now());
    double left = budget.spendable(time.now(), time.now()) + (outlook.busy() ? FEWER_IN_USE : 0);
    boolean spent = left <= 0;
    return later(outlook.looked().plus(SHORTEST_WAIT), spent ? allowed.plus(GATHER) : allowed);
  }

  private Instant worthwhile(Rhythm car) {
    boolean busy = car.outlook().busy();
    Prospect prospect = busy ? InUse.of(car, STEPS) : standing(car);
    double left = budget.spendable(time.now(), time.now().plus(SOON)) - TAKEN_SOON;
    left += busy ? FEWER_IN_USE : 0;
    double dearer = 1 + DEARER * Math.max(0, SCARCE - left);
    Looks looks = new Looks(prospect, MARGIN * price * dearer, Math.max(1, begun(car)));
    return car.outlook().looked().plus(Habits.STEP.multipliedBy(looks.next())).minus(EARLY);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
