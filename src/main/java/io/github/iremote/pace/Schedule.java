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
import java.util.List;
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
  private final Pace pace;
  private final Budget budget;
  private final Supplier<ZoneId> zone;
  private final boolean force;
  private final InstantSource clock;
  private final List<Instant> callsBefore;

  /**
   * @param force whether every car is due
   */
  public Schedule(
      Sections runFile,
      Pace pace,
      Budget budget,
      Supplier<ZoneId> zone,
      boolean force,
      InstantSource clock) {
    this.rhythms = runFile.section("pace", Rhythms::fromJson, Rhythms::toJson);
    this.pace = pace;
    this.budget = budget;
    this.zone = zone;
    this.force = force;
    this.clock = clock;
    this.callsBefore = budget.calls();
  }

  /** The cars that are not due. */
  @Override
  public List<Vehicle> resting(List<Vehicle> cars) {
    List<Vehicle> resting = new ArrayList<>();
    for (Vehicle car : cars) {
      if (!force && !rhythm(car).rest().over(clock.instant())) {
        resting.add(car);
      }
    }
    return resting;
  }

  /** When the car will be looked at again. */
  @Override
  public Instant nextLook(Vehicle car) {
    return rhythm(car).rest().until();
  }

  /** Whether the last fetch of one of these cars came to nothing. */
  public boolean anyFailing(List<Vehicle> cars) {
    for (Vehicle car : cars) {
      if (rhythm(car).failures() > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The car has answered: learns its habits, and decides when it is worth the next call.
   *
   * @param driving whether it is on the road, as the rules see it
   */
  @Override
  public void fetched(Vehicle car, VehicleStatus status, boolean driving) {
    Instant now = clock.instant();
    ZoneId here = zone.get();
    Habits habits = rhythm(car).habits().learn(status, here, now);
    Wait rest = pace.next(status, driving, habits, all(habits, car), budget, here, now);
    rhythms.update(known -> known.with(car.vin(), new Rhythm(rest, habits, 0)));
  }

  /** The fetch came to nothing: where that has cost a call, the next ones come ever later. */
  @Override
  public void failed(Vehicle car) {
    if (budget.calls().equals(callsBefore)) {
      return;
    }
    Instant now = clock.instant();
    Rhythm before = rhythm(car);
    Instant allowed = budget.nextAllowed(now);
    Instant patient = now.plus(patience(before.failures() + 1));
    Wait rest = new Wait(now, patient.isAfter(allowed) ? patient : allowed);
    Rhythm after = new Rhythm(rest, before.habits(), before.failures() + 1);
    rhythms.update(known -> known.with(car.vin(), after));
  }

  private static Duration patience(int failures) {
    if (failures <= TRIED_AT_ONCE) {
      return Duration.ZERO;
    }
    int doublings = Math.min(failures - TRIED_AT_ONCE - 1, 10);
    Duration patience = FIRST_PATIENCE.multipliedBy(1L << doublings);
    return patience.compareTo(MOST_PATIENCE) < 0 ? patience : MOST_PATIENCE;
  }

  private List<Habits> all(Habits own, Vehicle car) {
    List<Habits> all = new ArrayList<>(List.of(own));
    Instant forgotten = clock.instant().minus(FORGOTTEN);
    rhythms
        .get()
        .cars()
        .forEach(
            (vin, rhythm) -> {
              if (!vin.equals(car.vin()) && rhythm.rest().until().isAfter(forgotten)) {
                all.add(rhythm.habits());
              }
            });
    return all;
  }

  private Rhythm rhythm(Vehicle car) {
    Rhythm known = rhythms.get().cars().get(car.vin());
    return known == null ? Rhythm.unknown(clock.instant()) : known;
  }
}
