package io.github.iremote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a text reaches a terminal. */
class PrintableTest {

  @ParameterizedTest
  @CsvSource({
    "an escape that clears the screen,     i3\u001b[2J,          i3[2J",
    "the same in one character,            i3\u009b2J,           i32J",
    "a bell and a backspace,               i\u0007x\u00083,      ix3",
    "a return to the start of the line,    'i8\ri3',             i8i3",
    "a text that runs backwards,           \u202e3i\u202c,       3i",
    "an isolate,                           \u20673i\u2069,       3i",
    "a line end of Unicode's own,          i\u20283,             i3"
  })
  void what_would_steer_the_terminal_is_taken_out(String what, String text, String shown) {
    assertEquals(shown, Printable.text(text), what);
  }

  @Test
  void letters_lines_and_pictures_stay() {
    String text = "Kühler · 5 €\n\tقم 🚗👩‍👩‍👧";
    assertSame(text, Printable.text(text));
  }

  @Test
  void a_line_is_one_line() {
    assertEquals("My i3 is here", Printable.line("My\ti3\nis\u001b here"));
  }
}
