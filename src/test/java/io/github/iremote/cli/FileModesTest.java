package io.github.iremote.cli;

import static io.github.iremote.OwnersMachine.car;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who else may read the owner's secrets. */
class FileModesTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine().configured();
  private final Path configs = machine.configs;

  @BeforeEach
  void start() {
    machine.carSays(car("i3-rex"));
  }

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
    Path path = configs.resolve(file);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));

    Result result = machine.status("--quiet");

    assertEquals(0, result.code());
    assertTrue(result.err().contains("chmod 600 " + path), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @ParameterizedTest
  @CsvSource({"., rwxrwxr-x", "., rwxr-x-wx", "config.json, rw--w----", "token.json, rw-----w-"})
  void what_others_can_write_is_a_warning_and_check_does_not_call_it_safe(String file, String mode)
      throws IOException {
    machine.status();
    Path path = configs.resolve(file).normalize();
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));

    assertTrue(machine.status("--quiet").err().contains("can write to " + path));
    assertEquals("", machine.status("--quiet").err(), "cron mails what it prints");
    assertTrue(machine.status().err().contains("can write to " + path));
    assertTrue(machine.run("check").out().contains("!   modes"), machine.run("check").out());
  }

  @Test
  void a_warning_comes_again_after_its_reason_was_gone() throws IOException {
    for (int time = 0; time < 2; time++) {
      Files.setPosixFilePermissions(configs, PosixFilePermissions.fromString("rwxrwxr-x"));
      assertTrue(machine.status("--quiet").err().contains("can write to"));
      Files.setPosixFilePermissions(configs, PosixFilePermissions.fromString("rwx------"));
      assertEquals("", machine.status("--quiet").err());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "., rwxrwxr-x, 0",
    "config.json, rw-rw----, 0",
    "., rwx------, 1",
    "config.json, rw-------, 1"
  })
  void a_config_that_others_may_have_written_has_no_file_read(String file, String mode, int owner)
      throws IOException {
    Path secret = Files.writeString(configs.resolve("secret"), "password-secret\n");
    String config = Files.readString(configs.resolve("config.json"));
    machine.config(config.replace("password-secret", "${file:" + secret + "}"));
    assertEquals(0, machine.status().code());
    assumeTrue(owner == 0 || System.getProperty("user.name").equals("root"));
    Path path = configs.resolve(file).normalize();
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    if (owner != 0) {
      Files.setAttribute(path, "unix:uid", 65534);
    }

    Result result = machine.status();

    assertEquals(2, result.code(), result.err());
    assertTrue(result.err().contains("connecteddrive.password refers to a file"), result.err());
    assertTrue(result.err().contains(path.toString()), result.err());
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
