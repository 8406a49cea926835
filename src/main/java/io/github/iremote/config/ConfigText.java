package io.github.iremote.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.json.Json;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes {@code config.json} for a person to read: each key with a word about it. */
public final class ConfigText {
  private static final String START =
      """
      // The configuration of iRemote, written by "iremote setup". Change it as you like; "iremote
      // check" says whether it is right. Keep it private (chmod 600). Any text may be "${NAME}" (an
      // environment variable) or "${file:/path}" (the first line of a file).
      {
      """;

  private static final Map<String, String> COMMENTS =
      Map.of(
          "cardata", "BMW CarData. The client id is from the My BMW portal: Vehicle, BMW CarData.",
          "connecteddrive", "BMW's old API, with your BMW account.",
          "vehicles", "Which cars to watch, and what to call them. Without it: every car you have.",
          "slack", "Where messages go. Keep the address secret: whoever has it can post there.",
          "notify", "Where else messages go; what each place can do is in docs/messages.md.",
          "distance", "km or miles");

  private static final String END =
      """

        // More, each as it is without it; take the // away to change it.
        // "timezone": "Europe/Berlin",       // without it: the machine's
        // "location": false,                 // true: a map link in messages
        // "mute": [],                        // events that are never posted, such as "CHARGE_TIME"
        // "quietHours": { "from": "22:00", "to": "07:00" },  // without it: none
        // "thresholds": {
        //   "batteryPercent": 20, "fuelPercent": 10, "leftOpenMinutes": 10, "leftUnlockedMinutes": 15
        // },
        // "notify": [],                      // further places for messages: see docs/messages.md
        // "language": "en",                  // of messages: en or de
        // "healthcheckUrl": "https://…",     // called after each run; without it: none
        // "timeoutSeconds": 20,              // for one HTTP call
      }
      """;

  /** The text that holds these keys. */
  public static String of(JsonNode config) {
    StringBuilder text = new StringBuilder(START);
    String gap = "";
    for (var field : config.properties()) {
      String value = Json.pretty(field.getValue()).strip().replace("\n", "\n  ");
      text.append(gap).append("  // ").append(COMMENTS.get(field.getKey())).append('\n');
      text.append("  \"").append(field.getKey()).append("\": ").append(value).append(",\n");
      gap = "\n";
    }
    return text.append(END).toString();
  }

  /** A text with one key more, at its start; everything else in it stays as it is. */
  public static String with(String key, JsonNode value, String text) {
    int start = start(text) + 1;
    String pretty = Json.pretty(value).strip().replace("\n", "\n  ");
    String added = "\n  // " + COMMENTS.get(key) + "\n  \"" + key + "\": " + pretty + ",\n";
    return text.substring(0, start) + added + text.substring(start);
  }

  /** The first brace that is not in a comment. */
  private static int start(String text) {
    Matcher comments = Pattern.compile("(?s)\\A(\\uFEFF|\\s|//[^\n]*|/\\*.*?\\*/)*").matcher(text);
    return comments.find() ? comments.end() : 0;
  }

  private ConfigText() {}
}
