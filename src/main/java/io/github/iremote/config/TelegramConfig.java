package io.github.iremote.config;

import io.github.iremote.config.section.Section;
import io.github.iremote.config.section.WebAddress;

/** A chat on Telegram with a bot. */
public record TelegramConfig(String server, String botToken, String chatId) implements Address {

  static TelegramConfig from(Section section) {
    section.only("botToken", "chatId", "server");
    String token = section.required("botToken");
    section.require(
        token.matches("[A-Za-z0-9:_-]+"),
        "botToken",
        "expected the token that BotFather gave: digits, a colon, and letters");
    return new TelegramConfig(
        WebAddress.in(section, "server").orElse("https://api.telegram.org"),
        token,
        section.requiredTextOrNumber("chatId"));
  }

  @Override
  public String toString() {
    return "TelegramConfig[hidden]";
  }
}
