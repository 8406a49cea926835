package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertEquals(
        Commands.all().stream()
            .map(command -> "\\fBiremote-" + command.name() + "(1)\\fR")
            .toList(),
        page.lines().filter(line -> line.startsWith("\\fBiremote-")).toList());
  }

  @Test
  void every_command_has_a_page_with_all_its_options() throws IOException {
    for (Command command : Commands.all()) {
      String page = page("iremote-" + command.name());
      assertEquals(
          Stream.concat(
                  Stream.of("--configs", "-v", "-h", "-V"),
                  command.spec().options().stream().map(option -> option.names()[0]))
              .distinct()
              .toList(),
          page.lines()
              .filter(line -> line.startsWith("\\fB-"))
              .map(line -> line.replaceAll("^.fB(-[-\\w]+).*", "$1"))
              .toList());
    }
  }

  @Test
  void a_reference_is_shown_as_it_is_typed() throws IOException {
    assertEquals(
        List.of("SECRET is ${NAME}, ${file:/path}, or - for a line of the standard input:"),
        Stream.of(page("iremote-setup").split("(?<=[.:]) "))
            .filter(sentence -> sentence.startsWith("SECRET is"))
            .toList());
  }

  @Test
  void the_completion_script_is_there() throws IOException {
    String script = Files.readString(target.resolve("completion/iremote.bash"));

    assertEquals(
        List.of("complete -F _complete_iremote -o default iremote iremote.sh iremote.bash"),
        script.lines().filter(line -> line.startsWith("complete ")).toList());
  }
}
