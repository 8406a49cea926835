package io.github.iremote.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Writes the man pages and the completion script from the commands; the build runs it. */
public final class Manual {

  private static final String FILES =
      """
      .SH FILES
      The configs directory is the one that \\fB\\-\\-configs\\fR names, or \\fB$IREMOTE_CONFIGS\\fR; else the
      first that holds a \\fIconfig.json\\fR of: \\fI./configs\\fR, \\fIconfigs\\fR beside the program or one
      or two folders up from it, \\fI$XDG_CONFIG_HOME/iremote\\fR (\\fI~/.config/iremote\\fR). It holds:
      .TP
      \\fIconfig.json\\fR
      What you want: written by \\fBiremote setup\\fR or by hand.
      .TP
      \\fItoken.json\\fR
      The login.
      .TP
      \\fIevent\\-VIN.json\\fR
      The last saved event and status of a car, and messages not yet delivered.
      .TP
      \\fIrun.json\\fR
      What the program remembers of its own runs.
      .TP
      \\fIhistory/\\fR
      What the cars said and did, a file for each car and month; \\fBiremote history\\fR shows it.
      .SH EXAMPLES
      The line for \\fBcrontab \\-e\\fR:
      .PP
      .nf
      */5 * * * * $HOME/.local/bin/iremote status \\-\\-quiet \\-\\-configs $HOME/.config/iremote
      .fi
      """;

  private final CommandSpec spec;
  private final Help help;
  private final StringBuilder page = new StringBuilder();

  private Manual(CommandSpec spec) {
    this.spec = spec;
    this.help = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
  }

  /** Writes into {@code man} and {@code completion} of the given directory. */
  public static void main(String[] args) throws IOException {
    CommandLine root = new CommandLine(Main.commands());
    Path man = Files.createDirectories(Path.of(args[0], "man"));
    Files.writeString(man.resolve("iremote.1"), new Manual(root.getCommandSpec()).program());
    for (CommandLine command : root.getSubcommands().values()) {
      if (Commands.has(command.getCommandName())) {
        CommandSpec spec = command.getCommandSpec();
        Files.writeString(man.resolve(name(spec) + ".1"), new Manual(spec).command());
      }
    }
    Path completion = Files.createDirectories(Path.of(args[0], "completion"));
    Files.writeString(completion.resolve("iremote.bash"), Completion.script(root));
  }

  private String program() {
    start();
    page.append(".SH COMMANDS\n");
    for (CommandLine command : spec.subcommands().values()) {
      String name = command.getCommandName();
      term(Commands.has(name) ? "iremote-" + name + "(1)" : name, summary(command.getHelp()));
    }
    options();
    page.append(".SH EXIT STATUS\n").append(escape(String.join("\n", Commands.FOOTER).trim()));
    return page.append('\n').append(FILES).toString();
  }

  private String command() {
    start();
    options();
    return page.append(".SH SEE ALSO\n.BR iremote (1)\n").toString();
  }

  private void start() {
    page.append(".TH ").append(name(spec).toUpperCase(Locale.ROOT));
    page.append(" 1 \"\" \"").append(Version.text()).append("\"\n");
    page.append(".SH NAME\n").append(name(spec)).append(" \\- ").append(escape(summary(help)));
    page.append("\n.SH SYNOPSIS\n.nf\n").append(escape(help.synopsis(0).trim())).append("\n.fi\n");
    page.append(".SH DESCRIPTION\n");
    for (String paragraph : spec.usageMessage().description()) {
      page.append(".PP\n").append(escape(paragraph)).append('\n');
    }
  }

  private void options() {
    page.append(".SH OPTIONS\n");
    for (OptionSpec option : spec.options()) {
      String label = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
      term(String.join(", ", option.names()) + label, String.join(" ", option.description()));
    }
  }

  private void term(String term, String meaning) {
    page.append(".TP\n\\fB").append(escape(term)).append("\\fR\n");
    page.append(escape(meaning)).append('\n');
  }

  private static String name(CommandSpec spec) {
    return spec.qualifiedName("-");
  }

  private static String summary(Help help) {
    UsageMessageSpec usage = help.commandSpec().usageMessage();
    return usage.header().length > 0 ? usage.header()[0] : usage.description()[0];
  }

  /**
   * A backslash, a hyphen that is to be copied, and a dot at the start mean something to roff; to
   * Picocli a dollar does.
   */
  private static String escape(String text) {
    return text.replace("$$", "$")
        .replace("\\", "\\e")
        .replace("-", "\\-")
        .replaceAll("(?m)^([.'])", "\\\\&$1");
  }
}
