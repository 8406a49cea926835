package io.github.iremote.cli;

import static io.github.iremote.ConnectedDriveCar.car;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another user, whom the configs directory belongs to, puts in the place of our files. */
@DisabledOnOs(OS.WINDOWS)
class PlantedFilesTest {
  private static final String EVENT = "event-" + OwnersMachine.VIN + ".json";
  private static final int NOBODY = 65534;

  @RegisterExtension
  final OwnersMachine machine = new OwnersMachine().configured().withCar("i3-rex");

  private final Path configs = machine.configs;
  @TempDir Path elsewhere;

  private void refused(String file, String command) {
    Result result = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> machine.run(command));

    String what =
        Files.isSymbolicLink(configs.resolve(file))
            ? "a link, and iRemote follows none"
            : "not a plain file";
    String failure =
        "CONFIGS/%s is %s: check who has put it there, and remove it"
            .formatted(file.replace(OwnersMachine.VIN, "…000123"), what);
    assertEquals(2, result.code(), result.toString());
    if (command.equals("check") && file.equals("config.json")) {
      assertEquals(List.of("!!  config      " + failure), machine.plain(result).about("config"));
    } else {
      assertEquals(List.of("iremote: " + failure), machine.plain(result).failures());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".lock", "token.json", "run.json", EVENT})
  void a_link_is_not_followed(String file) throws IOException {
    Path target = elsewhere.resolve("target");
    Files.createSymbolicLink(configs.resolve(file), target);
    refused(file, "status");
    assertFalse(Files.exists(target), "nothing is made at its end");

    Files.writeString(target, "{\"theirs\": true}");
    refused(file, "status");
    assertEquals("{\"theirs\": true}", Files.readString(target));
    assertTrue(Files.isSymbolicLink(configs.resolve(file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {".lock", "token.json", "run.json", EVENT, "config.json"})
  void a_pipe_is_refused_and_not_waited_for(String file) throws Exception {
    Files.deleteIfExists(configs.resolve(file));
    assertEquals(
        0, new ProcessBuilder("mkfifo", configs.resolve(file).toString()).start().waitFor());

    refused(file, "status");
    if (!file.equals(EVENT) && !file.equals("run.json")) {
      refused(file, "check");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".lock", "token.json", "run.json", EVENT, "config.json"})
  void a_directory_is_refused(String file) throws IOException {
    Files.deleteIfExists(configs.resolve(file));
    Files.createDirectory(configs.resolve(file));

    refused(file, "status");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".token.json.tmp", ".run.json.tmp", "." + EVENT + ".tmp", ".token.json.room"})
  void a_link_in_place_of_a_temporary_file_leads_nowhere(String file) throws IOException {
    Path target = Files.writeString(elsewhere.resolve("target"), "theirs");
    Files.createSymbolicLink(configs.resolve(file), target);

    int code = machine.status().code();

    assertTrue(code == 0 || code == 2, "exit " + code);
    assertEquals("theirs", Files.readString(target));
  }

  @Test
  void a_config_that_is_a_link_is_read_in_ones_own_directory() throws IOException {
    Path config = Files.move(configs.resolve("config.json"), elsewhere.resolve("mine.json"));
    Files.createSymbolicLink(configs.resolve("config.json"), config);

    assertEquals(0, machine.status().code());
  }

  @Test
  void root_follows_no_link_of_another_user() throws IOException {
    assumeRoot();
    Path config = Files.move(configs.resolve("config.json"), elsewhere.resolve("mine.json"));
    Files.createSymbolicLink(configs.resolve("config.json"), config);
    Files.setAttribute(configs, "unix:uid", NOBODY);

    refused("config.json", "status");
  }

  @Test
  void what_root_makes_is_given_to_the_owner_of_the_directory_and_nothing_else()
      throws IOException {
    assumeRoot();
    Path roots = Files.writeString(elsewhere.resolve("root's"), "");
    Files.createLink(configs.resolve("another name of it"), roots);
    Files.setAttribute(configs, "unix:uid", NOBODY);

    assertEquals(0, machine.status().code());

    for (String file : List.of(".lock", "token.json", EVENT)) {
      assertEquals(NOBODY, uid(configs.resolve(file)), file);
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(configs.resolve(file))));
    }
    assertEquals(0, uid(roots));
    assertEquals(0, uid(configs.resolve("config.json")));
  }

  @Test
  void the_history_that_root_begins_is_the_owners_of_the_directory() throws IOException {
    assumeRoot();
    Files.setAttribute(configs, "unix:uid", NOBODY);

    assertEquals(0, machine.status().code());

    Path history = configs.resolve("history");
    assertEquals(NOBODY, uid(history));
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(history)));
    try (var files = Files.list(history)) {
      for (Path file : files.toList()) {
        assertEquals(NOBODY, uid(file), file.toString());
      }
    }
  }

  @Test
  void a_history_that_is_a_link_is_not_followed() throws IOException {
    Path target = Files.createDirectory(elsewhere.resolve("target"));
    Files.createSymbolicLink(configs.resolve("history"), target);

    Result result = machine.status();

    assertEquals(
        new Result(2, "", "iremote: CONFIGS/history is not a folder: check who has put it there\n"),
        machine.plain(result));
    try (var files = Files.list(target)) {
      assertEquals(List.of(), files.toList());
    }
  }

  /** As a user does who waits for root's temporary files and swaps them for a file of root's. */
  @Test
  void a_file_put_in_place_of_a_temporary_one_is_not_given_away() throws Exception {
    assumeRoot();
    Path roots = Files.writeString(elsewhere.resolve("root's"), "secret");
    Files.setAttribute(configs, "unix:uid", NOBODY);
    Path temporary = configs.resolve("." + EVENT + ".tmp");
    Path swapped = configs.resolve("swapped");
    AtomicBoolean over = new AtomicBoolean();
    Thread user =
        new Thread(
            () -> {
              while (!over.get()) {
                try {
                  Files.deleteIfExists(swapped);
                  Files.createLink(swapped, roots);
                  Files.move(swapped, temporary, StandardCopyOption.ATOMIC_MOVE);
                } catch (IOException e) {
                  // the next time
                }
              }
            });
    user.start();
    for (int run = 0; run < 20; run++) {
      String lock = run % 2 == 0 ? "\"UNLOCKED\"" : "\"SECURED\"";
      machine.now = machine.now.plus(Duration.ofMinutes(5));
      String time = "\"2018-03-12T09:%02d:00+0100\"".formatted(run);
      machine.carSays(car("i3-rex", "doorLockState", lock, "updateTime", time));
      machine.status();
      assertEquals(0, uid(roots));
    }
    over.set(true);
    user.join();
    assertEquals("secret", Files.readString(roots));
  }

  private static void assumeRoot() {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can give files away");
  }

  private static int uid(Path file) throws IOException {
    return (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }
}
