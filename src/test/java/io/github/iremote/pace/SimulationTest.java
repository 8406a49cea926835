package io.github.iremote.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.bmw.cardata.QuotaSimulation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short form of what {@code scripts/pace} measures. */
class SimulationTest {
  @Test
  void our_plan_tells_in_half_the_time_of_the_plain_one_with_no_more_calls() {
    Figures plain = new Figures();
    Figures ours = new Figures();
    for (Routine.Kind kind : Routine.Kind.values()) {
      Duration cron = Duration.ofMinutes(5);
      long seed = 90 + kind.ordinal();
      plain.add(new PaceSimulation(Plan.PLAIN, 50, cron).run(List.of(kind), seed));
      ours.add(new PaceSimulation(Plan.OURS, 50, cron).run(List.of(kind), seed));
    }
    assertTrue(ours.median() <= plain.median() / 2, ours.median() + " of " + plain.median());
    assertTrue(ours.callsPerDay() <= plain.callsPerDay());
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
