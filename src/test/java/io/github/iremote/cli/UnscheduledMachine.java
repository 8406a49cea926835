package io.github.iremote.cli;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A machine with a pretend crontab, on which nothing is set up yet. */
final class UnscheduledMachine implements AfterEachCallback {
  private static final String ID = "5f0c1c6e-0000-4000-8000-123456789abc";

  final CarDataAccount account = new CarDataAccount();
  final OwnersMachine machine = account.machine;
  final Path temp = machine.configs;
  final Path home = temp.resolve("home");
  final Path own = home.resolve(".config/iremote");
  final Path crontab = temp.resolve("crontab");

  UnscheduledMachine() {
    try {
      Files.delete(temp.resolve("config.json"));
      Files.createDirectory(home);
      Path program = Files.createDirectory(temp.resolve("bin")).resolve("crontab");
      Files.writeString(
          program,
          """
          #!/bin/sh
          case $1 in
            -l) cat '%1$s' 2>/dev/null || { echo 'no crontab for me' >&2; exit 1; } ;;
            -) cat >'%1$s' ;;
          esac
          """
              .formatted(crontab));
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
      machine.environment.put("HOME", home.toString());
      machine.environment.put("PATH", program.getParent() + ":/usr/bin:/bin");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Result setUp(String... schedule) {
    List<String> answers = new ArrayList<>(List.of("", ID, "My i4", "", machine.hook(), "n", ""));
    answers.addAll(List.of(schedule));
    String[] lines = answers.toArray(String[]::new);
    return machine.typing(lines).runAsTyped("setup", "--server", machine.bmw.url());
  }

  String ending(Result result) {
    return new Dialogue(machine, result).ending();
  }

  /** The first line of a check about one thing. */
  String about(String thing, String checked) {
    return machine
        .plain(checked)
        .lines()
        .filter(line -> line.startsWith(thing, 4))
        .findFirst()
        .get();
  }

  void scheduled(Path configs) throws IOException {
    Files.writeString(
        crontab,
        "*/5 * * * * '/x/bin/iremote' status --quiet --configs '" + configs + "' # iremote\n");
  }

  @Override
  public void afterEach(ExtensionContext context) {
    account.close();
  }
}
