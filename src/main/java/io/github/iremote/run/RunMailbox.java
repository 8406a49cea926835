package io.github.iremote.run;

import io.github.iremote.message.Letter;
import io.github.iremote.message.delivery.Delivery;
import io.github.iremote.message.delivery.Mailbox;
import io.github.iremote.message.delivery.PlaceNews;
import java.util.List;
import java.util.function.UnaryOperator;

/** The letters in {@code run.json}: those of the program itself. */
record RunMailbox(RunFile runFile) implements Mailbox, PlaceNews.Outgoing {

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

  @Override
  public void add(UnaryOperator<List<Letter>> more) {
    runFile.update(state -> state.withPending(more.apply(state.pending())));
  }

  @Override
  public Mailbox mailbox() {
    return this;
  }
}
