package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A car's file that is gone or damaged while no fetch is due: nothing saved means one is. */
class LostFileTest {
  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;
  private final Path file = machine.configs.resolve("event-" + OwnersMachine.VIN + ".json");

  /** What is said on standard output, but for the time of the next look. */
  private static String said(Result result) {
    return result.out().replaceFirst("next look at .*", "next look at TIME");
  }

  private Result fiveMinutesLater() {
    return account.later(Duration.ofMinutes(5)).machine.status("--short");
  }

  private long fetches() {
    return machine.bmw.asked().stream().filter(line -> line.contains("/telematicData")).count();
  }

  @Test
  void a_file_that_was_deleted_is_fetched_anew() throws IOException {
    account.watched();
    Files.delete(file);

    Result result = fiveMinutesLater();

    assertEquals("My i4: Watching: locked · 60 % · 240 km · next look at TIME\n", said(result));
    assertEquals(1, fetches());
    assertEquals(1, machine.headlines().size());
  }

  @Test
  void one_that_is_damaged_too_and_the_car_starts_silent() {
    account.watched();
    machine.write(file.getFileName().toString(), "broken");

    Result result = fiveMinutesLater();

    assertEquals(
        "My i4: unchanged since 10:40 · 60 % · 240 km · next look at TIME\n", said(result));
    assertEquals(1, fetches());
    assertEquals(0, machine.headlines().size());
    assertTrue(Files.exists(file));
  }

  @Test
  void a_car_of_which_bmw_has_nothing_is_asked_no_more_often_than_others() {
    account.loggedIn().says();
    machine.status();
    machine.bmw.asked();

    Result result = fiveMinutesLater();

    assertEquals(
        "My i4: BMW has no data of it yet; it comes with the next drive · next look at" + " TIME\n",
        said(result));
    assertEquals(0, fetches());
  }

  @Test
  void a_fetch_that_fails_is_not_repeated_at_every_run() throws IOException {
    account.watched();
    Files.delete(file);
    machine.bmw.answer(CarDataAccount.DATA, 503, "");
    for (int run = 0; run < 30; run++) {
      fiveMinutesLater();
    }

    assertTrue(fetches() < 12, "the calls are for better things");
  }

  @Test
  void a_damaged_one_whose_car_cannot_be_asked_at_once_starts_silent_later() {
    account.watched();
    for (int call = 0; call < 60; call++) {
      machine.status("--force");
    }
    machine.write(file.getFileName().toString(), "broken");
    fiveMinutesLater();
    assertFalse(Files.exists(file));
    machine.headlines();

    Result result = account.later(Duration.ofHours(26)).machine.status("--short");

    assertEquals(
        "My i4: unchanged since 10:40, 2 Mar 2026 · 60 % · 240 km · next look at TIME\n",
        said(result));
    assertEquals(List.of(), machine.headlines());
    assertTrue(Files.exists(file));
  }

  @Test
  void where_no_call_is_left_it_does_not_say_what_it_does_not_know() throws IOException {
    account.watched();
    for (int call = 0; call < 60; call++) {
      machine.status("--force");
    }
    Files.delete(file);

    Result result = fiveMinutesLater();

    assertEquals(
        "My i4: nothing is known of it yet · next look at 11:20, 3 Mar 2026\n", result.out());
  }
}
