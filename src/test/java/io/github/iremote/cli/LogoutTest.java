package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code logout}, and the small help around: completion, the next step, the sample. */
class LogoutTest {
  @RegisterExtension final CarDataAccount account = new CarDataAccount().loggedIn();
  private final OwnersMachine machine = account.machine;
  private final Path configs = machine.configs;

  private boolean loggedIn() {
    return Files.exists(configs.resolve("token.json"));
  }

  @Test
  void the_login_goes_when_its_owner_says_so() {
    machine.terminal = true;
    machine.typed = "\n";
    assertEquals(0, machine.run("logout").code());
    assertTrue(loggedIn());

    machine.typed = "y\n";
    Result result = machine.run("logout");

    assertEquals(0, result.code(), result.err());
    assertFalse(loggedIn());
    assertEquals(3, machine.status("--force").code());
    assertEquals("There is no login to forget.\n", machine.run("logout").out());
  }

  @Test
  void a_script_says_yes() {
    assertEquals(2, machine.run("logout").code());
    assertTrue(loggedIn());
    assertEquals(0, machine.run("logout", "--yes").code());
    assertFalse(loggedIn());
    assertEquals(List.of(), machine.bmw.asked());
  }

  @Test
  void a_shell_completes_the_cars_without_asking_bmw() {
    assertEquals(new Result(0, "My i4\n000123\n", ""), machine.run("vehicles", "--names"));
    assertEquals(List.of(), machine.bmw.asked());

    String script = machine.runAsTyped("generate-completion").out();
    assertEquals(
        Set.of(
            "COMPREPLY=( $(compgen -W \"$(\"${COMP_WORDS[0]}\" vehicles --names 2>/dev/null)\""
                + " -- \"${curr_word}\") )"),
        script
            .lines()
            .filter(line -> line.matches(".*vehicles --names.*"))
            .map(String::strip)
            .collect(Collectors.toSet()));
  }

  @Test
  void who_calls_it_without_a_command_is_told_the_next_step_until_there_is_a_config() {
    machine.environment.put("HOME", configs.toString());
    Result bare = machine.runAsTyped();
    assertEquals(2, bare.code());
    String help = machine.runAsTyped("--help").out();
    assertEquals(
        help + "\nNothing is set up yet. To begin: iremote setup. Only to look: iremote demo\n",
        bare.err());

    machine.environment.put("IREMOTE_CONFIGS", configs.toString());
    assertEquals(help, machine.runAsTyped().err());
  }
}
