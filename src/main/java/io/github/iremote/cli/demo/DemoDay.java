package io.github.iremote.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.cli.Main;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.cli.TerminalMessage;
import io.github.iremote.simulator.LoopbackServer;
import io.github.iremote.simulator.PretendSlack;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One simulated day: a poll every five minutes of it, and every message as Slack would get it. */
final class DemoDay {
  private static final Duration CRON = Duration.ofMinutes(5);
  private static final Duration READING_TIME = Duration.ofMillis(250);
  private static final Duration MORNING = Duration.ofHours(7);
  private static final Duration NIGHT = Duration.ofHours(23);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private static final String ENDING =
      "Good night.\n\nTo have this told of your own car: iremote setup\n";

  private final Path configs;
  private final String language;
  private final boolean fast;
  private final Surroundings here;
  private final PretendSlack slack = new PretendSlack();
  private Instant now;
  private int quietPolls;

  DemoDay(Path configs, String language, boolean fast, Surroundings here) {
    this.configs = configs;
    this.language = language;
    this.fast = fast;
    this.here = here;
  }

  /** Plays the day; returns the exit code of the first command that fails, or 0. */
  int play(String api, Instant midnight) {
    now = midnight.plus(MORNING);
    DemoStage stage = DemoStage.of(api, midnight, () -> now);
    try (LoopbackServer bmw = new LoopbackServer(stage.bmw());
        LoopbackServer hooks = new LoopbackServer(slack)) {
      stage.writeConfig(configs, bmw.url(), hooks.url(), language, Optional.empty());
      out().println(stage.title() + "\n");
      stage.day().advanceTo(now);
      int code = stage.login() ? command(here.out(), "login") : 0;
      while (code == 0 && now.isBefore(midnight.plus(NIGHT))) {
        stage.day().advanceTo(now);
        code = command(here.out(), "status", "--quiet");
        show(slack.take());
        now = now.plus(CRON);
      }
      out().print(code == 0 ? quiet() + stage.ending().get() + ENDING : "");
      return code;
    }
  }

  /** One run of the real program, at that time of the simulated day. */
  private int command(PrintStream out, String... words) {
    Stream<String> all =
        Stream.concat(Stream.of(words), Stream.of("--configs", configs.toString()));
    Instant moment = now;
    return Main.run(here.with(() -> moment, pause -> {}, out), all.toArray(String[]::new));
  }

  private void show(List<JsonNode> messages) {
    if (messages.isEmpty()) {
      quietPolls++;
      return;
    }
    out().print(quiet());
    quietPolls = 0;
    for (JsonNode message : messages) {
      out().println(TIME.format(now.atZone(ZoneId.systemDefault())));
      new TerminalMessage(out(), here.terminal()).print(message);
    }
    if (!fast) {
      here.sleeper().sleep(READING_TIME);
    }
  }

  private String quiet() {
    String polls = quietPolls == 1 ? " poll" : " polls";
    return quietPolls == 0 ? "" : "       (" + quietPolls + polls + ": silent)\n";
  }

  private PrintStream out() {
    return here.out();
  }
}
