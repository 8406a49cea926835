package io.github.iremote.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The version the build wrote into the program. */
public final class Version {
  public static String text() {
    try (InputStream in = Version.class.getResourceAsStream("/iremote-version.txt")) {
      return "iremote " + new String(in.readAllBytes(), StandardCharsets.UTF_8).trim();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Version() {}
}
