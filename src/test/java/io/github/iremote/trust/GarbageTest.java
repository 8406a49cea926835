package io.github.iremote.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are wrong in every way: no bug, and no message that says what nobody has said. */
class GarbageTest {
  private static final int ANSWERS_A_CAR = 25;

  private static final List<JsonNode> CARS =
      List.of(
          Mutation.parse(OwnersMachine.car("i3-rex")),
          Mutation.parse(
              OwnersMachine.car(
                  "i3-rex",
                  "chargingStatus",
                  "\"CHARGING\"",
                  "connectionStatus",
                  "\"CONNECTED\"",
                  "chargingTimeRemaining",
                  "332",
                  "remainingRangeElectric",
                  "48",
                  "chargingLevelHv",
                  "54",
                  "updateReason",
                  "\"CHARGING_STARTED\"")),
          Mutation.parse(
              """
              {"vin": "WBY1Z4C50EV000123", "mileage": 21529, "updateReason": "DOOR_STATE_CHANGED",
               "updateTime": "2018-03-10T19:35:30+0100", "doorDriverFront": "CLOSED",
               "trunk": "CLOSED", "hood": "CLOSED", "doorLockState": "SECURED",
               "windowDriverFront": "CLOSED", "remainingFuel": 39, "remainingRangeFuel": 590,
               "remainingRangeFuelMls": 366, "remainingRangeElectric": 0.0,
               "remainingRangeElectricMls": 0.0, "chargingLevelHv": 0.0, "maxFuel": 0.0,
               "cbsData": [{"cbsType": "OIL", "cbsState": "OK", "cbsDueDate": "2019-07"}],
               "checkControlMessages": [
                 {"ccmId": 955, "ccmDescriptionShort": "Tyre pressure notification",
                  "ccmMileage": 41544}],
               "position": {"lat": 50.5, "lon": 10.1, "heading": 141, "status": "OK"}}"""),
          Mutation.parse(
              """
              {"mileage": 5050, "updateReason": "VEHICLE_SHUTDOWN",
               "updateTime": "2018-03-12T06:27:42+0000", "doorLockState": "UNLOCKED",
               "trunk": "OPEN", "remainingFuel": 39, "fuelPercent": 92.4,
               "remainingRangeFuelMls": 300, "remainingRangeElectricMls": 19,
               "connectionStatus": "DISCONNECTED", "chargingStatus": "INVALID",
               "chargingLevelHv": 85, "lastChargingEndReason": "CHARGING_GOAL_REACHED",
               "checkControlMessages": [], "cbsData": [
                 {"cbsType": "VEHICLE_TUV", "cbsState": "PENDING", "cbsDueDate": "2018-04"}]}"""));

  private static final JsonNode TOKEN =
      Mutation.parse(
          """
          {"access_token": "access", "token_type": "Bearer", "expires_in": 28800,
           "refresh_token": "refresh", "scope": "vehicle_data"}""");

  private static final JsonNode LIST =
      Mutation.parse(
          "{\"vehicles\": [{\"vin\": \"%s\", \"model\": \"i3\", \"driveTrain\": \"BEV_REX\"}]}"
              .formatted(OwnersMachine.VIN));

  @TempDir Path configs;

  private final List<String> bugs = new ArrayList<>();
  private final List<String> invented = new ArrayList<>();
  private final Map<Integer, Integer> codes = new TreeMap<>();
  private int messages;

  @Test
  void no_answer_makes_a_bug_or_an_invented_message() throws IOException {
    Experiment experiment = new Experiment("garbage", 500);
    Mutation mutation = new Mutation(experiment.random);
    try (OwnersMachine machine = new OwnersMachine(configs).configured()) {
      String config = Files.readString(configs.resolve("config.json"));
      Evidence evidence = new Evidence();
      JsonNode car = CARS.get(0);
      for (int answer = 0; answer < experiment.runs; answer++) {
        if (answer % ANSWERS_A_CAR == 0) {
          clear();
          evidence = new Evidence();
          car = experiment.oneOf(CARS.toArray(new JsonNode[0]));
          boolean listed = experiment.random.nextInt(4) > 0;
          machine.config(listed ? config : config.replaceAll("\"vehicles\".*", ""));
          machine.bmw.answer(OwnersMachine.CARS, 200, listed ? "" : mutation.of(LIST));
          boolean goodToken = experiment.random.nextInt(4) > 0;
          machine.bmw.answer(
              OwnersMachine.TOKEN, 200, goodToken ? Json.line(TOKEN) : mutation.of(TOKEN));
        }
        machine.now = machine.now.plus(Duration.ofMinutes(experiment.random.nextInt(90)));
        poll(machine, mutation.of(Json.object().set("vehicleStatus", car)), evidence);
      }
    }
    experiment.say(
        "exit codes %s, messages %d, bugs %d, messages with something invented %d",
        codes, messages, bugs.size(), invented.size());
    assertEquals(List.of(), bugs.stream().distinct().limit(5).toList());
    assertEquals(List.of(), invented.stream().limit(5).toList());
  }

  private void poll(OwnersMachine machine, String answer, Evidence evidence) {
    machine.bmw.answer(OwnersMachine.STATUS, 200, answer);
    try {
      evidence.heard(Json.parse(answer).path("vehicleStatus"));
    } catch (IOException e) {
      // then the program cannot read it either
    }
    Result result = machine.status("-vv");
    codes.merge(result.code(), 1, Integer::sum);
    if (result.code() == 1) {
      bugs.add(bug(result.err()));
    }
    for (JsonNode message : machine.posted()) {
      messages++;
      List<String> wrong = evidence.invented(message);
      if (!wrong.isEmpty()) {
        invented.add(wrong + " after " + answer);
      }
    }
  }

  /** The exception and where it came from. */
  private static String bug(String err) {
    List<String> lines =
        err.lines()
            .filter(line -> line.contains("a bug") || line.contains("at io.github"))
            .toList();
    return String.join(" ", lines.subList(0, Math.min(4, lines.size())));
  }

  private void clear() throws IOException {
    try (Stream<Path> files = Files.list(configs)) {
      for (Path file : files.filter(f -> !f.endsWith("config.json")).toList()) {
        Files.delete(file);
      }
    }
  }
}
