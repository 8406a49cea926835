package io.github.iremote.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code history --delete} takes away, and how it asks. */
class HistoryDeletionTest {
  private static final String ONE_DRIVE =
      """
      My i4 - drives, all that is known
      start             end    time  distance  battery         energy      consumption
      2 Mar 2026 08:00  08:40  0:40     29 km     10 %  about 8.0 kWh  27.6 kWh/100 km
      --------------------------------------------------------------------------------
      1 drive                           29 km     10 %                 27.6 kWh/100 km
      """;

  @RegisterExtension final RecordedDay recorded = new RecordedDay();
  private final OwnersMachine machine = recorded.machine;

  @Test
  void deleting_asks_first() throws IOException {
    recorded.aDay();

    assertEquals(2, recorded.history("--delete").code());
    machine.terminal = true;
    machine.typed = "n\n";
    Result kept = recorded.history("--delete");
    assertEquals(
        "Delete the history of My i4 (all that is kept)? [y/N]: Nothing is deleted.\n", kept.out());
    assertEquals(ONE_DRIVE, recorded.history("drives").out());

    machine.typed = "y\n";
    assertEquals(0, recorded.history("--delete").code());

    Result empty = recorded.history("drives");
    assertEquals("My i4: nothing is kept of it yet\n", empty.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drives",
        "charges",
        "months",
        "--fetch",
        "--import=a.json",
        "--html=a.html",
        "--png=a.png",
        "--csv",
        "--json"
      })
  void what_also_asks_for_something_else_deletes_nothing(String other) throws IOException {
    recorded.aDay();

    Result refused = recorded.history(other, "--delete", "--yes");

    assertEquals(
        new Result(2, "", "iremote: give --delete alone, or with --car and a time\n"), refused);
    assertEquals(ONE_DRIVE, recorded.history("drives").out());
  }

  @Test
  void a_time_of_it_can_be_deleted() throws IOException {
    recorded.aDay();

    assertEquals(
        "",
        recorded.history("--delete", "--from", "2026-03-02", "--to", "2026-03-01", "--yes").out());
    assertEquals("", recorded.history("--delete", "--day", "2026-03-01", "--yes").err());
    assertEquals(ONE_DRIVE, recorded.history("drives").out());
    assertEquals(0, recorded.history("--delete", "--day", "2026-03-02", "--yes").code());

    assertFalse(recorded.history("drives").out().contains("29 km"));
  }

  @Test
  void a_month_that_is_deleted_begins_anew_with_all_that_is_known() throws IOException {
    recorded.aDay();

    assertEquals(0, recorded.history("--delete", "--month", "2026-03", "--yes").code());

    assertEquals("My i4: nothing is kept of it yet\n", recorded.history("drives").out());
  }
}
