package io.github.iremote.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.Sleeper;
import io.github.iremote.json.Json;
import io.github.iremote.json.JsonHttp;
import io.github.iremote.message.Notifier;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * Posts to a Slack incoming webhook, at most one message a second.
 *
 * @see <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">Incoming
 *     webhooks</a>
 */
public final class SlackWebhook {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final JsonHttp http;
  private final String url;
  private final Sender sender;
  private final InstantSource clock;
  private final Sleeper sleeper;
  private Instant lastPost = Instant.MIN;

  /**
   * How messages are signed; Slack apps ignore it, legacy webhooks and Mattermost honour it. Empty
   * where the webhook's own settings are to hold.
   */
  public record Sender(String channel, String username, String icon) {}

  public SlackWebhook(
      JsonHttp http, String url, Sender sender, InstantSource clock, Sleeper sleeper) {
    this.http = http;
    this.url = url;
    this.sender = sender;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /**
   * Posts one message. One that Slack finds malformed is tried once more as plain text.
   *
   * @throws Notifier.Refused if Slack finds that malformed too
   * @throws Failure.PlaceUnavailable if the message should be kept and sent later
   */
  public void post(JsonNode message) throws Notifier.Refused {
    try {
      attempt(message);
    } catch (Notifier.Refused e) {
      attempt(Json.object().put("text", message.path("text").asText()));
    }
  }

  /**
   * Asks whether the webhook is alive, and posts nothing: a live one refuses a message without text
   * for that reason, a dead one for another.
   *
   * @throws Failure.PlaceUnavailable if messages would not arrive
   */
  public void probe() {
    try {
      JsonHttp.Answer answer = send(Json.object().put("text", ""));
      if (!answer.ok()) {
        refuse(answer);
      }
    } catch (Notifier.Refused e) {
      // as it should
    }
  }

  private void attempt(JsonNode message) throws Notifier.Refused {
    JsonHttp.Answer answer = send(message);
    Duration wait = answer.retryAfter().orElse(LONGEST_WAIT);
    if (answer.status() == 429 && wait.compareTo(LONGEST_WAIT) < 0) {
      sleeper.sleep(wait);
      answer = send(message);
    }
    if (!answer.ok()) {
      refuse(answer);
    }
    if (answer.body().stripLeading().startsWith("<")) {
      throw new Failure.PlaceUnavailable(
          "a web page answered in Slack's place, as hotel networks do; the next run sends the"
              + " message");
    }
  }

  private JsonHttp.Answer send(JsonNode message) {
    Duration sinceLast = Duration.between(lastPost, clock.instant()).abs();
    if (!lastPost.equals(Instant.MIN) && sinceLast.compareTo(PAUSE) < 0) {
      sleeper.sleep(PAUSE.minus(sinceLast));
    }
    try {
      return http.postJson(url, Map.of(), signed(message));
    } catch (IOException e) {
      throw new Failure.PlaceUnavailable(
          "Slack is not reachable (" + JsonHttp.explain(e) + "); the next run sends the message");
    } finally {
      lastPost = clock.instant();
    }
  }

  /** By status first, by Slack's word second: only a word about the message is held against it. */
  private static void refuse(JsonHttp.Answer answer) throws Notifier.Refused {
    String word = word(answer.body());
    switch (answer.status()) {
      case 400 -> throw new Notifier.Refused(word);
      case 403, 404, 410 ->
          throw new Failure.PlaceUnavailable(
              "Slack refuses the webhook (HTTP "
                  + answer.status()
                  + " "
                  + word
                  + "); messages are kept: check slack.webhookUrl in config.json",
              true);
      default ->
          throw new Failure.PlaceUnavailable(
              "Slack answered HTTP " + answer.status() + "; the next run sends the message");
    }
  }

  /** Slack's one-word reason; anything longer is a page from somewhere else. */
  private static String word(String body) {
    return body.length() <= 60 && body.matches("[a-z_]+") ? body : "";
  }

  private JsonNode signed(JsonNode message) {
    ObjectNode signed = message.deepCopy();
    put(signed, "channel", sender.channel());
    put(signed, "username", sender.username());
    put(signed, sender.icon().startsWith(":") ? "icon_emoji" : "icon_url", sender.icon());
    return signed;
  }

  private static void put(ObjectNode message, String name, String value) {
    if (!value.isEmpty()) {
      message.put(name, value);
    }
  }
}
