package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code demo}: the whole program against its own simulator. */
class DemoTest {
  private static final Pattern HEADLINE = Pattern.compile("┃ My i\\d: ([A-Z][A-Za-z ]+)");

  @RegisterExtension final OwnersMachine machine = new OwnersMachine();
  private final Path directory = machine.configs;

  private static List<String> headlines(Result demo) {
    return HEADLINE.matcher(demo.out()).results().map(MatchResult::group).distinct().toList();
  }

  @Test
  void a_day_over_cardata_begins_with_a_login_and_stays_within_the_quota() {
    machine.environment.put("IREMOTE_REST_NOTE", directory.resolve("note").toString());

    Result demo = machine.runAsTyped("demo", "--fast", "--keep", "kept");

    assertEquals(new Result(0, demo.out(), ""), demo);
    assertTrue(demo.out().contains("\n  K7PM3DXA\n"), demo.out());
    assertTrue(headlines(demo).contains("┃ My i4: Car Parked and Locked "), demo.out());
    assertTrue(headlines(demo).contains("┃ My i4: Charging Completed "), demo.out());
    assertTrue(headlines(demo).contains("┃ My i4: Car Left Open"), demo.out());
    assertTrue(demo.out().matches("(?s).*That took [1-4]\\d of BMW's 50 calls a day.*"));
    assertTrue(Files.exists(directory.resolve("kept/token.json")));
    assertFalse(Files.exists(directory.resolve("note")), "its polls tell the launcher nothing");
    cardsAreConsistent(demo.out());
  }

  @Test
  void a_day_over_the_stream_tells_within_seconds() {
    Result demo = machine.runAsTyped("demo", "--fast", "--api", "stream");

    assertEquals(new Result(0, demo.out(), ""), demo);
    assertTrue(demo.out().contains("07:31:05   5 s after the car spoke\n"), demo.out());
    assertTrue(headlines(demo).contains("┃ My i4: Charging Completed "), demo.out());
    assertTrue(headlines(demo).contains("┃ My i4: Car Left Open"), demo.out());
    assertTrue(demo.out().contains("was told within 5 s"), demo.out());
    cardsAreConsistent(demo.out());
  }

  private static void cardsAreConsistent(String out) {
    assertTrue(out.indexOf("Car Plugged In") < out.indexOf("Charging Started"), out);
    assertFalse(out.matches("(?s).*\\d%.*"), out);
    assertFalse(out.contains("Update Event     Charging Started"), out);
    Map<Integer, Integer> ranges = new TreeMap<>();
    Pattern.compile("(\\d+) km : (\\d+) %")
        .matcher(out.replaceAll(" REX Range.*", ""))
        .results()
        .forEach(r -> ranges.put(Integer.parseInt(r.group(2)), Integer.parseInt(r.group(1))));
    assertEquals(ranges.values().stream().sorted().toList(), List.copyOf(ranges.values()), out);
    assertEquals(Set.copyOf(ranges.values()).size(), ranges.size(), "the range follows: " + out);
  }

  @Test
  void the_same_day_in_german() {
    Result demo = machine.runAsTyped("demo", "--fast", "--language", "de");

    assertEquals(new Result(0, demo.out(), ""), demo);
    assertTrue(headlines(demo).contains("┃ My i4: Auto geparkt und verriegelt "), demo.out());
    assertTrue(demo.out().contains("Elektrische Reichweite"), demo.out());
    String cards =
        String.join("\n", demo.out().lines().filter(line -> line.contains("┃")).toList());
    assertFalse(cards.matches("(?s).*(Car |Charging|Range|Mileage|driven|since).*"), cards);
  }

  @Test
  void a_day_over_connecteddrive() {
    Result demo = machine.runAsTyped("demo", "--fast", "--api", "connecteddrive");

    assertEquals(new Result(0, demo.out(), ""), demo);
    assertTrue(headlines(demo).contains("┃ My i3: Car Parked and Locked "), demo.out());
    assertTrue(demo.out().endsWith("\nTo have this told of your own car: iremote setup\n"));
    cardsAreConsistent(demo.out());
  }

  @Test
  void a_directory_that_is_not_the_demos_is_left_alone() {
    machine.configured();
    var files = machine.files();

    Result demo = machine.runAsTyped("demo", "--fast", "--keep", ".");

    assertEquals(2, demo.code());
    assertEquals(
        "iremote: CONFIGS/./config.json is not the demo's: name another directory\n",
        machine.plain(demo.err()));
    assertEquals(files, machine.files());
  }

  @Test
  void an_api_that_there_is_not_is_a_wrong_command_line() {
    Result demo = machine.runAsTyped("demo", "--api", "carplay");

    assertEquals(2, demo.code());
    assertEquals("iremote: --api carplay is none of cardata, stream, connecteddrive\n", demo.err());
    assertFalse(demo.out().contains("login"));
  }
}
