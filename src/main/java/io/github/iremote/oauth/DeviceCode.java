package io.github.iremote.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * A code that waits to be confirmed.
 *
 * @param userCode what the owner confirms
 * @param link where, with the code filled in
 * @param expiresAt until when
 * @param interval how often the server wants to be asked
 * @param grant what it will be exchanged with
 */
public record DeviceCode(
    String userCode, String link, Instant expiresAt, Duration interval, Grant.DeviceCode grant) {
  private static final Duration USUAL_INTERVAL = Duration.ofSeconds(5);
  private static final Duration USUAL_LIFE = Duration.ofMinutes(5);
  private static final long LONGEST_SECONDS = 3600;

  /**
   * Reads the server's answer.
   *
   * @throws IOException if something is missing from it
   */
  static DeviceCode from(JsonNode answer, Pkce pkce, Instant now) throws IOException {
    String userCode = required(answer, "user_code");
    Grant.DeviceCode grant = new Grant.DeviceCode(required(answer, "device_code"), pkce.verifier());
    return new DeviceCode(
        userCode,
        link(answer, userCode),
        now.plus(seconds(answer, "expires_in", USUAL_LIFE)),
        seconds(answer, "interval", USUAL_INTERVAL),
        grant);
  }

  /** BMW no longer sends the link with the code filled in, but still understands it. */
  private static String link(JsonNode answer, String userCode) throws IOException {
    String filledIn = answer.path("verification_uri_complete").asText();
    if (!filledIn.isBlank()) {
      return filledIn;
    }
    String page = required(answer, "verification_uri");
    String code = URLEncoder.encode(userCode, StandardCharsets.UTF_8);
    return page + (page.contains("?") ? "&" : "?") + "user_code=" + code;
  }

  private static Duration seconds(JsonNode answer, String name, Duration usual) {
    long seconds = answer.path(name).asLong(usual.toSeconds());
    return seconds > 0 && seconds <= LONGEST_SECONDS ? Duration.ofSeconds(seconds) : usual;
  }

  private static String required(JsonNode answer, String name) throws IOException {
    String value = answer.path(name).asText();
    if (value.isBlank()) {
      throw new IOException("it has no " + name);
    }
    return value;
  }
}
