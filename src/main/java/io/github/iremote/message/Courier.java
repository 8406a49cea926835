package io.github.iremote.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Failure;
import io.github.iremote.Sleeper;
import io.github.iremote.http.JsonHttp;
import io.github.iremote.http.JsonHttp.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Brings requests to a place on the web: at the pace it allows, and waiting if it asks to. */
public final class Courier {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final JsonHttp http;
  private final String title;
  private final Function<Answer, Optional<Duration>> wait;
  private final InstantSource clock;
  private final Sleeper sleeper;
  private Instant last = Instant.MIN;

  /**
   * @param title what complaints call the place
   * @param wait how long an answer asks to wait
   */
  public Courier(
      JsonHttp http,
      String title,
      Function<Answer, Optional<Duration>> wait,
      InstantSource clock,
      Sleeper sleeper) {
    this.http = http;
    this.title = title;
    this.wait = wait;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /** One HTTP call. */
  private interface Call {
    Answer make() throws IOException;
  }

  /**
   * Posts JSON; the answer may be of any status but 429.
   *
   * @throws Failure.PlaceUnavailable if there is none
   */
  public Answer post(String url, Map<String, String> headers, JsonNode json) {
    return bring(() -> http.postJson(url, headers, json));
  }

  public Answer get(String url, Map<String, String> headers) {
    return bring(() -> http.get(url, headers));
  }

  /** Sends bytes as they are. */
  public Answer send(
      String method, String url, Map<String, String> headers, byte[] bytes, String type) {
    return bring(() -> http.send(method, url, headers, bytes, type));
  }

  public Answer postForm(String url, Map<String, String> headers, Map<String, String> form) {
    return bring(() -> http.postForm(url, headers, form));
  }

  /** Sends a form that has a file in it. */
  public Answer postFile(
      String url,
      Map<String, String> headers,
      Map<String, String> form,
      String field,
      String name,
      byte[] bytes) {
    return bring(() -> http.postFile(url, headers, form, field, name, bytes));
  }

  private Answer bring(Call call) {
    Answer answer = attempt(call);
    Optional<Duration> asked = answer.status() == 429 ? wait.apply(answer) : Optional.empty();
    if (asked.isPresent() && asked.get().compareTo(LONGEST_WAIT) < 0) {
      sleeper.sleep(asked.get());
      answer = attempt(call);
    }
    if (answer.status() == 429) {
      throw new Failure.PlaceUnavailable(
          title + " takes no more messages for now (HTTP 429); they are kept",
          wait.apply(answer).orElse(Duration.ZERO));
    }
    return answer;
  }

  private Answer attempt(Call call) {
    Duration sinceLast =
        last.equals(Instant.MIN) ? PAUSE : Duration.between(last, clock.instant()).abs();
    if (sinceLast.compareTo(PAUSE) < 0) {
      sleeper.sleep(PAUSE.minus(sinceLast));
    }
    try {
      return call.make();
    } catch (IOException e) {
      throw new Failure.PlaceUnavailable(
          title + " is not reachable (" + JsonHttp.explain(e) + "); messages are kept");
    } finally {
      last = clock.instant();
    }
  }

  /** What an answer that is no success means, where it says nothing of the message itself. */
  public Failure.PlaceUnavailable unavailable(Answer answer, String word) {
    int status = answer.status();
    String said = "HTTP " + status + (word.isEmpty() ? "" : " " + word);
    if (answer.ok()) {
      return new Failure.PlaceUnavailable(
          title + " was not reached: something else answered (" + said + "); messages are kept");
    }
    if (status >= 400 && status < 500 && status != 408) {
      return new Failure.PlaceUnavailable(
          title + " refuses (" + said + "); messages are kept: check notify in config.json", true);
    }
    return new Failure.PlaceUnavailable(title + " answered " + said + "; messages are kept");
  }
}
