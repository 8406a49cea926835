package io.github.iremote.pace;

import io.github.iremote.bmw.cardata.Quota;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Some weeks of one account under one plan, cron and all; the same seed lives the same weeks. */
final class PaceSimulation {
  static final int DAYS = 28;

  private final Plan plan;
  private final int dailyCalls;
  private final Duration cron;
  private final Figures figures = new Figures();
  private final List<Instant> calls = new ArrayList<>();
  private Quota quota;

  PaceSimulation(Plan plan, int dailyCalls, Duration cron) {
    this.plan = plan;
    this.dailyCalls = dailyCalls;
    this.cron = cron;
    quota = Quota.unused(dailyCalls);
  }

  /** Runs an account with one car of each of these kinds. */
  Figures run(List<Routine.Kind> kinds, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    LocalDate firstDay = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
    Instant start = firstDay.atStartOfDay(Plan.ZONE).toInstant();
    Instant end = firstDay.plusDays(DAYS).atStartOfDay(Plan.ZONE).toInstant();
    List<Watched> cars = new ArrayList<>();
    for (Routine.Kind kind : kinds) {
      SimulatedCar car = Life.of(kind, firstDay, DAYS, Plan.ZONE, random.nextLong());
      cars.add(new Watched(car, start, figures));
    }
    Instant now = start.plusSeconds(random.nextInt(1800));
    for (; now.isBefore(end); now = now.plus(cron)) {
      for (Watched car : cars) {
        poll(car, cars, now);
      }
    }
    figures.account(cars.size(), DAYS, calls, dailyCalls);
    return figures;
  }

  private void poll(Watched car, List<Watched> cars, Instant now) {
    if (!car.wait.over(now) || !quota.allows(plan.purpose(), now)) {
      return;
    }
    quota = quota.called(now).answered(now, now);
    calls.add(now);
    car.look(now);
    List<Habits> all = new ArrayList<>();
    cars.forEach(each -> all.add(each.habits));
    car.wait = plan.next(car.status, car.driving(), car.habits, all, quota, now);
  }
}
