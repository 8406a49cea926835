package io.github.iremote.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Java throws at who draws without fonts. */
class NoLettersTest {
  static Stream<Error> errors() {
    return Stream.of(
        new InternalError("Fontconfig head is null, check your fonts or fonts configuration"),
        new NoClassDefFoundError("Could not initialize class sun.font.SunFontManager"),
        new UnsatisfiedLinkError("libfreetype.so.6: cannot open shared object file"),
        new Error("Probable fatal error: No physical fonts found."));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void a_machine_without_letters_has_no_picture(Error error) {
    assertEquals(
        Optional.empty(),
        Picture.drawn(
            () -> {
              throw error;
            }));
  }

  @Test
  void another_error_is_one() {
    assertThrows(
        OutOfMemoryError.class,
        () ->
            Picture.drawn(
                () -> {
                  throw new OutOfMemoryError();
                }));
  }
}
