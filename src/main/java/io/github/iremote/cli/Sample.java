package io.github.iremote.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The sample configuration, wherever this installation keeps it. */
final class Sample {

  /** How to go without {@code setup}; nothing where the jar lies alone. */
  static String advice(Optional<Path> jar) {
    for (String place : List.of("config.sample.json", "../configs/config.sample.json")) {
      Optional<Path> sample = jar.map(file -> file.resolveSibling(place).normalize());
      if (sample.filter(Files::isRegularFile).isPresent()) {
        return ", or copy " + sample.get() + " there and fill it in";
      }
    }
    return "";
  }

  private Sample() {}
}
