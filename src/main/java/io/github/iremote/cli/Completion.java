package io.github.iremote.cli;

import picocli.AutoComplete;
import picocli.CommandLine;

/** The script that gives bash and zsh TAB completion, of commands, options and cars. */
final class Completion {
  static final String NAME = "generate-completion";

  private static final String NOTHING = "    '--car')\n      return\n";

  /** Asks the program itself, which looks at its files and not at BMW. */
  private static final String CARS =
      """
          '--car')
            local IFS=$'\\n'
            COMPREPLY=( $(compgen -W "$("${COMP_WORDS[0]}" vehicles --names 2>/dev/null)" -- "${curr_word}") )
            COMPREPLY=( "${COMPREPLY[@]// /\\\\ }" )
            return
      """;

  static String script(CommandLine root) {
    return AutoComplete.bash("iremote", root).replace(NOTHING, CARS.indent(0));
  }

  private Completion() {}
}
