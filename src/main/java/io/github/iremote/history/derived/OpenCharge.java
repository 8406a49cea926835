package io.github.iremote.history.derived;

import io.github.iremote.vehicle.ChargingSession;
import io.github.iremote.vehicle.ChargingState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A charge that is under way, or has just ended and may yet be told more of. */
final class OpenCharge {
  /** Power is only true near its own time, and the car never says that it is none. */
  private static final Duration POWER_LASTS = Duration.ofMinutes(15);

  /** Cars try, and think better of it. */
  private static final Duration SHORTEST = Duration.ofMinutes(2);

  private static final double TARGET_ROUNDING = 1;
  private static final double FULL = 100;
  private static final String GOAL_REACHED = "CHARGING_GOAL_REACHED";

  Optional<Instant> start = Optional.empty();
  Optional<Instant> end = Optional.empty();
  Optional<Instant> paused = Optional.empty();
  Optional<Double> from = Optional.empty();
  Optional<Double> to = Optional.empty();
  Optional<Double> odometer = Optional.empty();
  Optional<String> reason = Optional.empty();
  ChargingState state = ChargingState.CHARGING;
  boolean unplugged;
  private boolean goalReached;
  private final List<ChargingSession.Block> power = new ArrayList<>();

  void power(double kilowatts, Instant at) {
    closeBlock(at);
    power.add(new ChargingSession.Block(at, at.plus(POWER_LASTS), kilowatts));
  }

  /** A word from before the end may be of the charge before. */
  void reason(String word, Instant at) {
    reason = Optional.of(word);
    goalReached =
        word.equals(GOAL_REACHED) && end.filter(at::isBefore).isEmpty() && end.isPresent();
  }

  /** A block lasts until the next word of power. */
  void closeBlock(Instant at) {
    if (power.isEmpty()) {
      return;
    }
    int last = power.size() - 1;
    ChargingSession.Block block = power.get(last);
    if (block.end().isAfter(at)) {
      power.set(last, new ChargingSession.Block(block.start(), at, block.kilowatts()));
    }
  }

  boolean amountedToNothing() {
    boolean nothing = from.isPresent() && from.equals(to);
    return nothing
        && start.isPresent()
        && Duration.between(start.get(), end.orElseThrow()).compareTo(SHORTEST) < 0;
  }

  Charge ended(Optional<Double> target) {
    return as(ending(target));
  }

  Charge as(Charge.Ending ending) {
    return new Charge(
        start,
        end.orElseThrow(),
        from,
        to,
        Optional.empty(),
        ending,
        ending == Charge.Ending.UNDER_WAY ? Optional.empty() : reason,
        odometer,
        Optional.empty(),
        power);
  }

  private Charge.Ending ending(Optional<Double> target) {
    double level = to.orElse(0.0);
    if (state == ChargingState.ERROR) {
      return Charge.Ending.ERROR;
    }
    if (state == ChargingState.FULL || level >= FULL) {
      return Charge.Ending.FULL;
    }
    boolean reached = target.filter(percent -> level >= percent - TARGET_ROUNDING).isPresent();
    if (reached || goalReached) {
      return Charge.Ending.TARGET;
    }
    if (start.isEmpty()) {
      return Charge.Ending.UNKNOWN;
    }
    return unplugged ? Charge.Ending.UNPLUGGED : Charge.Ending.INTERRUPTED;
  }
}
