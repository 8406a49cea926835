package io.github.iremote.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.vehicle.Sample;
import io.github.iremote.vehicle.Samples;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is taken together. */
class BurstsTest {
  private final Bursts bursts = new Bursts();

  private void say(int second, String vin, String key, String value) {
    say(second, vin, key, value, false);
  }

  private void say(int second, String vin, String key, String value, boolean urgent) {
    Sample sample = new Sample(value, Optional.empty(), Optional.empty());
    bursts.add(vin, new Samples(Map.of(key, sample)), urgent, Duration.ofSeconds(second));
  }

  private Set<String> over(int second) {
    return bursts.over(Duration.ofSeconds(second));
  }

  @Test
  void five_quiet_seconds_end_a_burst() {
    say(0, "A", "door", "open");
    say(3, "A", "light", "on");
    assertEquals(Set.of(), over(7));
    assertEquals(Optional.of(Duration.ofSeconds(8)), bursts.due());
    assertEquals(Set.of("A"), over(8));
    assertEquals(Set.of("door", "light"), bursts.take("A").byKey().keySet());
    assertEquals(Set.of(), over(100));
  }

  @Test
  void a_burst_that_does_not_end_is_taken_after_ten_seconds() {
    for (int second = 0; second < 10; second += 2) {
      say(second, "A", "speed", "" + second);
      assertEquals(Set.of(), over(second));
    }
    assertEquals(Set.of("A"), over(10));
  }

  @Test
  void an_alarm_waits_for_nothing() {
    say(0, "A", "door", "open");
    say(1, "A", "alarm", "true", true);
    assertEquals(Set.of("A"), over(1));
    assertEquals(2, bursts.take("A").byKey().size());
  }

  @Test
  void each_car_has_bursts_of_its_own() {
    say(0, "A", "door", "open");
    say(4, "B", "door", "open");
    assertEquals(Set.of("A"), over(5));
    assertEquals(Set.of("A", "B"), over(9));
  }

  @Test
  void a_flood_holds_no_more_than_one_sample_for_each_key() {
    for (int i = 0; i < 10_000; i++) {
      say(0, "A", "key " + i % 7, "" + i);
    }
    assertEquals(7, bursts.take("A").byKey().size());
  }
}
