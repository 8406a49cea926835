package io.github.iremote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown of a VIN. */
class MaskedTest {

  @ParameterizedTest
  @CsvSource({
    "event-WBY1Z4C50EV000123.json, event-…000123.json",
    "12345678901234W67, …234W67",
    "junit-10671739608274667, junit-10671739608274667",
    "WBY1Z4C50EV0001234, WBY1Z4C50EV0001234"
  })
  void seventeen_letters_and_digits_with_a_letter_among_them_are_masked(
      String text, String masked) {
    assertEquals(masked, Masked.text(text));
  }
}
