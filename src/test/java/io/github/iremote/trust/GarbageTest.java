package io.github.iremote.trust;

import static io.github.iremote.trust.SoundAnswers.CARDATA;
import static io.github.iremote.trust.SoundAnswers.CARS;
import static io.github.iremote.trust.SoundAnswers.LIST;
import static io.github.iremote.trust.SoundAnswers.TOKEN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Answers that are wrong in every way, half of each API: no bug, and no message that says what
 * nobody has said.
 */
class GarbageTest {
  private static final int ANSWERS_A_CAR = 25;

  private final List<String> bugs = new ArrayList<>();
  private final List<String> invented = new ArrayList<>();
  private final Map<Integer, Integer> codes = new TreeMap<>();
  private int messages;

  @Test
  void no_answer_makes_a_bug_or_an_invented_message() throws IOException {
    Experiment experiment = new Experiment("garbage", 150);
    Mutation mutation = new Mutation(experiment.random);
    for (int answer = 0; answer < experiment.runs / 2; answer += ANSWERS_A_CAR) {
      try (OwnersMachine machine = new OwnersMachine().configured()) {
        meet(machine, experiment, mutation);
        Evidence evidence = new Evidence();
        JsonNode car = experiment.oneOf(CARS.toArray(new JsonNode[0]));
        for (int poll = 0; poll < ANSWERS_A_CAR; poll++) {
          machine.now = machine.now.plus(Duration.ofMinutes(experiment.random.nextInt(90)));
          poll(machine, mutation.of(Json.object().set("vehicleStatus", car)), evidence);
        }
      }
    }
    experiment.say(
        "exit codes %s, messages %d, bugs %d, messages with something invented %d",
        codes, messages, bugs.size(), invented.size());
    assertEquals(List.of(), bugs.stream().distinct().limit(5).toList());
    assertEquals(List.of(), invented.stream().limit(5).toList());
  }

  /** One list of cars in four is asked of BMW, and is as bad as one token in four. */
  private void meet(OwnersMachine machine, Experiment experiment, Mutation mutation)
      throws IOException {
    if (experiment.random.nextInt(4) == 0) {
      String config = Files.readString(machine.configs.resolve("config.json"));
      machine.config(config.replaceAll("\"vehicles\".*", ""));
      machine.bmw.answer(OwnersMachine.CARS, 200, mutation.of(LIST));
    }
    if (experiment.random.nextInt(4) == 0) {
      machine.bmw.answer(OwnersMachine.TOKEN, 200, mutation.of(TOKEN));
    }
  }

  @Test
  void no_answer_of_cardata_makes_a_bug_or_an_invented_message() throws IOException {
    Experiment experiment = new Experiment("garbage", 150);
    Mutation mutation = new Mutation(experiment.random);
    JsonNode answer = Json.object().set("telematicData", CARDATA);
    for (int asked = 0; asked < experiment.runs / 2; asked += ANSWERS_A_CAR) {
      try (CarDataAccount account = new CarDataAccount()) {
        account.loggedIn();
        Set<Long> heard = new HashSet<>();
        for (int poll = 0; poll < ANSWERS_A_CAR; poll++) {
          account.later(Duration.ofMinutes(40 + experiment.random.nextInt(60)));
          poll(account.machine, mutation.of(answer), heard);
        }
      }
    }
    experiment.say(
        "CarData: exit codes %s, messages %d, bugs %d, messages with something invented %d",
        codes, messages, bugs.size(), invented.size());
    assertEquals(List.of(), bugs.stream().distinct().limit(5).toList());
    assertEquals(List.of(), invented.stream().limit(5).toList());
  }

  private void poll(OwnersMachine machine, String answer, Set<Long> heard) {
    hear(answer, heard);
    machine.bmw.answer(CarDataAccount.DATA, 200, answer);
    Result result = machine.status("--force");
    codes.merge(result.code(), 1, Integer::sum);
    if (result.code() == 1) {
      bugs.add(bug(result.err()));
    }
    for (JsonNode message : machine.posted()) {
      messages++;
      unheard(message, heard).forEach(number -> invented.add(number + " in " + message));
    }
  }

