package io.github.iremote.slack;

import io.github.iremote.message.Letter;
import io.github.iremote.message.Notifier;
import java.time.InstantSource;
import java.util.Optional;

/** Slack by webhook as a place for messages. */
public record SlackNotifier(SlackMessage form, SlackWebhook webhook, InstantSource clock)
    implements Notifier {

  @Override
  public void send(Letter letter) throws Refused {
    webhook.post(form.of(letter, clock.instant()));
  }

  @Override
  public Optional<String> probe() {
    webhook.probe();
    return Optional.of("the webhook is alive");
  }
}
