package io.github.iremote.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02T10:00:00Z",
        "2024-02-29T23:59:59Z",
        "1970-01-01T00:00:00Z",
        "2026-03-02T10:00:00.5Z",
        "2026-03-02T10:00:00.123Z",
        "2026-03-02T10:00:00.123456789Z",
        "2026-03-02T24:00:00Z",
        "2026-03-02T10:00:00+01:00",
        "9998-12-31T23:59:59Z",
      })
  void a_time_is_read_as_java_reads_it(String text) {
    assertEquals(Instant.parse(text), Times.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-03-02",
        "2026-02-29T10:00:00Z",
        "2026-13-02T10:00:00Z",
        "2026-03-02T25:00:00Z",
        "2026-03-02T10:60:00Z",
        "2026-03-02 10:00:00Z",
        "2026-03-0aT10:00:00Z",
        "2026-03-02T10:00:00,5Z",
        "2026-03-02T10:00:00.1234567890Z",
        "1969-12-31T23:59:59Z",
        "9999-01-01T00:00:00Z",
      })
  void what_is_no_time_of_a_clock_is_refused(String text) {
    assertThrows(DateTimeException.class, () -> Times.parse(text));
  }
}
