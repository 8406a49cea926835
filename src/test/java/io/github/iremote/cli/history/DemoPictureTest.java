package io.github.iremote.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The README's picture of the demo's day is what the program draws of it. */
class DemoPictureTest {
  private static final Path PICTURE = Path.of("src/docs/day.png");

  /** Java's letters differ by a shade from version to version. */
  private static final int SHADE = 96;

  private static final double DIFFERING = 0.02;

  @RegisterExtension final OwnersMachine machine = new OwnersMachine();
  private final Path directory = machine.configs;

  /** With {@code -Ddocs.write=true} the picture is drawn anew. */
  @Test
  void the_picture_shows_what_the_program_draws() throws IOException {
    machine.now = Instant.parse("2026-11-25T12:00:00Z");
    assertEquals(0, machine.runAsTyped("demo", "--fast", "--keep", "d").code());
    String configs = directory.resolve("d").toString();
    Result asked =
        machine.runAsTyped(
            "history", "--configs", configs, "--day", "2026-11-24", "--png", "day.png");
    assumeTrue(!asked.err().contains("has no fonts"), "a machine without letters");
    assertEquals(0, asked.code(), asked.err());
    Path drawn = directory.resolve("day.png");
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(PICTURE.getParent());
      Files.copy(drawn, PICTURE, StandardCopyOption.REPLACE_EXISTING);
    }
    assertAlike(ImageIO.read(PICTURE.toFile()), ImageIO.read(drawn.toFile()));
  }

  private static void assertAlike(BufferedImage shown, BufferedImage drawn) {
    assertEquals(shown.getWidth(), drawn.getWidth());
    assertEquals(shown.getHeight(), drawn.getHeight());
    int differing = 0;
    for (int x = 0; x < shown.getWidth(); x++) {
      for (int y = 0; y < shown.getHeight(); y++) {
        differing += differ(shown.getRGB(x, y), drawn.getRGB(x, y)) ? 1 : 0;
      }
    }
    double share = differing / (double) (shown.getWidth() * shown.getHeight());
    assertTrue(share < DIFFERING, "it differs in " + 100 * share + " %: draw it anew");
  }

  private static boolean differ(int one, int other) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((one >> shift & 255) - (other >> shift & 255)) > SHADE) {
        return true;
      }
    }
    return false;
  }
}
