package io.github.iremote.config;

import io.github.iremote.config.section.Section;
import io.github.iremote.config.section.WebAddress;

/**
 * A Slack webhook.
 *
 * @param channel, username, icon how messages are signed; empty where the webhook decides
 */
public record SlackConfig(String webhookUrl, String channel, String username, String icon)
    implements Address {

  static SlackConfig from(Section section) {
    section.only("webhookUrl", "channel", "username", "icon");
    return new SlackConfig(
        WebAddress.required(section, "webhookUrl"),
        section.string("channel").orElse(""),
        section.string("username").orElse(""),
        section.string("icon").orElse(""));
  }

  @Override
  public String toString() {
    return "SlackConfig[hidden]";
  }
}
