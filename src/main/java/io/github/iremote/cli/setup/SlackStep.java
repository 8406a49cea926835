package io.github.iremote.cli.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.cli.Wiring;
import io.github.iremote.cli.check.PlaceChecks;
import io.github.iremote.cli.check.WebhookAddress;
import io.github.iremote.config.SlackConfig;
import java.util.function.Function;

/** Where messages go: to Slack, elsewhere, or left for later. */
record SlackStep(Questions ask, Surroundings here, Function<ObjectNode, Wiring> wiring) {

  /** Adds {@code slack} or {@code notify} to the configuration, unless its owner puts that off. */
  void add(ObjectNode config) {
    config.remove("slack");
    String webhook =
        ask.secret("--slack-webhook", "Webhook address, https://…; Enter: elsewhere, or later");
    if (webhook.isEmpty() && here.terminal()) {
      new OtherPlaces(ask, here, wiring).add(config);
      return;
    }
    config.putObject("slack").put("webhookUrl", webhook);
    Wiring wired = wiring.apply(config);
    String address = wired.config.slack().map(SlackConfig::webhookUrl).orElse("");
    WebhookAddress.mistake(address)
        .ifPresent(
            mistake -> {
              throw new Failure.BadConfig(mistake);
            });
    if (ask.yes("--post", "--no-post", "Post a test message there")) {
      here.out()
          .println("Slack: " + new PlaceChecks(wired).post(wired.places().all().get(0)) + ".");
    }
  }
}
