package io.github.iremote.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Polls of which one in five fails, at BMW and at Slack, in every way a connection can. */
class UnreliableTest {
  private static final int PERCENT_FAILING = 20;
  private static final List<Fault> FAULTS = faults();

  @TempDir Path configs;

  @Test
  void nothing_is_lost_nor_told_out_of_order_nor_made_up() throws IOException {
    Experiment experiment = new Experiment("outage", 60);
    Ledger ledger = new Ledger();
    Map<Fault, Integer> faults = new TreeMap<>();
    Map<Integer, Integer> codes = new TreeMap<>();
    CountedCar car = new CountedCar();
    int setAside = 0;
    try (OwnersMachine machine = machine()) {
      for (int poll = 0; poll < experiment.runs + 5; poll++) {
        machine.now = machine.now.plus(Duration.ofMinutes(5));
        boolean last = poll >= experiment.runs;
        for (int change = experiment.random.nextInt(3); change > 0 && !last; change--) {
          car.change(machine.now);
        }
        Fault bmw = fault(experiment, last);
        Fault slack = fault(experiment, last);
        faults.merge(bmw, 1, Integer::sum);
        faults.merge(slack, 1, Integer::sum);
        prepare(machine, car, bmw, slack);
        Result result = machine.status();
        codes.merge(result.code(), 1, Integer::sum);
        List<JsonNode> posted = machine.posted();
        if (slack == Fault.CONDEMNED) {
          posted = setAside(posted, machine, setAside);
          setAside += posted.size();
        }
        if (slack.taken() || slack == Fault.CONDEMNED) {
          boolean known = slack == Fault.NONE || slack == Fault.CONDEMNED;
          posted.forEach(message -> ledger.arrived(message, slack.name(), known));
        }
      }
    }
    experiment.say("set aside and kept whole %d", setAside);
    report(experiment, car, ledger, faults, codes);
  }

  /**
   * What Slack has condemned, first as it was and then as plain text, is not lost: the owner finds
   * it in the file.
   */
  private static List<JsonNode> setAside(List<JsonNode> posted, OwnersMachine machine, int before)
      throws IOException {
    List<JsonNode> messages = new ArrayList<>();
    for (int i = 0; i < posted.size(); i += 2) {
      messages.add(posted.get(i));
    }
    if (!messages.isEmpty()) {
      Path kept = machine.configs.resolve("refused-" + OwnersMachine.VIN + ".jsonl");
      assertEquals(before + messages.size(), Files.readAllLines(kept).size());
    }
    return messages;
  }

  private static List<Fault> faults() {
    List<Fault> faults = new ArrayList<>(List.of(Fault.values()));
    faults.removeAll(List.of(Fault.NONE, Fault.FORBIDDEN, Fault.TOO_MANY_FOR_A_MINUTE));
    return faults;
  }

  private static Fault fault(Experiment experiment, boolean last) {
    return last ? Fault.NONE : Fault.any(FAULTS, PERCENT_FAILING, experiment);
  }

  private OwnersMachine machine() {
    OwnersMachine machine = new OwnersMachine(configs);
    return machine.config(
        """
        {
          "connecteddrive": {
            "server": "${BMW}", "key": "k", "secret": "s", "username": "u", "password": "p"
          },
          "vehicles": [ { "vin": "%s", "name": "My i3" } ],
          "slack": { "webhookUrl": "${HOOK}" },
          "thresholds": { "leftUnlockedMinutes": 10000 },
          "timezone": "UTC",
          "timeoutSeconds": 1
        }
        """
            .formatted(OwnersMachine.VIN));
  }

  /** The token lives for one poll, so that every poll needs both of BMW's answers. */
  private static void prepare(OwnersMachine machine, CountedCar car, Fault bmw, Fault slack) {
    String nowhere = "http://127.0.0.1:1";
    machine.environment.put("BMW", bmw == Fault.REFUSED ? nowhere : machine.bmw.url());
    machine.environment.put(
        "HOOK", (slack == Fault.REFUSED ? nowhere : machine.slack.url()) + OwnersMachine.HOOK);
    machine.bmw.answer(
        OwnersMachine.TOKEN,
        bmw.answer("{\"access_token\":\"a\",\"expires_in\":301,\"refresh_token\":\"r\"}"));
    machine.bmw.answer(OwnersMachine.STATUS, bmw.answer(car.answer()));
    machine.slack.answer(OwnersMachine.HOOK, slack.answer("ok"));
  }

  private static void report(
      Experiment experiment,
      CountedCar car,
      Ledger ledger,
      Map<Fault, Integer> faults,
      Map<Integer, Integer> codes) {
    experiment.say("faults at BMW and Slack %s, exit codes %s", faults, codes);
    experiment.say("%s", ledger.figures(car));
    assertEquals(car.changes(), ledger.told, "lost");
    assertEquals(List.of(), ledger.falseMessages);
    assertEquals(List.of(), ledger.duplicates);
    assertEquals(null, codes.get(1), "bugs");
  }
}
