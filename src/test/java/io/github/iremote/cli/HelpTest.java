package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.util.List;
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
    for (String name : Main.commands().subcommands().keySet()) {
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
    }
    assertEquals(help, machine.runAsTyped("help"));
  }

  @Test
  void every_command_has_the_same_help_with_help_before_it_as_with_the_option_behind_it() {
    for (String name : Main.commands().subcommands().keySet()) {
      Result help = machine.runAsTyped("help", name);

      assertEquals(0, help.code(), name);
      assertTrue(help.out().contains("Usage: iremote " + name), help.out());
      assertEquals(help, machine.runAsTyped(name, "--help"), name);
    }
  }

  @Test
  void a_reference_is_shown_as_it_is_typed() {
    String help = machine.runAsTyped("setup", "--help").out();

    assertTrue(help.contains("${NAME}, ${file:/path},"), help);
  }

  @Test
  void help_on_a_command_that_is_not_there_is_wrong_usage() {
    assertEquals(2, machine.runAsTyped("help", "nonsense").code());
  }

  @Test
  void the_completion_script_knows_every_command_and_option() {
    String script = machine.runAsTyped("generate-completion").out();

    assertTrue(script.startsWith("#!/usr/bin/env bash\n"), script);
    for (String word : List.of("status", "vehicles", "--dry-run", "--configs")) {
      assertTrue(script.contains(word), word);
    }
  }

  @Test
  void a_call_that_names_its_command_builds_no_other() {
    assertEquals(List.of("status"), List.copyOf(Main.commands("status").subcommands().keySet()));
  }
}
