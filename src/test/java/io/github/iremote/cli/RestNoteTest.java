package io.github.iremote.cli;

import static io.github.iremote.CarDataAccount.DATA;
import static io.github.iremote.OwnersMachine.HOOK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.CarDataAccount;
import io.github.iremote.ConnectedDriveCar;
import io.github.iremote.OwnersMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When {@code status} tells the launcher that nothing needs to be started for a while. */
class RestNoteTest {
  private static final Duration CRON = Duration.ofMinutes(5);

  @RegisterExtension final CarDataAccount account = new CarDataAccount().watched().later(CRON);
  private final OwnersMachine machine = account.machine;
  private final Path configs = machine.configs;
  @TempDir Path cache;
  private Path note;

  @BeforeEach
  void start() {
    note = cache.resolve("rest/status");
    machine.environment.put("IREMOTE_REST_NOTE", note.toString());
    machine.environment.put("IREMOTE_REST_FOR", "here|status --quiet");
  }

  private String nextFetch() {
    return account.rhythms().path(OwnersMachine.VIN).path("nextFetch").asText();
  }

  @Test
  void a_quiet_run_that_has_nothing_to_do_says_until_when() throws IOException {
    machine.status("--quiet");

    long until = Instant.parse(nextFetch()).getEpochSecond();
    assertEquals(
        List.of(
            machine.now.getEpochSecond() + " " + until,
            "here|status --quiet",
            configs.resolve("config.json").toString(),
            configs.resolve("run.json").toString(),
            configs.resolve("event-" + OwnersMachine.VIN + ".json").toString()),
        Files.readAllLines(note));
    assertEquals(List.of("status"), List.of(note.getParent().toFile().list()));
  }

  @Test
  void a_run_that_has_fetched_says_so_as_well() throws IOException {
    account.later(Duration.ofMinutes(40));
    assertEquals(0, machine.status("--quiet").code());

    assertEquals(1, machine.bmw.asked().size());
    assertTrue(
        Files.readString(note)
            .startsWith(
                machine.now.getEpochSecond() + " " + Instant.parse(nextFetch()).getEpochSecond()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--force --quiet", "--quiet -v", "--quiet --dry-run"})
  void a_run_that_would_do_something_all_the_same_leaves_none(String options) {
    machine.status(options.split(" "));

    assertFalse(Files.exists(note));
  }

  @ParameterizedTest
  @CsvSource({
    "a health check is to be pinged,   \"healthcheckUrl\": \"%s/ping\"",
    "messages wait for the morning,    '\"quietHours\": { \"from\": \"00:00\", \"to\": \"23:59\" }'"
  })
  void a_wish_of_the_config_that_needs_every_run_leaves_none(String why, String key)
      throws IOException {
    String config = Files.readString(configs.resolve("config.json"));
    String more = key.replace("%s", machine.bmw.url());
    machine.write("config.json", config.replace("\"timezone\"", more + ", \"timezone\""));
    account.says("cabin.door.lock.status = UNLOCKED @ 11:00").later(Duration.ofHours(1));

    machine.status("--quiet");
    account.later(Duration.ofMinutes(1));
    machine.status("--quiet");

    assertFalse(Files.exists(note), why);
  }

  @Test
  void trouble_leaves_none() {
    account.later(Duration.ofHours(1));
    machine.bmw.answer(DATA, 500, "");
    assertEquals(4, machine.status("--quiet").code());

    assertFalse(Files.exists(note));
  }

  @Test
  void a_message_that_slack_did_not_take_leaves_none() {
    account.says("cabin.door.lock.status = UNLOCKED @ 10:30").later(Duration.ofHours(1));
    machine.slack.answer(HOOK, 500, "");
    assertEquals(5, machine.status("--quiet").code());
    assertEquals(5, machine.status("--quiet").code());

    assertFalse(Files.exists(note));
  }

  @Test
  void a_warning_that_was_given_is_no_reason_to_start_again() throws IOException {
    Files.setPosixFilePermissions(
        configs.resolve("config.json"), PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals(
        "WARN other users can read CONFIGS/config.json; close it with: chmod 600"
            + " CONFIGS/config.json\n",
        machine.plain(machine.status("--quiet").err()));

    assertTrue(Files.exists(note));
  }

  @Test
  void a_cache_that_others_can_write_gets_none() throws IOException {
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwx---"));
    assertEquals(0, machine.status("--quiet").code());

    assertFalse(Files.exists(note));
  }

  @Test
  void no_link_in_a_cache_is_followed() throws IOException {
    Path target = Files.writeString(configs.resolve("theirs"), "theirs");
    Files.createDirectories(note.getParent());
    Files.createSymbolicLink(note.resolveSibling("status.new"), target);

    assertEquals(0, machine.status("--quiet").code());

    assertEquals("theirs", Files.readString(target));
    assertTrue(Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void where_there_is_no_cache_it_does_without() throws IOException {
    machine.environment.put("IREMOTE_REST_NOTE", cache.resolve("gone/rest/status").toString());
    assertEquals(0, machine.status("--quiet").code());
    machine.environment.put("IREMOTE_REST_NOTE", "");
    assertEquals(0, machine.status("--quiet").code());
    machine.environment.remove("IREMOTE_REST_NOTE");
    assertEquals(new OwnersMachine.Result(0, "", ""), machine.status("--quiet"));
  }

  @Test
  void connected_drive_has_something_to_do_in_every_run() throws IOException {
    machine.configured();
    machine.carSays(ConnectedDriveCar.car("i3-rex"));
    Files.delete(configs.resolve("token.json"));
    assertEquals(0, machine.status("--quiet").code());

    assertFalse(Files.exists(note));
  }
}
