package io.github.iremote.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.http.JsonHttp;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * What a webhook's answer says about the message. Much stands between us and Slack that answers in
 * its place, and kindly: only the documented words count, and a message without any waits.
 *
 * @see <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">Incoming
 *     webhooks</a>
 */
enum Receipt {
  /** It has arrived. */
  TAKEN,

  /** It can never arrive; the webhook itself is fine. */
  CONDEMNED,

  /** Nothing. */
  NONE;

  private static final Set<String> ABOUT_THE_MESSAGE =
      Set.of(
          "invalid_payload",
          "invalid_blocks",
          "invalid_blocks_format",
          "invalid_attachments",
          "no_text",
          "missing_text_or_fallback_or_attachments",
          "too_many_attachments");

  private static final Set<String> ABOUT_THE_CHANNEL =
      Set.of("user_not_found", "channel_not_found");

  static Receipt of(String url, JsonHttp.Answer answer) {
    boolean taken =
        switch (answer.status()) {
          case 200 -> word(answer).equals("ok") || rocketChat(answer);
          case 204 -> answer.body().isEmpty() && discord(url);
          default -> false;
        };
    if (taken) {
      return TAKEN;
    }
    boolean condemned = answer.status() == 400 && ABOUT_THE_MESSAGE.contains(word(answer));
    return condemned ? CONDEMNED : NONE;
  }

  static boolean aboutTheChannel(JsonHttp.Answer answer) {
    return answer.status() == 400 && ABOUT_THE_CHANNEL.contains(word(answer));
  }

  /** Slack's one-word reason; anything longer is a page from somewhere else. */
  static String word(JsonHttp.Answer answer) {
    String body = answer.body().strip();
    return body.length() <= 60 && body.matches("[a-z_]+") ? body : "";
  }

  /** {@code {"success":true}}, and nothing else in it. */
  private static boolean rocketChat(JsonHttp.Answer answer) {
    if (!answer.body().stripLeading().startsWith("{")) {
      return false;
    }
    try {
      JsonNode body = answer.json();
      return body.size() == 1
          && body.path("success").isBoolean()
          && body.path("success").asBoolean();
    } catch (IOException e) {
      return false;
    }
  }

  /** Discord's own hosts say nothing when all is well. */
  private static boolean discord(String url) {
    String host = "." + URI.create(url).getHost();
    return host.endsWith(".discord.com") || host.endsWith(".discordapp.com");
  }
}
