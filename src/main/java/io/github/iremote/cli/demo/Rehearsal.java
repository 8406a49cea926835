package io.github.iremote.cli.demo;

import io.github.iremote.cli.Main;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.simulator.LoopbackServer;
import io.github.iremote.simulator.PretendSlack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;

/**
 * Has another Java list the classes of a poll that finds nothing new, or of a look at the history,
 * for {@code scripts/iremote} to make its archives of. This Java is the BMW that is polled: what a
 * server needs is not listed.
 */
final class Rehearsal {
  /** The car has come to work, and stands there. */
  private static final Duration MORNING = Duration.ofHours(10);

  /** It has come home, and charges. */
  private static final Duration EVENING = Duration.ofHours(19);

  /** Where owners live clocks change, and Java has classes for that. */
  private static final String ZONE = "Europe/Berlin";

  private final Surroundings here = Surroundings.real();
  private final Surroundings quietly =
      here.with(here.clock(), pause -> {}, new PrintStream(PrintStream.nullOutputStream()));
  private final List<String> options;

  private Rehearsal(List<String> options) {
    this.options = options;
  }

  /**
   * Writes files {@code NAME.classes} into the working directory.
   *
   * @param args what is played, {@code status} or {@code history}, and options for the other Java
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
    Rehearsal rehearsal = new Rehearsal(List.of(args).subList(1, args.length));
    boolean history = args[0].equals("history");
    System.exit(history ? rehearsal.looks() : rehearsal.polls());
  }

  /** Polls of the API that BMW offers today: of a car that stands, and of one that charges. */
  private int polls() throws IOException, InterruptedException {
    int code = poll("standing", MORNING);
    return code == 0 ? poll("charging", EVENING) : code;
  }

  /** What the car did since the morning has been told by a poll before. */
  private int poll(String name, Duration since) throws IOException, InterruptedException {
    Path configs = Files.createDirectory(here.workingDirectory().resolve(name));
    Instant now = here.clock().instant();
    Instant midnight = now.minus(since);
    DemoStage stage = DemoStage.of("cardata", midnight, () -> now);
    stage.day().advanceTo(midnight.plus(MORNING));
    try (LoopbackServer bmw = new LoopbackServer(stage.bmw());
        LoopbackServer slack = new LoopbackServer(new PretendSlack())) {
      stage.writeConfig(configs, bmw.url(), slack.url());
      int code = stage.login() ? Main.run(quietly, "login", "--configs", name) : 0;
      code = code == 0 ? Main.run(quietly, "status", "--configs", name) : code;
      stage.day().advanceTo(now);
      String[] poll = {"status", "--quiet", "--force", "--configs", name};
      code = code == 0 ? Main.run(quietly, poll) : code;
      return code == 0 ? listed(name, poll) : code;
    }
  }

  /** All that an owner looks at: in a terminal a day, a time and a month, and the tables. */
  private int looks() throws IOException, InterruptedException {
    String configs = "demo";
    int code = Main.run(quietly, "demo", "--fast", "--keep", configs);
    ManyDays.tell(here.workingDirectory().resolve(configs).resolve("history"));
    String weeksAgo = LocalDate.now().minusWeeks(3).toString();
    List<List<String>> looks =
        List.of(
            List.of(),
            List.of("--day", "yesterday"),
            List.of("months"),
            List.of("months"), // when they have been derived
            List.of("--day", weeksAgo),
            List.of("--month", "last"),
            List.of("--from", weeksAgo),
            List.of("drives"),
            List.of("charges"));
    for (int i = 0; i < looks.size() && code == 0; i++) {
      List<String> words = new ArrayList<>(List.of("history", "--configs", configs));
      words.addAll(looks.get(i));
      code = listed("look-" + i, words.toArray(String[]::new));
    }
    return code;
  }

  private int listed(String name, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-Duser.timezone=" + ZONE);
    command.add("-XX:DumpLoadedClassList=" + name + ".classes");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