  /** Every number, also as kilometres where it may be miles, and as what is left of another. */
  private static void hear(String answer, Set<Long> heard) {
    List<Double> numbers = new ArrayList<>();
    try {
      Json.parse(answer)
          .path("telematicData")
          .forEach(
              sample -> {
                String value = sample.path("value").asText().trim();
                if (value.matches("-?\\d{1,12}(\\.\\d+)?([eE]\\d)?d?|0x1p4|-?1e-?300")) {
                  numbers.add(Double.valueOf(value));
                }
              });
    } catch (IOException e) {
      return; // the program cannot read it either
    }
    for (double one : numbers) {
      heard.add(Math.round(one));
      heard.add(Math.round(one * 1.609344));
    }
    for (double one : List.copyOf(numbers)) {
      numbers.forEach(other -> heard.add(Math.round(one - other)));
    }
  }

  /** The numbers in the fields that show numbers, where nobody has said them. */
  private static List<String> unheard(JsonNode message, Set<Long> heard) {
    List<String> unheard = new ArrayList<>();
    for (JsonNode field : message.path("attachments").path(0).path("fields")) {
      if (field.path("title").asText().matches(".* Range|Current Mileage")) {
        for (String word : field.path("value").asText().split("\\D+")) {
          if (!word.isEmpty() && !heard.contains(Long.valueOf(word))) {
            unheard.add(field.toString());
          }
        }
      }
    }
    return unheard;
  }

  @Test
  void no_damaged_file_stops_the_program() throws IOException {
    Experiment experiment = new Experiment("garbage", 150);
    Mutation mutation = new Mutation(experiment.random);
    List<String> stopped = new ArrayList<>();
    int damaged = Math.max(25, experiment.runs / 10);
    try (OwnersMachine machine = new OwnersMachine().configured()) {
      for (int file = 0; file < damaged; file++) {
        machine.now = machine.now.plus(Duration.ofMinutes(5));
        JsonNode car = experiment.oneOf(CARS.toArray(new JsonNode[0]));
        machine.bmw.answer(
            OwnersMachine.STATUS, 200, Json.line(Json.object().set("vehicleStatus", car)));
        if (experiment.random.nextInt(10) == 0) {
          machine.bmw.answer(OwnersMachine.STATUS, 401, "");
        }
        machine.slack.answer(OwnersMachine.HOOK, experiment.random.nextInt(2) * 300 + 200, "ok");
        int before = machine.status().code();
        String name = damage(machine.configs, experiment, mutation);
        Result result = machine.status();
        codes.merge(result.code(), 1, Integer::sum);
        if (!List.of(0, 3, 5).contains(result.code())) {
          stopped.add(before + " " + name + " " + result.code() + " " + bug(result.err()));
        }
      }
    }
    experiment.say("damaged files %d, exit codes %s, stopped %d", damaged, codes, stopped.size());
    assertEquals(List.of(), stopped.stream().distinct().limit(5).toList());
  }

  private String damage(Path configs, Experiment experiment, Mutation mutation) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(configs)) {
      files =
          all.filter(file -> file.toString().matches(".*/(event-.*|run|token)\\.json")).toList();
    }
    if (files.isEmpty()) {
      return "";
    }
    Path file = files.get(experiment.random.nextInt(files.size()));
    String text = mutation.of(Json.parse(Files.readString(file)));
    Files.write(file, text.getBytes(UTF_8));
    return file.getFileName().toString();
  }

  private void poll(OwnersMachine machine, String answer, Evidence evidence) {
    machine.bmw.answer(OwnersMachine.STATUS, 200, answer);
    try {
      evidence.heard(Json.parse(answer).path("vehicleStatus"));
    } catch (IOException e) {
      // then the program cannot read it either
    }
    Result result = machine.status();
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
}
