package io.github.iremote.history.derived;

import io.github.iremote.vehicle.ChargingSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together what the car and what BMW's charging history tell of the same charges. */
final class Sessions {
  /** The clocks of car, charger and BMW differ. */
  private static final Duration SLACK = Duration.ofMinutes(10);

  /** A charge of which only the result was seen may have ended this long before. */
  private static final Duration UNSEEN = Duration.ofHours(24);

  /**
   * Every charge once: what BMW's history knows better is taken from it.
   *
   * @param capacity what the battery holds, in kWh
   */
  static List<Charge> merged(
      List<Charge> charges, List<ChargingSession> sessions, Optional<Double> capacity) {
    List<Charge> left = new ArrayList<>(charges);
    List<Charge> all = new ArrayList<>();
    for (ChargingSession session : distinct(sessions)) {
      List<Charge> same = left.stream().filter(charge -> same(charge, session)).toList();
      left.removeAll(same);
      Charge whole = merged(same, session);
      all.add(whole.with(energy(same, session, whole, capacity)));
    }
    all.addAll(left);
    all.sort(Sessions::byEnd);
    return all;
  }

  private static int byEnd(Charge one, Charge other) {
    return one.end().compareTo(other.end());
  }

  /** One that was told several times is known by the last word, and by what that leaves out. */
  private static List<ChargingSession> distinct(List<ChargingSession> sessions) {
    List<ChargingSession> distinct = new ArrayList<>();
    for (ChargingSession session : sessions) {
      Optional<ChargingSession> before =
          distinct.stream().filter(other -> overlap(other, session)).findFirst();
      before.ifPresent(distinct::remove);
      distinct.add(before.map(session::completedBy).orElse(session));
    }
    return distinct;
  }

  private static boolean overlap(ChargingSession one, ChargingSession other) {
    return one.start().isBefore(other.end()) && other.start().isBefore(one.end())
        || one.start().equals(other.start());
  }

  private static boolean same(Charge charge, ChargingSession session) {
    Instant start = charge.from(charge.end().minus(UNSEEN));
    return start.isBefore(session.end().plus(SLACK))
        && charge.end().isAfter(session.start().minus(SLACK))
        && (charge.start().isPresent() || levelsAgree(charge, session));
  }

  private static boolean levelsAgree(Charge charge, ChargingSession session) {
    return charge.to().isEmpty()
        || session.to().isEmpty()
        || Math.abs(charge.to().get() - session.to().get()) <= 3;
  }

  private static Charge merged(List<Charge> same, ChargingSession session) {
    Optional<Charge> car = same.stream().max(Sessions::byEnd);
    return new Charge(
        Optional.of(session.start()),
        session.end(),
        session.from().or(() -> same.stream().findFirst().flatMap(Charge::from)),
        session.to().or(() -> car.flatMap(Charge::to)),
        Optional.empty(),
        car.map(Charge::ending).orElse(Charge.Ending.UNKNOWN),
        car.flatMap(Charge::reason),
        session.kilometres().or(() -> car.flatMap(Charge::odometer)),
        session.place(),
        session.blocks().isEmpty()
            ? same.stream().flatMap(charge -> charge.power().stream()).toList()
            : session.blocks());
  }

  private static Optional<Energy> energy(
      List<Charge> same, ChargingSession session, Charge whole, Optional<Double> capacity) {
    return session
        .gridEnergy()
        .map(grid -> new Energy(grid, Energy.Found.GRID))
        .or(() -> session.batteryEnergy().map(in -> new Energy(in, Energy.Found.BATTERY)))
        .or(() -> Estimate.fromPower(whole))
        .or(() -> sum(same))
        .or(() -> Estimate.fromCapacity(whole, capacity));
  }

  private static Optional<Energy> sum(List<Charge> same) {
    if (same.isEmpty() || same.stream().anyMatch(charge -> charge.energy().isEmpty())) {
      return Optional.empty();
    }
    double sum = same.stream().mapToDouble(c -> c.energy().get().kilowattHours()).sum();
    return Optional.of(new Energy(sum, same.get(0).energy().get().found()));
  }

  private Sessions() {}
}
