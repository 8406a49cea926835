package io.github.iremote.cli;

import io.github.iremote.Failure;
import io.github.iremote.cli.setup.Typed;
import io.github.iremote.run.Account;
import io.github.iremote.run.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code logout}: forgets the login again. */
final class LogoutCommand implements Command {

  @Override
  public String name() {
    return "logout";
  }

  @Override
  public CommandSpec spec() {
    return Options.command(
            name(),
            "Forgets the login at BMW, after asking.",
            "Deletes token.json. What is saved of the cars, and config.json, stay.")
        .addOption(Options.flag("--yes", "Do not ask."));
  }

  @Override
  public int run(ParseResult arguments, Surroundings here) {
    Wiring wiring = new Wiring(arguments, here);
    Path token = wiring.configs.resolve("token.json");
    if (Files.notExists(token)) {
      here.out().println("There is no login to forget.");
      return 0;
    }
    if (!Options.has(arguments, "--yes") && !agreed(token, here)) {
      here.out().println("The login stays.");
      return 0;
    }
    RunLock lock = RunLock.await(wiring.configs, here.sleeper());
    try (lock) {
      Files.deleteIfExists(token);
      Files.deleteIfExists(token.resolveSibling(".token.json.tmp"));
      wiring.remembered.account.update(before -> Account.UNKNOWN);
    } catch (IOException e) {
      throw new Failure.BadConfig(token + " cannot be deleted: check its owner", e);
    }
    here.out().println("The login is forgotten. To log in again: " + wiring.source.howToLogIn());
    return 0;
  }

  private static boolean agreed(Path token, Surroundings here) {
    if (!here.terminal()) {
      throw new Failure.BadConfig("there is no terminal to ask in: give --yes");
    }
    try {
      String answer = new Typed(here).line("Delete " + token + " [y/N]: ");
      return answer.toLowerCase(Locale.ROOT).startsWith("y");
    } catch (Typed.Ended e) {
      return false;
    }
  }
}
