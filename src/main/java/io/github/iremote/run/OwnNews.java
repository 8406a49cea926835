package io.github.iremote.run;

import io.github.iremote.Failure;
import io.github.iremote.event.EventName;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Message;
import io.github.iremote.message.delivery.Delivery;
import io.github.iremote.message.phrases.Phrases;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The program's own news, that it fails or works again. */
public final class OwnNews {
  private final Set<EventName> mute;
  private final RunFile runFile;
  private final Delivery delivery;
  private final Phrases phrases;
  private final InstantSource clock;

  public OwnNews(
      Set<EventName> mute,
      RunFile runFile,
      Delivery delivery,
      Phrases phrases,
      InstantSource clock) {
    this.mute = mute;
    this.runFile = runFile;
    this.delivery = delivery;
    this.phrases = phrases;
    this.clock = clock;
  }

  /** Tells what a run means for the trouble there is, where there is any. */
  void tell(List<Look> looks, Set<String> watched) {
    RunState state = runFile.state();
    if (state.trouble().none() && state.pending().isEmpty() && !anyFailed(looks)) {
      return;
    }
    note(step(looks, state.trouble().only(watched)));
    delivery.deliverFirst(new RunMailbox(runFile), false);
  }

  /** Says one thing, once. */
  public void say(EventName name, String sentence) {
    note(new Trouble.Step(runFile.state().trouble(), List.of(new Trouble.News(name, sentence))));
    delivery.deliver(new RunMailbox(runFile), false);
  }

  /** Says once that there is no login. */
  public void loginNeeded(Failure.LoginRequired failure) {
    tell(List.of(Look.failed(Trouble.ACCOUNT, failure)), Set.of());
  }

  private static boolean anyFailed(List<Look> looks) {
    return looks.stream().anyMatch(look -> bmwFailure(look).isPresent());
  }

  /** The failure of one look that is BMW's or the login's; the others are no trouble with it. */
  private static Optional<Failure> bmwFailure(Look look) {
    for (RuntimeException failure : look.failures()) {
      if (failure instanceof Failure.LoginRequired || failure instanceof Failure.BmwUnavailable) {
        return Optional.of((Failure) failure);
      }
    }
    return Optional.empty();
  }

  private Trouble.Step step(List<Look> looks, Trouble trouble) {
    Set<String> answered = new TreeSet<>();
    Set<String> failed = new TreeSet<>();
    Optional<Failure> first = Optional.empty();
    for (Look look : looks) {
      Optional<Failure> failure = bmwFailure(look);
      if (failure.isPresent()) {
        failed.add(look.vin());
        first = first.isEmpty() ? failure : first;
      } else if (look.answered()) {
        answered.add(look.vin());
      }
    }
    if (first.isEmpty()) {
      return answered.isEmpty()
          ? new Trouble.Step(trouble, List.of())
          : trouble.afterAnswers(answered);
    }
    return trouble.without(answered).afterFailure(first.get(), failed, clock.instant());
  }

  private void note(Trouble.Step step) {
    List<Letter> waiting = new ArrayList<>(runFile.state().pending());
    for (Trouble.News news : step.news()) {
      if (!mute.contains(news.name())) {
        Instant now = clock.instant();
        String sentence = phrases.get(news.name() + ".sentence", news.sentence());
        waiting = delivery.queued(waiting, Message.ofProgram(news.name(), sentence, now));
      }
    }
    List<Letter> letters = waiting;
    runFile.update(state -> state.withTrouble(step.trouble()).withPending(letters));
  }
}
