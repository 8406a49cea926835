package io.github.iremote.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.CarDataAccount;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Days of polls are recorded, and told again from what was recorded. A week with {@code
 * -Dexperiments.replay=7}.
 */
class ReplayedWeekTest {
  private static final Duration CRON = Duration.ofMinutes(5);
  private static final int DAYS = Integer.getInteger("experiments.replay", 1);

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final Random random = new Random(Long.getLong("experiments.seed", 1));

  /** What the car says, and from when on: {@code key = value @ time}, by key. */
  private final TreeMap<Instant, List<String>> week = new TreeMap<>();

  private int battery = 80;
  private int odometer = 20_000;

  private void says(Instant at, String... entries) {
    for (String entry : entries) {
      week.computeIfAbsent(at, time -> new ArrayList<>()).add(entry + " @ " + at);
    }
  }

  private void drive(Instant at) {
    int minutes = 15 + random.nextInt(40);
    Instant end = at.plus(Duration.ofMinutes(minutes));
    battery -= minutes / 5;
    odometer += minutes;
    says(at.minusSeconds(90), "cabin.door.lock.status = UNLOCKED");
    says(at, "isMoving = true", "cabin.door.lock.status = LOCKED");
    says(
        end,
        "isMoving = false",
        "vehicle.travelledDistance = " + odometer + " [km]",
        "drivetrain.batteryManagement.header = " + battery,
        "cabin.door.lock.status = UNLOCKED");
    boolean forgotten = random.nextInt(3) == 0;
    boolean open = random.nextInt(3) == 0;
    says(end.plusSeconds(60), "body.trunk.isOpen = OPEN");
    says(
        end.plus(Duration.ofMinutes(open ? 40 : 2)),
        "body.trunk.isOpen = CLOSED",
        forgotten ? "cabin.door.lock.status = UNLOCKED" : "cabin.door.lock.status = SECURED");
  }

  private void charge(Instant at) {
    String state = "drivetrain.electricEngine.charging.hvStatus = ";
    says(at, "body.chargingPort.status = CONNECTED", state + "CHARGING");
    boolean whole = random.nextInt(4) > 0;
    int to = whole ? 80 : battery + 10;
    Instant end = at.plus(Duration.ofMinutes((to - battery) * 6L));
    for (; battery < to; battery += 5) {
      Instant step = end.minus(Duration.ofMinutes((to - battery) * 6L));
      says(step, "drivetrain.batteryManagement.header = " + battery);
    }
    battery = to;
    says(end, "drivetrain.batteryManagement.header = " + to, state + "CHARGING_ENDED");
    says(end.plus(Duration.ofHours(8)), "body.chargingPort.status = DISCONNECTED");
  }

  private void live(Instant start) {
    says(
        start,
        "cabin.door.lock.status = SECURED",
        "body.trunk.isOpen = CLOSED",
        "isMoving = false",
        "body.chargingPort.status = DISCONNECTED",
        "vehicle.travelledDistance = " + odometer + " [km]",
        "drivetrain.batteryManagement.header = " + battery,
        "powertrain.electric.battery.stateOfCharge.target = 80",
        "drivetrain.electricEngine.charging.hvStatus = NOCHARGING");
    for (int day = 0; day < DAYS; day++) {
      Instant midnight = start.plus(Duration.ofHours(24L * day));
      drive(midnight.plus(Duration.ofMinutes(7 * 60 + random.nextInt(60))));
      drive(midnight.plus(Duration.ofMinutes(17 * 60 + random.nextInt(60))));
      if (battery < 75) {
        charge(midnight.plus(Duration.ofMinutes(19 * 60 + 30 + random.nextInt(60))));
      }
    }
  }

  private void recorded() throws IOException {
    Path config = account.machine.configs.resolve("config.json");
    String places =
        """
        "quietHours": { "from": "22:30", "to": "06:30" },
        "notify": [ { "name": "urgent", "webhook": { "url": "%s/urgent" }, "urgentOnly": true } ],
        "timezone\"\
        """
            .formatted(account.machine.slack.url());
    account.machine.config(Files.readString(config).replace("\"timezone\"", places));
    account.machine.slack.answer("/urgent", 204, "");
    account.machine.now = Instant.parse("2026-03-02T00:00:00Z");
    account.loggedIn();
    Instant start = account.machine.now.minusSeconds(60);
    live(start);
    Map<String, String> known = new TreeMap<>();
    for (Instant end = start.plus(Duration.ofDays(DAYS)); account.machine.now.isBefore(end); ) {
      for (var said : week.headMap(account.machine.now, true).values()) {
        said.forEach(entry -> known.put(entry.substring(0, entry.indexOf(' ')), entry));
      }
      week.headMap(account.machine.now, true).clear();
      account.says(known.values().toArray(String[]::new));
      assertEquals(0, account.machine.status("--quiet").code());
      account.later(CRON);
    }
  }

  private List<JsonNode> replayed() throws IOException {
    List<JsonNode> told = new ArrayList<>();
    for (String line : account.machine.run("replay", "--json").out().split("\n")) {
      told.add(Json.parse(line));
    }
    return told;
  }

  @Test
  void each_message_is_told_again_at_its_time_or_at_the_poll_next_to_it() throws IOException {
    recorded();

    List<JsonNode> messages = replayed();

    assertTrue(messages.size() >= 5 * DAYS, messages.size() + " messages are no life");
    System.out.println("replay: " + DAYS + " days, " + messages.size() + " messages told again");
    for (JsonNode message : messages) {
      assertTrue(message.has("told") && message.has("now"), message.toString());
      Instant told = Instant.parse(message.path("told").asText());
      Duration moved = Duration.between(told, Instant.parse(message.path("now").asText())).abs();
      assertTrue(moved.compareTo(CRON) <= 0, message.toString());
    }
    assertEquals(messages, replayed(), "the same lines give the same output");
  }
}
