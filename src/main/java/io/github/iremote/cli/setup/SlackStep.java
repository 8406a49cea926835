package io.github.iremote.cli.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.cli.Wiring;
import io.github.iremote.cli.check.CheckCommand;
import io.github.iremote.cli.check.WebhookAddress;
import io.github.iremote.config.SlackConfig;
import java.util.function.Function;

/** Where messages go: asked, or left for later. */
record SlackStep(Questions ask, Surroundings here, Function<ObjectNode, Wiring> wiring) {

  /** Adds {@code slack} to the configuration, unless its owner puts that off. */
  void add(ObjectNode config) {
    config.remove("slack");
    String webhook = ask.secret("--slack-webhook", "Webhook address, https://…; Enter: later");
    if (webhook.isEmpty() && here.terminal()) {
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
      here.out().println("Slack: " + CheckCommand.post(wired) + ".");
    }
  }
}
