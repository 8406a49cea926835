package io.github.iremote.vehicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {

  @ParameterizedTest(name = "{0}, then {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      80 @ 07:00    | 79 @ 07:01    | 79 @ 07:01
      80 @ 07:01    | 79 @ 07:00    | 80 @ 07:01
      80 @ 07:00    | 79 @ 07:00    | 79 @ 07:00
      80 @ 07:00    | 80 @ 07:01    | 80 @ 07:01
      80 @ 07:00    | 79            | 79
      80 @ 07:00    | 80            | 80 @ 07:00
      80            | 79 @ 07:00    | 79 @ 07:00
      80 km @ 07:00 | 81 @ 07:01    | 81 km @ 07:01
      80 km @ 07:00 | 50 mi @ 07:01 | 50 mi @ 07:01
      80 km @ 07:01 | 50 mi @ 07:00 | 80 km @ 07:01
      """)
  void of_a_key_the_cars_later_word_is_kept(String known, String heard, String expected) {
    Samples merged = samples("a", known).merged(samples("a", heard));

    assertEquals(samples("a", expected), merged);
  }

  @Test
  void what_an_answer_does_not_mention_stays() {
    Samples both = samples("a", "1 @ 07:00").merged(samples("b", "2 @ 06:00"));

    assertEquals(samples("a", "1 @ 07:00").with("b", sample("2 @ 06:00")), both);
    assertEquals(both, both.merged(Samples.NONE));
  }

  @Test
  void the_same_answer_again_is_nothing_new() {
    Known before = new Known(VehicleStatus.UNKNOWN, samples("a", "1 km @ 07:00"));
    Samples again = before.samples().merged(samples("a", "1 @ 07:00"));
    Samples later = before.samples().merged(samples("a", "1 @ 07:05"));

    assertTrue(new Known(VehicleStatus.UNKNOWN, again).unchangedSince(before));
    assertFalse(new Known(VehicleStatus.UNKNOWN, later).unchangedSince(before));
  }

  private static Samples samples(String key, String sample) {
    return Samples.NONE.with(key, sample(sample));
  }

  private static Sample sample(String text) {
    String[] parts = text.split(" *@ *");
    String[] words = parts[0].trim().split(" ");
    return new Sample(
        words[0],
        words.length > 1 ? Optional.of(words[1]) : Optional.empty(),
        parts.length > 1
            ? Optional.of(Instant.parse("2026-03-02T" + parts[1] + ":00Z"))
            : Optional.empty());
  }
}
