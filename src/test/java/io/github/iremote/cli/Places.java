package io.github.iremote.cli;

/** Entries of {@code notify} for places on loopback, and where their messages arrive. */
final class Places {
  static final String TELEGRAM = "/bot42:telegram-secret/sendMessage";
  static final String BOT = "/api/chat.postMessage";

  private Places() {}

  static String entry(String kind, String url) {
    String entry =
        switch (kind) {
          case "ntfy" -> "{\"ntfy\":{\"url\":\"%s/my-topic\",\"token\":\"tk_ntfy-secret\"}}";
          case "telegram" ->
              "{\"telegram\":{\"server\":\"%s\",\"botToken\":\"42:telegram-secret\",\"chatId\":-1001}}";
          case "bot" ->
              "{\"name\":\"bot\",\"slack\":{\"server\":\"%s\",\"botToken\":\"xoxb-bot-secret\","
                  + "\"channel\":\"C1\"}}";
          default ->
              "{\"webhook\":{\"url\":\"%s/hook\",\"headers\":{\"Authorization\":\"Basic h-secret\"}}}";
        };
    return entry.formatted(url);
  }
}
