package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  /** What is told of the day whenever the polls are. */
  private static final List<String> WHATEVER_THE_PACE =
      List.of(
          "┃ My i4: Car Parked and Locked ",
          "┃ My i4: Car Left Open",
          "┃ My i4: Charging Completed ");

  /** How a day over CarData begins, in every language. */
  private static final String LOGIN =
      """
      A day of an i4 over BMW CarData: a login, then cron every 5 minutes.

      Open this link on any device, log in to My BMW there, and confirm the code:

        https://customer.bmwgroup.com/oneid/link?user_code=K7PM3DXA

        K7PM3DXA

      It lives 5 minutes, until 07:05. Waiting for you …
      Logged in.
      One car is on the account:
        i4 eDrive40 …M00123
      BMW knows what to tell about them.
      What is next:
        iremote status            to see them, and to post to Slack for the first time
        iremote status --quiet    for cron, every 5 minutes
      07:00
      """;

  private static final Pattern HEADLINE = Pattern.compile("┃ My i\\d: ([A-Z][A-Za-z ]+)");

  @RegisterExtension final OwnersMachine machine = new OwnersMachine();
  private final Path directory = machine.configs;

  /** What is said until the car is known. */
  private static String beginning(Result demo) {
    return demo.out().replaceFirst("(?s)\n +\\(\\d+ polls: silent\\).*", "");
  }

  private static String lastCard(Result demo) {
    return demo.out().replaceFirst("(?s).*\n\\d\\d:\\d\\d\n(.*?)\n +\\(.*", "$1");
  }

  /** The day that is the same each time: cron runs every 5 minutes, and every run polls. */
  private static String overConnectedDrive() throws IOException {
    try (var in = DemoTest.class.getResourceAsStream("/demo/connecteddrive.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> headlines(Result demo) {
    return HEADLINE.matcher(demo.out()).results().map(MatchResult::group).distinct().toList();
  }

  @Test
  void a_day_over_cardata_begins_with_a_login_and_stays_within_the_quota() {
    machine.environment.put("IREMOTE_REST_NOTE", directory.resolve("note").toString());

    Result demo = machine.runAsTyped("demo", "--fast", "--keep", "kept");

    assertEquals(new Result(0, demo.out(), ""), demo);
    assertEquals(
        LOGIN
            + """
            ┃ My i4: Watching: locked · 62 % · 268 km
            ┃ Electric Range   268 km : 62 %
            ┃ Current Mileage  22408 km
          """,
        beginning(demo));
    List<String> told = new ArrayList<>(headlines(demo));
    told.retainAll(WHATEVER_THE_PACE);
    assertEquals(WHATEVER_THE_PACE, told);
    assertTrue(demo.out().matches("(?s).*That took [1-4]\\d of BMW's 50 calls a day.*"));
    assertTrue(Files.exists(directory.resolve("kept/token.json")));
    assertFalse(Files.exists(directory.resolve("note")), "its polls tell the launcher nothing");
    cardsAreConsistent(demo.out());
  }

  @Test
  void a_day_over_the_stream_tells_within_seconds() {
    Result demo = machine.runAsTyped("demo", "--fast", "--api", "stream");

    assertEquals(new Result(0, demo.out(), ""), demo);
    assertEquals(
        List.of("07:31:05   5 s after the car spoke"),
        demo.out().lines().filter(line -> line.startsWith("07:31")).toList());
    List<String> told = new ArrayList<>(headlines(demo));
    told.retainAll(List.of("┃ My i4: Car Left Open", "┃ My i4: Charging Completed "));
    assertEquals(List.of("┃ My i4: Car Left Open", "┃ My i4: Charging Completed "), told);
    assertEquals(
        """
        The stream brought N messages, and N of BMW's 50 calls a day what it lacks.
        Half of what there was to tell was told within 5 s.
        Good night.
        """,
        demo.out()
            .replaceFirst("(?s).*(?=The stream brought)", "")
            .replaceAll("\\d+ (?=m|of)", "N "));
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
    assertEquals(
        LOGIN
            + """
            ┃ My i4: Wird beobachtet: verriegelt · 62 % · 268 km
            ┃ Elektrische Reichweite  268 km : 62 %
            ┃ Kilometerstand          22.408 km
          """,
        beginning(demo));
    assertEquals(
        """
            ┃ My i4: Laden beendet · 80 % · 345 km
            ┃ Elektrische Reichweite  345 km : 80 %
            ┃ Kilometerstand          22.466 km
          """,
        lastCard(demo));
    String cards =
        String.join("\n", demo.out().lines().filter(line -> line.contains("┃")).toList());
    assertFalse(cards.matches("(?s).*(Car |Charging|Range|Mileage|driven|since).*"), cards);
  }

  @Test
  void a_day_over_connecteddrive() throws IOException {
    Result demo = machine.runAsTyped("demo", "--fast", "--api", "connecteddrive");

    assertEquals(new Result(0, demo.out(), ""), demo);
    assertEquals(overConnectedDrive(), demo.out());
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
    assertEquals("", demo.out());
  }
}
