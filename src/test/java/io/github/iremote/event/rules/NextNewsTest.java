package io.github.iremote.event.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.event.EventName;
import io.github.iremote.event.Notes;
import io.github.iremote.event.Outcome;
import io.github.iremote.event.Thresholds;
import io.github.iremote.vehicle.Statuses;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a state that lasts becomes news: said by the rule that then tells it. */
class NextNewsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      lock=SECURED@11:50                        |
      lock=UNLOCKED@11:50                       | 12:05
      trunk=OPEN@11:55                          | 12:05
      trunk=OPEN@11:55 lock=UNLOCKED@11:49      | 12:05
      trunk=CLOSED@11:55 lock=UNLOCKED@11:49    | 12:10
      lock=UNLOCKED@11:50 moving=true@11:55     |
      lock=UNLOCKED@11:50 moving=false@11:58    | 12:13
      lock=UNLOCKED@11:00                       | 13:00
      lock=UNLOCKED@09:00                       |
      charging=CHARGING@11:30 chargeTimeRemaining=60min@11:40 stateOfCharge=50 | 12:40
      charging=CHARGING@11:00 chargeTimeRemaining=55min@11:00 stateOfCharge=50 | 12:10:01
      charging=CHARGING@11:30 stateOfCharge=50  |
      """)
  void a_lasting_state_says_when_it_becomes_news(String said, String expected) {
    VehicleStatus status = Statuses.status(said);
    Outcome outcome =
        Rules.between(
            VehicleStatus.UNKNOWN, status, Notes.NONE, Thresholds.DEFAULT, Statuses.at("12:00"));

    assertEquals(
        expected == null ? "" : Statuses.at(expected).toString(),
        outcome.nextAt().map(Instant::toString).orElse(""));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      lock=UNLOCKED@11:50 | LEFT_UNLOCKED
      trunk=OPEN@11:55    | LEFT_OPEN
      charging=CHARGING@11:00 chargeTimeRemaining=55min@11:00 stateOfCharge=50 | CHARGING_FINISHED
      """)
  void and_then_it_is_news(String said, EventName expected) {
    VehicleStatus status = Statuses.status(said);
    Outcome first =
        Rules.between(
            VehicleStatus.UNKNOWN, status, Notes.NONE, Thresholds.DEFAULT, Statuses.at("12:00"));
    Instant then = first.nextAt().get();

    Outcome early = between(first, then.minus(Duration.ofSeconds(1)));
    assertEquals(List.of(), early.events());
    assertEquals(expected, between(early, then).events().get(0).name());
  }

  @ParameterizedTest
  @CsvSource({"11:59:30, 12:00:30", "11:58, 12:08"})
  void a_door_opened_this_moment_is_news_when_it_has_settled(String opened, String expected) {
    VehicleStatus before = Statuses.status("trunk=CLOSED@11:00");
    VehicleStatus after =
        Statuses.after(
            before,
            Statuses.said("trunk=OPEN@" + opened, Statuses.at("12:00")),
            Statuses.at("12:00"));

    Outcome outcome =
        Rules.between(before, after, Notes.NONE, Thresholds.DEFAULT, Statuses.at("12:00"));

    assertEquals(Statuses.at(expected), outcome.nextAt().get());
  }

  private static Outcome between(Outcome last, Instant now) {
    return Rules.between(last.status(), last.status(), last.notes(), Thresholds.DEFAULT, now);
  }
}
