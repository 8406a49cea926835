package io.github.iremote.run;

import io.github.iremote.message.Delivery;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Mailbox;
import java.util.List;

/** The letters in {@code run.json}: those of the program itself. */
record RunMailbox(RunFile runFile) implements Mailbox {

  @Override
  public List<Letter> letters() {
    return runFile.state().pending();
  }

  @Override
  public void keep(Delivery.Step step) {
    step.refused().ifPresent(runFile.refused()::keep);
    runFile.update(state -> state.withPending(step.left()));
  }

  @Override
  public void save() {
    runFile.save();
  }

  @Override
  public String refusedFile() {
    return runFile.refused().name();
  }
}
