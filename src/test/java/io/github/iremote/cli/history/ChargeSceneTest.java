package io.github.iremote.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.Log;
import io.github.iremote.history.HistoryFolder;
import io.github.iremote.history.chronicle.Chronicle;
import io.github.iremote.history.derived.Charge;
import io.github.iremote.message.Wording;
import io.github.iremote.message.phrases.Phrases;
import io.github.iremote.vehicle.Distance;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written above the picture of a charge. */
class ChargeSceneTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path configs;

  private Charge charge(Instant start, Instant end) {
    return new Charge(
        Optional.ofNullable(start),
        end,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Charge.Ending.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 2026-11-24T08:00:00Z | 2026-11-24T10:30:00Z | charge of 24 Nov 2026, 09:00 to 11:30",
        "en | 2026-11-24T20:30:00Z | 2026-11-24T23:30:00Z | charge of 24 Nov 2026, 21:30 to 00:30",
        "en | 2026-11-23T20:30:00Z | 2026-11-24T23:30:00Z | charge of 23 Nov 2026, 21:30 to 25 Nov 2026 00:30",
        "en |                      | 2026-11-24T06:00:00Z | charge of 24 Nov 2026, until 07:00",
        "de | 2026-11-24T20:30:00Z | 2026-11-24T23:30:00Z | Ladung am 24. Nov. 2026, 21:30 bis 00:30 Uhr",
        "de |                      | 2026-11-24T06:00:00Z | Ladung am 24. Nov. 2026, bis 07:00 Uhr",
      })
  void the_title_says_when_it_was(String language, Instant start, Instant end, String title) {
    Wording wording = new Wording(Phrases.of(language, Map.of()), Distance.Unit.KM, () -> BERLIN);
    Chronicle chronicle =
        new Chronicle(
            new HistoryFolder(configs, new Log(0)),
            "WBA1",
            new Chronicle.Terms(BERLIN, Optional.empty(), Optional.empty()),
            end);
    SceneMaker maker = new SceneMaker(chronicle, new Figures(wording, Optional.empty()), end);

    assertEquals("My i4 · " + title, maker.charge("My i4", charge(start, end)).title());
  }
}
