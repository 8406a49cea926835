package io.github.iremote.http;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads an answer: no more of it than can be held, and of its headers what can be believed. */
final class AnswerReader {
  private static final long MAX_ANSWER_BYTES = 2 * 1024 * 1024;

  static JsonHttp.Answer read(Response response) throws IOException {
    String body = bounded(response.body().source());
    return new JsonHttp.Answer(response.code(), body, retryAfter(response), date(response));
  }

  private static String bounded(BufferedSource source) throws IOException {
    if (source.request(MAX_ANSWER_BYTES + 1)) {
      throw new IOException("the answer is larger than 2 MB");
    }
    return source.readUtf8();
  }

  private static Optional<Duration> retryAfter(Response response) {
    String seconds = response.header("Retry-After");
    if (seconds == null) {
      return Optional.empty();
    }
    try {
      long wait = Long.parseLong(seconds.trim());
      return wait < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(wait));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A server on this machine has the time from the same clock: it cannot correct it. */
  private static Optional<Instant> date(Response response) {
    String host = response.request().url().host();
    boolean ownClock = host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    return ownClock ? Optional.empty() : Optional.ofNullable(response.headers().getInstant("Date"));
  }

  private AnswerReader() {}
}
