package io.github.iremote.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.scripts.Sandbox.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An installed launcher with a pretend JDK, and what it does about an archive of the classes. */
final class Installation {
  static final Outcome RAN = new Outcome(3, "ran\n", "");

  final Sandbox sandbox;
  final Path launcher;
  final Path jar;
  final Path cache;

  /** What the pretend Java was asked, a line each. */
  final Path asked;

  /** While it exists, the pretend Java fails to make an archive. */
  final Path broken;

  /** If it is a named pipe, the pretend Java waits for it before it learns classes. */
  final Path gate;

  Installation(Path temp) throws IOException, InterruptedException {
    sandbox = Sandbox.in(temp);
    launcher = sandbox.launcher("bin");
    jar = sandbox.program("share/iremote/iremote.jar", "first");
    cache = sandbox.root.resolve("home/.cache/iremote");
    asked = sandbox.root.resolve("asked");
    broken = sandbox.root.resolve("broken");
    gate = sandbox.root.resolve("gate");
    sandbox.jdk("jvm/java", "17.0.15", java());
  }

  /** Notes what it is asked, makes the file it is asked for, or runs a program that ends with 3. */
  String[] java() {
    return new String[] {
      "#!/bin/sh",
      "echo \"$*\" >>'" + asked + "'",
      "for word; do case $word in",
      "  *.Rehearsal)",
      "    [ ! -p '" + gate + "' ] || read -r _ <'" + gate + "'",
      "    env >some.classes; exit ;;",
      "  -Xshare:dump) dumps=1 ;;",
      "  -XX:SharedArchiveFile=*)",
      "    [ -z \"${dumps:-}\" ] || { cat classes >\"${word#*=}\"; [ ! -e '"
          + broken
          + "' ]; exit; } ;;",
      "esac; done",
      "echo ran; exit 3"
    };
  }

  void runsInFull() throws IOException, InterruptedException {
    runsInFull("status");
  }

  void runsInFull(String command) throws IOException, InterruptedException {
    assertEquals(RAN, sandbox.runOut(launcher, command));
  }

  /** The archives, and what is left of those in the making. */
  List<Path> kept() throws IOException {
    try (var files = Files.walk(cache)) {
      return files.filter(file -> file.getFileName().toString().contains(".jsa")).toList();
    }
  }

  Path archive() throws IOException {
    assertEquals(1, kept().size(), () -> "only the archive");
    return kept().get(0);
  }

  /** How often the pretend Java has learnt classes. */
  long trainings() throws IOException {
    return Files.readAllLines(asked).stream().filter(line -> line.contains("Rehearsal")).count();
  }
}
