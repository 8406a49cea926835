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
      assertTrue(help.out().contains("\n  " + name + "  "), name);
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
