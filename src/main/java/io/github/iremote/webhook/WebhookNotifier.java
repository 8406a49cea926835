package io.github.iremote.webhook;

import io.github.iremote.http.JsonHttp.Answer;
import io.github.iremote.message.Courier;
import io.github.iremote.message.Letter;
import io.github.iremote.message.LetterWording;
import io.github.iremote.message.Notifier;
import io.github.iremote.message.PlainJson;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** A program of the owner's on the web as a place for messages: versioned JSON, by POST. */
public final class WebhookNotifier implements Notifier {
  private final Courier courier;
  private final LetterWording wording;
  private final String url;
  private final Map<String, String> headers;
  private final InstantSource clock;

  /**
   * @param headers what is sent along
   */
  public WebhookNotifier(
      Courier courier,
      LetterWording wording,
      String url,
      Map<String, String> headers,
      InstantSource clock) {
    this.courier = courier;
    this.wording = wording;
    this.url = url;
    this.headers = Map.copyOf(headers);
    this.clock = clock;
  }

  @Override
  public void send(Letter letter) throws Refused {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Idempotency-Key", letter.id());
    Answer answer = courier.post(url, all, PlainJson.of(letter, wording, clock.instant()));
    if (answer.status() == 413 || answer.status() == 422) {
      throw new Refused("HTTP " + answer.status());
    }
    if (!answer.ok()) {
      throw courier.unavailable(answer, "");
    }
  }
}
