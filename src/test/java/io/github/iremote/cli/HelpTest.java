package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Help and completion through the front door. */
class HelpTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine();

  @Test
  void help_lists_every_command_and_fits_one_screen() {
    Result help = machine.runAsTyped("--help");

    assertEquals(0, help.code());
    assertTrue(help.out().lines().count() <= 24, help.out());
    assertTrue(help.out().lines().allMatch(line -> line.length() <= 80), help.out());
    assertEquals(
        """
              Usage: iremote [-hVv] [--configs=DIR] [COMMAND]
              Asks BMW how your car is and tells Slack what changed.
                    --configs=DIR   The directory that holds config.json.
                -h, --help          Show this help and exit.
                -v, --verbose       Say what is done; -vv adds HTTP lines and stack traces.
                -V, --version       Print the version and exit.
              Commands:
                setup                Asks a few questions and writes config.json.
                login                Logs in to BMW CarData, with a code to confirm.
                logout               Forgets the login at BMW, after asking.
                status               Asks how every car is and tells Slack what changed.
                watch                Stays, hears BMW's stream, and tells changes within
                                       seconds.
                vehicles             Lists the cars on the account, with model and VIN.
                history              Shows what your cars did: a day, drives, charges, months.
                replay               Shows what your config would have told of recorded days.
                check                Finds out why it does not work, and what to do about it.
                demo                 Shows a day of a car in a few seconds; needs no account.
                generate-completion  Prints what gives bash and zsh TAB completion.
                help                 Display help information about the specified command.

              Exit codes: 0 done; 1 a bug; 2 wrong command line or config; 3 login required;
              4 BMW not reachable or quota spent; 5 Slack refused or not reachable.
              """,
        help.out());
    assertEquals(help, machine.runAsTyped("help"));
  }

  @Test
  void every_command_has_the_same_help_with_help_before_it_as_with_the_option_behind_it() {
    for (String name : Main.commands().subcommands().keySet()) {
      Result help = machine.runAsTyped("help", name);

      assertEquals(0, help.code(), name);
      assertEquals(
          List.of("Usage: iremote " + name),
          help.out()
              .lines()
              .filter(line -> line.startsWith("Usage:"))
              .map(line -> line.split(" \\[")[0])
              .toList());
      assertEquals(help, machine.runAsTyped(name, "--help"), name);
    }
  }

  @Test
  void a_reference_is_shown_as_it_is_typed() {
    assertEquals(
        """
          Usage: iremote setup [-hVv] [--no-login] [--no-post] [--no-schedule]
                               [--overwrite] [--post] [--schedule] [--api=API]
                               [--authorization=SECRET] [--client-id=ID] [--configs=DIR]
                               [--distance=UNIT] [--password=SECRET] [--region=REGION]
                               [--runs=COMMAND] [--server=URL] [--slack-webhook=SECRET]
                               [--username=NAME] [--vehicle=VIN[=NAME]]...
          Asks a few questions and writes config.json.
          Logs in, finds the cars, tries the webhook on the way, and sees to it that
          something starts the program every 5 minutes. One that was broken off goes on
          where it was. What the options say is not asked; without a terminal nothing is.
          SECRET is ${NAME}, ${file:/path}, or - for a line of the standard input: others
          can read a command line.
                --api=API              cardata or connecteddrive.
                --authorization=SECRET ConnectedDrive: "Basic …".
                --client-id=ID         CarData: from the My BMW portal.
                --configs=DIR          The directory that holds config.json.
                --distance=UNIT        km or miles.
            -h, --help                 Show this help and exit.
                --no-login             Do not log in, nor look for cars.
                --no-post              Send none.
                --no-schedule          Leave cron alone.
                --overwrite            Replace a config.json that is there.
                --password=SECRET      ConnectedDrive: of your BMW account.
                --post                 Send a test message to Slack.
                --region=REGION        ConnectedDrive: ROW, US or CN.
                --runs=COMMAND         What cron runs: status, or watch.
                --schedule             Have cron run it, if nothing does yet.
                --server=URL           Another server than BMW's.
                --slack-webhook=SECRET Where messages go.
                --username=NAME        ConnectedDrive: of your BMW account.
            -v, --verbose              Say what is done; -vv adds HTTP lines and stack
                                         traces.
            -V, --version              Print the version and exit.
                --vehicle=VIN[=NAME]   A car to watch, and its name; may be repeated.
                                         Without it: every car.
          """,
        machine.runAsTyped("setup", "--help").out());
  }

  @Test
  void help_on_a_command_that_is_not_there_is_wrong_usage() {
    assertEquals(2, machine.runAsTyped("help", "nonsense").code());
  }

  @Test
  void the_completion_script_knows_every_command_and_option() {
    String script = machine.runAsTyped("generate-completion").out();

    assertTrue(script.startsWith("#!/usr/bin/env bash\n"), script);
    for (Command command : Commands.all()) {
      String completed = script.split("function _picocli_iremote_" + command.name())[1];
      Set<String> options = new TreeSet<>(Set.of("--configs", "-v", "--verbose"));
      command.spec().options().forEach(option -> options.addAll(List.of(option.names())));
      options.addAll(Set.of("-h", "--help", "-V", "--version"));
      assertEquals(options, quoted(completed.split("\n}")[0]), command.name());
    }
    assertEquals(
        List.of(
            "  local commands=\"setup login logout status watch vehicles history replay"
                + " check demo generate-completion help\"",
            "  local commands=\"setup login logout status watch vehicles history replay"
                + " check demo generate-completion\""),
        script.lines().filter(line -> line.matches(" *local commands=\"[^\"].*")).toList());
  }

  /** The options in single quotes. */
  private static Set<String> quoted(String script) {
    Set<String> options = new TreeSet<>();
    Pattern.compile("'(-[-\\w]+)'").matcher(script).results().forEach(m -> options.add(m.group(1)));
    return options;
  }
}
