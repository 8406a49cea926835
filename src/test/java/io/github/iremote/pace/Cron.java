package io.github.iremote.pace;

import io.github.iremote.message.Message;
import io.github.iremote.run.StatusRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cron starts {@code status} every five minutes, as long as the machine is on. */
final class Cron implements Program {
  private final Strategy strategy;
  private final World world;
  private final Machine machine;
  private Instant tick = Instant.EPOCH;
  private Instant restUntil = Instant.EPOCH;

  Cron(Strategy strategy, World world) {
    this.strategy = strategy;
    this.world = world;
    machine = new Machine(world.configs(), world.vehicles(), world.bmw(), world.clock());
  }

  @Override
  public Instant next(Instant after) {
    tick = Strategy.cronAfter(after);
    while (!world.machineOn().test(tick)) {
      tick = Strategy.cronAfter(tick);
    }
    // cron, a shell and Java take their time
    return tick.plus(Duration.ofMillis(500 + world.random().nextInt(2500)));
  }

  @Override
  public Run wake() {
    Instant now = world.clock().instant();
    if (strategy.plans() && now.getEpochSecond() < restUntil.getEpochSecond()) {
      return Run.NOTHING;
    }
    int starts = 0;
    int failures = 0;
    List<Message> told = new ArrayList<>();
    for (Optional<String> only :
        strategy.runs(tick, world.cars(), world.callsOfADay().getAsInt())) {
      StatusRun.Report report = machine.run(strategy.plans(), only);
      restUntil = report.restUntil().orElse(now);
      starts++;
      failures += report.failures().isEmpty() ? 0 : 1;
      told.addAll(machine.told());
    }
    return new Run(starts, failures, told);
  }
}
