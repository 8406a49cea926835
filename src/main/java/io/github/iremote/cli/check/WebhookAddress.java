package io.github.iremote.cli.check;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Addresses that look like a webhook, and take no message of Slack's form. */
final class WebhookAddress {

  /** What is wrong with an address, and what to do about it. */
  static Optional<String> mistake(String address) {
    URI uri = URI.create(address);
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    String path = uri.getPath() == null ? "" : uri.getPath();
    if (host.matches("(.+\\.)?office(365)?\\.com")
        || host.endsWith(".logic.azure.com")
        || host.endsWith(".powerplatform.com")) {
      return Optional.of(
          "slack.webhookUrl is an address of Microsoft Teams, which does not take Slack's messages:"
              + " give one of Slack, Mattermost, Rocket.Chat or Discord");
    }
    boolean discord = host.matches("(.+\\.)?discord(app)?\\.com");
    if (discord && !path.matches(".*/slack/?")) {
      return Optional.of(
          "slack.webhookUrl is an address of Discord, which takes Slack's messages only where it"
              + " ends in /slack: add /slack to its end");
    }
    if (host.equals("api.slack.com") || host.endsWith(".slack.com") && path.isEmpty()) {
      return Optional.of(
          "slack.webhookUrl is a page of Slack's, not a webhook: copy the webhook's own address,"
              + " which begins with https://hooks.slack.com/services/");
    }
    return Optional.empty();
  }

  private WebhookAddress() {}
}
