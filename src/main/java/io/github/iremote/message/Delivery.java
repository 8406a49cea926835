package io.github.iremote.message;

import io.github.iremote.slack.SlackWebhook;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes waiting messages to Slack, one at a time: the caller saves after each. */
public final class Delivery {
  private final SlackWebhook slack;
  private final Outbox outbox;
  private final InstantSource clock;

  public Delivery(SlackWebhook slack, Outbox outbox, InstantSource clock) {
    this.slack = slack;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * What came of posting one message.
   *
   * @param left the messages that still wait
   * @param refused the message, if Slack would not take it in any form
   */
  public record Step(List<Pending> left, Optional<Pending> refused) {}

  /** Whether there is a message that may go now. */
  public boolean due(List<Pending> waiting) {
    return outbox.next(waiting, clock.instant()).isPresent();
  }

  /** Posts the next message that may go now; nothing if there is none. */
  public Optional<Step> postNext(List<Pending> waiting) {
    List<Pending> left = new ArrayList<>(outbox.folded(waiting, clock.instant()));
    Optional<Pending> next = outbox.next(left, clock.instant());
    if (next.isEmpty()) {
      return Optional.empty();
    }
    left.remove(next.get());
    try {
      slack.post(outbox.dated(next.get(), clock.instant()));
      return Optional.of(new Step(left, Optional.empty()));
    } catch (SlackWebhook.MessageRefused e) {
      return Optional.of(new Step(left, next));
    }
  }
}
