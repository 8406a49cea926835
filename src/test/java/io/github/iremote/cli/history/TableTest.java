package io.github.iremote.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.cli.history.Table.Cell;
import io.github.iremote.picture.Terminal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables in a terminal. */
class TableTest {
  private static List<Cell> row(String place, String energy) {
    return List.of(new Cell(place, place), new Cell(energy, energy));
  }

  @Test
  void columns_stand_below_each_other_whatever_the_letters() {
    Table table =
        new Table(
            List.of(Cells.text("place", "place", 1), Cells.number("energy", "energy", 2)),
            List.of(row("東京都", "9.5 kWh"), row("Ka\u0308fer\tweg", "16.0 kWh"), row("Wien", "")),
            List.of());

    assertEquals(
        """
        place        energy
        東京都      9.5 kWh
        Ka\u0308fer weg  16.0 kWh
        Wien""",
        String.join("\n", table.lines(new Terminal(60, true, false))));
  }
}
