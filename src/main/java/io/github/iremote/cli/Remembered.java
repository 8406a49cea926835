package io.github.iremote.cli;

import io.github.iremote.Log;
import io.github.iremote.json.Section;
import io.github.iremote.json.Sections;
import io.github.iremote.run.Account;
import io.github.iremote.run.RunFile;
import io.github.iremote.vehicle.Vehicle;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What is remembered from run to run, and does not need a configuration to be read. */
public final class Remembered {
  public final Sections sections;
  public final RunFile runFile;
  public final Section<Account> account;
  public final Section<QuietRuns> quietRuns;

  public Remembered(Path configs, Surroundings here, Log log) {
    this.sections = RunFile.open(configs, here.clock(), log);
    this.runFile = new RunFile(sections);
    this.account = Account.in(sections);
    this.quietRuns = QuietRuns.in(sections);
  }

  /** The cars on the account as BMW last listed them. */
  public List<Vehicle> cars() {
    return runFile.state().vehicles();
  }

  /** The CarData client that last logged in. */
  public Optional<String> client() {
    return account.get().clientId();
  }
}
