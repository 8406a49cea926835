package io.github.iremote.bmw.cardata;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Failure;
import io.github.iremote.http.JsonHttp;
import java.io.IOException;
import java.util.Map;

/** Calls to the CarData server, each counted before it is sent: BMW counts failures, too. */
final class Calls {
  private final JsonHttp http;
  private final String server;
  private final Book book;

  Calls(JsonHttp http, String server, Book book) {
    this.http = http;
    this.server = server;
    this.book = book;
  }

  @FunctionalInterface
  private interface Call {
    JsonHttp.Answer send(Map<String, String> headers) throws IOException;
  }

  /** An answer's body as a tree. */
  @FunctionalInterface
  private interface Reader {
    JsonNode read(JsonHttp.Answer answer) throws IOException;
  }

  JsonNode get(String path, String accessToken) throws Refused {
    return send(headers -> http.get(server + path, headers), accessToken, JsonHttp.Answer::json);
  }

  JsonNode post(String path, JsonNode body, String accessToken) throws Refused {
    return send(
        headers -> http.postJson(server + path, headers, body), accessToken, JsonHttp.Answer::json);
  }

  void delete(String path, String accessToken) throws Refused {
    send(headers -> http.delete(server + path, headers), accessToken, answer -> null);
  }

  private JsonNode send(Call call, String accessToken, Reader reader) throws Refused {
    book.count();
    try {
      JsonHttp.Answer answer = call.send(headers(accessToken));
      book.answered(answer.date());
      if (!answer.ok()) {
        throw refused(answer.without(accessToken)); // its words are printed
      }
      return reader.read(answer);
    } catch (IOException e) {
      throw new Failure.BmwUnavailable(
          "BMW gave no usable answer (" + JsonHttp.explain(e) + "); the next run tries again", e);
    }
  }

  private static Map<String, String> headers(String accessToken) {
    return Map.of(
        "Authorization", "Bearer " + accessToken, "x-version", "v1", "Accept", "application/json");
  }

  private Refused refused(JsonHttp.Answer answer) {
    Refused refused = Refused.from(answer);
    if (refused.quotaSpent()) {
      book.closed(answer.retryAfter());
      throw new Failure.BmwUnavailable(
          "BMW's daily quota of calls is spent; calls come back by midnight UTC at the latest");
    }
    if (refused.tokenRejected()) {
      throw new Failure.TokenRejected(
          "BMW refuses the token it has just given"
              + refused.getMessage()
              + "; run: iremote login");
    }
    return refused;
  }
}
