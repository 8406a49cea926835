package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.OwnersMachine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files in the configs directory that other programs, or killed runs, have left. */
@DisabledOnOs(OS.WINDOWS)
class LeftoversTest {
  private static final List<String> OURS =
      List.of("token.json", "event-" + OwnersMachine.VIN + ".json");

  @RegisterExtension
  final OwnersMachine machine = new OwnersMachine().configured().withCar("i3-rex");

  private final Path configs = machine.configs;

  @Test
  void files_of_others_are_not_touched() {
    List<String> others =
        List.of("config.json~", ".config.json.swp", "token.json.bak", "x.tmp", ".y.tmp", "z.json");
    others.forEach(file -> machine.write(file, "{"));
    Map<String, String> before = machine.files();

    machine.status();

    Map<String, String> after = machine.files();
    after.keySet().retainAll(before.keySet());
    assertEquals(before, after);
  }

  @Test
  void what_a_killed_run_left_is_replaced_and_its_mode_not_taken_over() throws Exception {
    for (String file : OURS) {
      Path left = Files.writeString(configs.resolve("." + file + ".tmp"), "{\"half\": ");
      Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    assertEquals(0, machine.status().code());

    for (String file : OURS) {
      assertEquals(false, Files.exists(configs.resolve("." + file + ".tmp")));
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(configs.resolve(file))));
    }
  }
}
