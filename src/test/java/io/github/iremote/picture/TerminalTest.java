package io.github.iremote.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters that take two cells of a terminal, or none. */
class TerminalTest {
  @ParameterizedTest
  @CsvSource({
    "i4, 2",
    "Käfer, 5",
    "Ka\u0308fer, 5", // a letter, and its dots
    "A\u0300\u0301\u0302, 1",
    "\u200bi\u200b4\ufeff, 2", // spaces without width
    "Lade\u00adstand, 10", // where a word may be parted: terminals show it
    "車, 2",
    "カー, 4",
    "한국어, 6",
    "ｉ４, 4",
    "（私）, 6",
    "العربية, 7",
    "⚡⛽, 4",
    "🚗🟢, 4",
    "👨‍👩‍👧, 6", // as many as where they are not joined
    "🇩🇪, 2",
    "𠮷, 2",
    "→…·€─⣿, 6",
  })
  void a_text_takes_as_many_cells(String text, int cells) {
    assertEquals(cells, new Terminal(80, true, false).width(text));
  }

  @ParameterizedTest
  @CsvSource({
    "8, true, 電気自動車, 電気自…",
    "9, true, 電気自動車, 電気自動…",
    "10, true, 電気自動車, 電気自動車",
    "4, true, e\u0301e\u0301e\u0301e\u0301, e\u0301e\u0301e\u0301e\u0301",
    "3, true, e\u0301e\u0301e\u0301e\u0301, e\u0301e\u0301…",
    "4, true, 🚗🚗🚗, 🚗…",
    "8, true, '\ta\tb\u001b[31m\nc\u0007', ' a b[31…'",
    "9, true, '\ta\tb\u001b[31m\nc\u0007', ' a b[31m…'",
    "10, true, '\ta\tb\u001b[31m\nc\u0007', ' a b[31m c'",
    "5, false, 電気自動車, ?????",
    "4, false, 電気自動車, ?...",
    "4, false, e\u0301🚗e\u0301🚗, e?e?",
  })
  void a_text_is_cut_to_the_cells_that_there_are(
      int columns, boolean utf8, String text, String shown) {
    assertEquals(shown, new Terminal(columns, utf8, false).cut(text));
  }
}
