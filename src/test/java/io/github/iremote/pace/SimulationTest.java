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
  void our_plan_tells_in_little_more_than_half_the_time_of_the_plain_one() {
    Figures plain = new Figures();
    Figures ours = new Figures();
    for (String owner : List.of("regular", "stops", "silent")) {
      List<Owner> account = List.of(Owner.named(owner));
      plain.add(Simulation.run(Strategy.PLAIN, account, DAYS, 90));
      ours.add(Simulation.run(Strategy.OURS, account, DAYS, 90));
    }
    assertTrue(ours.median() <= 0.6 * plain.median(), ours.median() + " of " + plain.median());
    assertEquals(0, ours.daysOver());
  }

  @Test
  void three_cars_share_the_calls_and_no_run_fails() {
    List<Owner> account =
        List.of(Owner.named("regular"), Owner.named("stops"), Owner.named("silent-errands"));
    Figures ours = Simulation.run(Strategy.OURS, account, DAYS, 91);
    Figures plain = Simulation.run(Strategy.PLAIN, account, DAYS, 91);
    assertEquals(0, ours.failed(), "runs that failed, and messages of the program's own");
    assertEquals(0, ours.daysOver());
    assertTrue(ours.startsPerDay() <= 60, ours.startsPerDay() + " starts of Java a day");
    assertTrue(ours.median() <= 0.6 * plain.median(), ours.median() + " of " + plain.median());
  }

  @Test
  void never_over_quota_in_300_days_of_a_machine_that_does_its_worst() {
    QuotaSimulation simulation = new QuotaSimulation(7).run(300);
    assertEquals(0, simulation.daysOver());
    assertTrue(simulation.calls() > 300 * 30, "calls were made: " + simulation.calls());
    assertTrue(simulation.clocksSet() > 50, "clocks were set: " + simulation.clocksSet());
  }
}
