package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.config.Exposed;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who else may read the owner's secrets. */
class FileModesTest {
  @RegisterExtension
  final OwnersMachine machine = new OwnersMachine().configured().withCar("i3-rex");

  private final Path configs = machine.configs;

  /** As after {@code sudo iremote check} on a machine where cron runs as a user of its own. */
  @Test
  void what_root_writes_belongs_to_the_owner_of_the_directory() throws IOException {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can give files away");
    UserPrincipal nobody =
        configs.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    Files.setOwner(configs, nobody);

    assertEquals(0, machine.status().code());

    for (String file : List.of(".lock", "token.json", "event-" + OwnersMachine.VIN + ".json")) {
      assertEquals(nobody, Files.getOwner(configs.resolve(file)), file);
    }
  }

  @ParameterizedTest
  @CsvSource({"config.json, rw-r-----", "config.json, rw----r--", "token.json, rw-r--r--"})
  void a_secret_that_others_can_read_is_a_warning_with_the_command_that_closes_it(
      String file, String mode) throws IOException {
    assertEquals("", machine.status("--quiet").err());
    Files.setPosixFilePermissions(configs.resolve(file), PosixFilePermissions.fromString(mode));

    String warning =
        "WARN other users can read CONFIGS/%1$s; close it with: chmod 600 CONFIGS/%1$s\n";

    assertEquals(
        new Result(0, "", warning.formatted(file)), machine.plain(machine.status("--quiet")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', rwxrwxr-x, go-w",
    "'', rwxr-x-wx, go-w",
    "/config.json, rw--w----, 600",
    "/token.json, rw-----w-, 600"
  })
  void what_others_can_write_is_a_warning_and_check_does_not_call_it_safe(
      String file, String mode, String close) throws IOException {
    machine.status();
    Files.setPosixFilePermissions(Path.of(configs + file), PosixFilePermissions.fromString(mode));

    String warning =
        "other users can write to CONFIGS%1$s; close it with: chmod %2$s CONFIGS%1$s"
            .formatted(file, close);
    assertEquals("WARN " + warning + "\n", machine.plain(machine.status("--quiet").err()));
    assertEquals("", machine.status("--quiet").err(), "cron mails what it prints");
    assertEquals("WARN " + warning + "\n", machine.plain(machine.status().err()));
    assertEquals(
        List.of("!   modes       " + warning), machine.plain(machine.run("check")).about("modes"));
  }

  @Test
  void a_warning_comes_again_after_its_reason_was_gone() throws IOException {
    for (int time = 0; time < 2; time++) {
      Files.setPosixFilePermissions(configs, PosixFilePermissions.fromString("rwxrwxr-x"));
      assertEquals(
          "WARN other users can write to CONFIGS; close it with: chmod go-w CONFIGS\n",
          machine.plain(machine.status("--quiet").err()));
      Files.setPosixFilePermissions(configs, PosixFilePermissions.fromString("rwx------"));
      assertEquals("", machine.status("--quiet").err());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', rwxrwxr-x, 0, other users can write to CONFIGS: chmod go-w CONFIGS",
    "/config.json, rw-rw----, 0,"
        + " other users can write to CONFIGS/config.json: chmod go-w CONFIGS/config.json",
    "'', rwx------, 1, 'CONFIGS belongs to another user: run it as that user, or chown it'",
    "/config.json, rw-------, 1,"
        + " 'CONFIGS/config.json belongs to another user: run it as that user, or chown it'"
  })
  void a_config_that_others_may_have_written_has_no_file_read(
      String file, String mode, int owner, String why) throws IOException {
    Path secret = Files.writeString(configs.resolve("secret"), "password-secret\n");
    String config = Files.readString(configs.resolve("config.json"));
    machine.config(config.replace("password-secret", "${file:" + secret + "}"));
    assertEquals(0, machine.status().code());
    assumeTrue(owner == 0 || System.getProperty("user.name").equals("root"));
    Path path = Path.of(configs + file);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    if (owner != 0) {
      Files.setAttribute(path, "unix:uid", 65534);
    }

    String failure =
        "iremote: CONFIGS/config.json: connecteddrive.password refers to a file, which is not"
            + " read: ";
    assertEquals(new Result(2, "", failure + why + "\n"), machine.plain(machine.status()));
  }

  @Test
  void every_file_the_program_makes_is_the_owners_alone() throws IOException {
    machine.status();

    for (String file : machine.files().keySet()) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(configs.resolve(file))),
          file);
    }
  }

  @Test
  void a_file_system_without_modes_is_no_reason_to_warn() throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(configs.resolve("some.zip"), Map.of("create", "true"))) {
      Path directory = zip.getPath("/");
      Files.writeString(directory.resolve("config.json"), "{}");

      assertEquals(List.of(), Exposed.files(directory));
    }
  }
}
