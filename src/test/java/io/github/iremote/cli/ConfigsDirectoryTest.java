package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which directory is taken: one that is named, else the first that holds a config.json. */
class ConfigsDirectoryTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine();
  private final Path here = machine.configs;
  private Path own;

  @BeforeEach
  void start() throws IOException {
    machine.environment.put("HOME", here.toString());
    own = Files.createDirectories(here.resolve(".config/iremote"));
  }

  /** A config that says so when it is read. */
  private void config(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("config.json"), "{\"" + name + "\": 1}");
  }

  private void assertReads(Path folder) {
    Result result = machine.runAsTyped("status");
    assertEquals(folder + "/config.json", result.err().split(": ")[1]);
  }

  @Test
  void a_folder_of_that_name_without_a_config_is_passed_over() throws IOException {
    Files.createDirectory(here.resolve("configs"));
    config(own, "mine");

    assertReads(own);
  }

  @Test
  void the_first_that_holds_a_config_is_taken() throws IOException {
    config(here.resolve("configs"), "first");
    config(own, "second");

    assertReads(here.resolve("configs"));
  }

  @Test
  void one_that_is_named_in_the_environment_leaves_no_choice() throws IOException {
    config(here.resolve("configs"), "first");
    config(here.resolve("named"), "named");
    machine.environment.put("IREMOTE_CONFIGS", "named");
    assertReads(here.resolve("named"));

    machine.environment.put("IREMOTE_CONFIGS", "nowhere");
    Result result = machine.runAsTyped("status");
    assertEquals(2, result.code());
    assertEquals(
        "iremote: $IREMOTE_CONFIGS CONFIGS/nowhere is not a directory\n",
        machine.plain(result.err()));
  }

  @Test
  void one_that_cannot_be_looked_into_is_named_and_not_passed_over() throws IOException {
    config(own, "mine");
    Files.createSymbolicLink(here.resolve("configs"), Path.of("configs"));

    Result result = machine.runAsTyped("status");

    assertEquals(2, result.code());
    assertEquals(
        "iremote: CONFIGS/configs cannot be read: check what is there; or name another"
            + " with --configs\n",
        machine.plain(result.err()));
  }

  @Test
  void where_there_is_none_setup_is_named() {
    Result result = machine.runAsTyped("status");

    assertEquals(2, result.code());
    assertEquals(
        "iremote: CONFIGS/.config/iremote/config.json does not exist: run iremote setup\n",
        machine.plain(result.err()));
  }
}
