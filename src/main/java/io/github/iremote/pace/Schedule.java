package io.github.iremote.pace;

import io.github.iremote.json.Section;
import io.github.iremote.json.Sections;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Which cars a run fetches: those whose time has come, by the pace and what the quota leaves. */
public final class Schedule implements Timetable {
  /** A fault of a moment: the next run tries again, before patience begins. */
  private static final int TRIED_AT_ONCE = 2;

  private static final Duration FIRST_PATIENCE = Duration.ofMinutes(15);
  private static final Duration MOST_PATIENCE = Duration.ofHours(2);

  /** A car that was not asked for as long as this is no longer watched, and takes no share. */
  private static final Duration FORGOTTEN = Duration.ofDays(2);

  private final Section<Rhythms> rhythms;
  private final Budget budget;
  private final Supplier<ZoneId> zone;
  private final boolean force;
  private final InstantSource clock;
  private final List<Instant> callsBefore;

  /**
   * @param force whether every car is due
   */
  public Schedule(
      Sections runFile, Budget budget, Supplier<ZoneId> zone, boolean force, InstantSource clock) {
    this.rhythms = runFile.section("pace", Rhythms::fromJson, Rhythms::toJson);
    this.budget = budget;
    this.zone = zone;
    this.force = force;
    this.clock = clock;
    this.callsBefore = budget.calls();
  }

  @Override
  public List<Vehicle> due(List<Vehicle> cars, Predicate<Vehicle> unknown) {
    if (force) {
      return cars;
    }
    Instant now = clock.instant();
    List<Vehicle> due = new ArrayList<>(cars);
    due.removeIf(
        car -> !rhythm(car).rest().over(now) && (rhythm(car).failures() > 0 || !unknown.test(car)));
    due.sort(Comparator.comparing(car -> rhythm(car).rest().until()));
    due.removeIf(car -> budget.nextAllowed(inUse(car), now).isAfter(now));
    List<Vehicle> resting = new ArrayList<>(due);
    resting.removeIf(this::inUse);
    int calls = Math.max(0, budget.spendable(now, now));
    due.removeAll(resting.subList(Math.min(resting.size(), calls), resting.size()));
    return due;
  }

  @Override
  public boolean mayFetch() {
    return !budget.nextAllowed(false, clock.instant()).isAfter(clock.instant());
  }

  @Override
  public Instant nextLook(Vehicle car) {
    Instant until = rhythm(car).rest().until();
    Instant now = clock.instant();
    Instant allowed = budget.nextAllowed(inUse(car), now);
    return allowed.isAfter(now) && allowed.isAfter(until) ? allowed : until;
  }

  @Override
  public Optional<Instant> lastLook(Vehicle car) {
    return Optional.ofNullable(rhythms.get().cars().get(car.vin())).map(r -> r.outlook().looked());
  }

  /**
   * The car has answered: learns its habits, and plans the next look at every car anew, as all
   * share the calls.
   *
   * @param driving whether it is on the road, as the rules see it
   * @param nextAt when something becomes news by lasting until then
   */
  @Override
  public void fetched(
      Vehicle car, VehicleStatus status, boolean driving, Optional<Instant> nextAt) {
    Instant now = clock.instant();
    ZoneId here = zone.get();
    Rhythm before = rhythm(car);
    Rhythm rhythm = new Lesson(before, status, here, now).learnt(driving, nextAt);
    rhythms.update(
        known -> planned(noted(known, before, here, now).with(car.vin(), rhythm), here, now));
  }

  /** A look that comes late tells when the machine was off; one after a failure does not. */
  private Rhythms noted(Rhythms known, Rhythm before, ZoneId here, Instant now) {
    Instant due = before.rest().until();
    return before.failures() == 0 && !due.isAfter(now)
        ? known.with(known.absence().learn(due, now, here))
        : known;
  }

  private Rhythms planned(Rhythms known, ZoneId here, Instant now) {
    Instant forgotten = now.minus(FORGOTTEN);
    Map<String, Rhythm> watched = new TreeMap<>(known.cars());
    watched.values().removeIf(rhythm -> rhythm.rest().until().isBefore(forgotten));
    Pace pace = new Pace(watched.values(), known.absence(), known.price(), budget, here, now);
    Rhythms planned = known.with(pace.price());
    for (Map.Entry<String, Rhythm> car : watched.entrySet()) {
      if (car.getValue().failures() == 0) {
        Rhythm moved = car.getValue().until(pace.due(car.getValue()), now);
        planned = planned.with(car.getKey(), moved);
      }
    }
    return planned;
  }

  /** The fetch came to nothing: where that has cost a call, the next ones come ever later. */
  @Override
  public void failed(Vehicle car) {
    if (budget.calls().equals(callsBefore)) {
      return;
    }
    Instant now = clock.instant();
    Rhythm before = rhythm(car);
    Instant allowed = budget.nextAllowed(before.outlook().busy(), now);
    Instant patient = now.plus(patience(before.failures() + 1));
    Wait rest = new Wait(now, patient.isAfter(allowed) ? patient : allowed);
    rhythms.update(known -> known.with(car.vin(), before.failed(rest)));
  }

  private static Duration patience(int failures) {
    if (failures <= TRIED_AT_ONCE) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures - TRIED_AT_ONCE - 1, 10);
    Duration patience = FIRST_PATIENCE.multipliedBy(1L << doublings);
    return patience.compareTo(MOST_PATIENCE) < 0 ? patience : MOST_PATIENCE;
  }

  private boolean inUse(Vehicle car) {
    return rhythm(car).outlook().busy();
  }

  private Rhythm rhythm(Vehicle car) {
    Rhythm known = rhythms.get().cars().get(car.vin());
    return known == null ? Rhythm.unknown(clock.instant()) : known;
  }
}
