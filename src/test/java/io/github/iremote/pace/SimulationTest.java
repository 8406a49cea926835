package io.github.iremote.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.bmw.cardata.QuotaSimulation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short form of what {@code scripts/pace} measures. */
class SimulationTest {
  private static final int DAYS = 6;

  @Test
  void our_plan_tells_in_half_the_time_of_the_plain_one() {
    Figures plain = new Figures();
    Figures ours = new Figures();
    for (String owner : List.of("regular", "stops", "silent")) {
      List<Owner> account = List.of(Owner.named(owner));
      plain.add(Simulation.run(Strategy.PLAIN, account, DAYS, 90));
      ours.add(Simulation.run(Strategy.OURS, account, DAYS, 90));
    }
    assertTrue(ours.median() <= plain.median() / 2, ours.median() + " of " + plain.median());
    assertEquals(0, ours.daysOver());
  }

  @Test
  void never_over_quota_in_300_days_of_a_machine_that_does_its_worst() {
    QuotaSimulation simulation = new QuotaSimulation(7).run(300);
    assertEquals(0, simulation.daysOver());
    assertTrue(simulation.calls() > 300 * 30, "calls were made: " + simulation.calls());
    assertTrue(simulation.clocksSet() > 50, "clocks were set: " + simulation.clocksSet());
  }
}
