package io.github.iremote.run;

import io.github.iremote.Failure;
import io.github.iremote.event.EventName;
import io.github.iremote.message.Delivery;
import io.github.iremote.message.Pending;
import io.github.iremote.slack.SlackMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The program's own news, that it fails or works again, and its way to Slack. */
final class OwnNews {
  private final Set<EventName> mute;
  private final RunFile runFile;
  private final InstantSource clock;

  OwnNews(Set<EventName> mute, RunFile runFile, InstantSource clock) {
    this.mute = mute;
    this.runFile = runFile;
    this.clock = clock;
  }

  /**
   * Takes down what a run means for the trouble there is.
   *
   * @param allAsked whether no failure means that all is well
   */
  void note(List<RuntimeException> failures, boolean allAsked) {
    Trouble.Step step = step(failures, allAsked, runFile.state().trouble());
    List<Pending> waiting = new ArrayList<>(runFile.state().pending());
    for (Trouble.News news : step.news()) {
      if (!mute.contains(news.name())) {
        Instant now = clock.instant();
        var message = SlackMessage.ofProgram(news.name(), news.sentence(), now);
        waiting.add(new Pending(now, news.name().urgent(), message));
      }
    }
    runFile.update(state -> state.withTrouble(step.trouble()).withPending(waiting));
  }

  private Trouble.Step step(List<RuntimeException> failures, boolean allAsked, Trouble trouble) {
    for (RuntimeException failure : failures) {
      if (failure instanceof Failure.LoginRequired || failure instanceof Failure.BmwUnavailable) {
        return trouble.afterFailure((Failure) failure, clock.instant());
      }
    }
    return allAsked ? trouble.afterSuccess() : new Trouble.Step(trouble, List.of());
  }

  /**
   * Posts what waits.
   *
   * @throws Failure.MessageRefused if Slack would not take something in any form
   */
  void deliver(Delivery delivery) {
    Optional<Pending> refused = Optional.empty();
    if (delivery.due(runFile.state().pending())) {
      runFile.save(); // what cannot be saved as sent must not be sent
    }
    for (Optional<Delivery.Step> step = delivery.postNext(runFile.state().pending());
        step.isPresent();
        step = delivery.postNext(runFile.state().pending())) {
      List<Pending> left = step.get().left();
      runFile.update(state -> state.withPending(left));
      refused = step.get().refused().isPresent() ? step.get().refused() : refused;
    }
    if (refused.isPresent()) {
      throw new Failure.MessageRefused(
          "Slack refused a message in every form: " + refused.get().text());
    }
  }
}
