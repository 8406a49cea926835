package io.github.iremote.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.Sleeper;
import io.github.iremote.http.JsonHttp;
import io.github.iremote.json.Json;
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
   * for that reason, a dead one for another. Those of other houses say so in JSON.
   *
   * @throws Failure.PlaceUnavailable if messages would not arrive
   */
  public void probe() {
    JsonHttp.Answer answer = send(Json.object().put("text", ""));
    boolean complains = answer.status() == 400 && answer.body().stripLeading().startsWith("{");
    if (!complains && Receipt.of(url, answer) == Receipt.NONE) {
      throw unavailable(answer);
    }
  }

  private void attempt(JsonNode message) throws Notifier.Refused {
    JsonHttp.Answer answer = send(message);
    Duration wait = answer.retryAfter().orElse(LONGEST_WAIT);
    if (answer.status() == 429 && wait.compareTo(LONGEST_WAIT) < 0) {
      sleeper.sleep(wait);
      answer = send(message);
    }
    switch (Receipt.of(url, answer)) {
      case TAKEN -> {}
      case CONDEMNED -> throw new Notifier.Refused(Receipt.word(answer));
      case NONE -> throw unavailable(answer);
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

  /** What an answer that says nothing about the message means for it: it waits. */
  private static Failure.PlaceUnavailable unavailable(JsonHttp.Answer answer) {
    int status = answer.status();
    if (answer.ok()) {
      boolean page = answer.body().stripLeading().startsWith("<");
      return new Failure.PlaceUnavailable(
          "the webhook answered HTTP "
              + status
              + (page ? " with a web page, as hotel networks do" : " but not as Slack does")
              + "; the next run sends the message. If it goes on, check slack.webhookUrl in"
              + " config.json");
    }
    boolean dead = status == 401 || status == 403 || status == 404 || status == 410;
    if (dead || Receipt.aboutTheChannel(answer)) {
      return new Failure.PlaceUnavailable(
          "Slack refuses the webhook (HTTP "
              + status
              + " "
              + Receipt.word(answer)
              + "); messages are kept: check slack.webhookUrl in config.json; if it is as it was given,"
              + " make a new webhook and put its address there",
          true);
    }
    return new Failure.PlaceUnavailable(
        "Slack answered HTTP " + status + "; the next run sends the message");
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
