package io.github.iremote.config;

import io.github.iremote.config.section.Section;
import io.github.iremote.config.section.WebAddress;

/**
 * A Slack app's bot: it can change its messages and upload pictures.
 *
 * @param channel the channel's id
 */
public record SlackBotConfig(String server, String botToken, String channel) implements Address {

  static SlackBotConfig from(Section section) {
    section.only("botToken", "channel", "server");
    return new SlackBotConfig(
        WebAddress.in(section, "server").orElse("https://slack.com"),
        HeaderText.required(section, "botToken"),
        section.required("channel"));
  }

  @Override
  public String toString() {
    return "SlackBotConfig[hidden]";
  }
}
