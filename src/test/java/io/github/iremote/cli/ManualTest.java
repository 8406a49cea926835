package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.OptionSpec;

/** The man pages and the completion script that the build makes. */
class ManualTest {
  @TempDir Path target;

  @BeforeEach
  void build() throws IOException {
    Manual.main(new String[] {target.toString()});
  }

  private String page(String name) throws IOException {
    return Files.readString(target.resolve("man").resolve(name + ".1")).replace("\\-", "-");
  }

  @Test
  void the_programs_page_names_every_command() throws IOException {
    String page = page("iremote");

    assertTrue(page.startsWith(".TH IREMOTE 1 \"\" \"iremote "), page);
    for (String name : Main.commands().subcommands().keySet()) {
      assertTrue(page.contains(name), name);
    }
  }

  @Test
  void every_command_has_a_page_with_all_its_options() throws IOException {
    for (Command command : Commands.all()) {
      String page = page("iremote-" + command.name());
      for (OptionSpec option : command.spec().options()) {
        assertTrue(page.contains("\n\\fB" + option.names()[0]), option.longestName());
      }
    }
  }

  @Test
  void a_reference_is_shown_as_it_is_typed() throws IOException {
    assertTrue(page("iremote-setup").contains(" ${NAME}, ${file:/path}, "));
  }

  @Test
  void the_completion_script_is_there() throws IOException {
    String script = Files.readString(target.resolve("completion/iremote.bash"));

    assertTrue(script.contains("complete -F _complete_iremote"), script);
  }
}
