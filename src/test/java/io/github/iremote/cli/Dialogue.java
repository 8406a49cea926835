package io.github.iremote.cli;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.util.List;
import java.util.regex.Pattern;

/** What {@code setup} has said in a terminal, where the answers are not echoed, in parts. */
final class Dialogue {
  private static final Pattern COMPLAINT = Pattern.compile("(?m): {3}(\\S.*)$");

  private final String said;

  Dialogue(OwnersMachine machine, Result result) {
    said = machine.plain(result.out());
  }

  /** What was wrong with the answers. */
  List<String> complaints() {
    return COMPLAINT.matcher(said).results().map(match -> match.group(1)).toList();
  }

  /** All of it, but for what is the same each time: the lists to choose from, the QR code. */
  String talk() {
    return said.replaceAll("(?m)^  (\\d  |\u001b\\[38;2;0).*\n", "");
  }

  /** What is said before the login over CarData. */
  String beforeTheLogin() {
    return said.replaceFirst("(?s)Open this link.*", "");
  }

  /** What is said from the writing of the config on. */
  String ending() {
    return said.replaceFirst("(?s).*(?=Written: )", "");
  }
}
