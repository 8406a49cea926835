package io.github.iremote.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.scripts.Sandbox.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** scripts/install unpacked, with a home to install into and a pretend crontab. */
final class Kit {
  static final String OTHER_JOB = "# mine\n0 4 * * * backup # daily\n";

  final Sandbox sandbox;
  final Path home;
  final Path crontab;
  private final Path script;

  Kit(Path temp) throws IOException, InterruptedException {
    sandbox = Sandbox.in(temp);
    home = sandbox.root.resolve("home");
    crontab = sandbox.root.resolve("crontab");
    script = sandbox.copy("install", "kit");
    sandbox.copy("iremote.service", "kit");
    sandbox.copy("iremote.timer", "kit");
    sandbox.copy("iremote-watch.service", "kit");
    sandbox.program("kit/iremote", "#!/bin/sh", "[ \"$*\" = --version ] && echo 1.0.0");
    sandbox.program("kit/iremote.jar", "jar 1");
    sandbox.program(
        "bin/crontab",
        "#!/bin/sh",
        "case $1 in",
        "  -l) [ ! -e broken ] || { echo 'permission denied' >&2; exit 1; }",
        "    cat crontab 2>/dev/null || { echo 'no crontab for me' >&2; exit 1; } ;;",
        "  -) cat >crontab.new && mv crontab.new crontab ;;",
        "esac");
  }

  String cronLine() {
    return "*/5 * * * * '"
        + home
        + "/.local/bin/iremote' status --quiet --configs '"
        + home
        + "/.config/iremote' # iremote\n";
  }

  Outcome install(String... options) throws IOException, InterruptedException {
    Object[] command = Stream.concat(Stream.of(script), Stream.of(options)).toArray();
    return sandbox.runOut(command);
  }

  void installs(String... options) throws IOException, InterruptedException {
    Outcome outcome = install(options);
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("", outcome.err());
  }
}
