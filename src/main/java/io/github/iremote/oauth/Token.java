package io.github.iremote.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.json.Times;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An OAuth token as {@code token.json} keeps it.
 *
 * @param issuedAt when the refresh token was issued, from which its own life counts
 * @param scope what it was granted for, in the server's words
 * @param gcid CarData's id of the account
 * @param idToken says who the owner is; CarData's stream takes it for a password. It came with the
 *     access token and ends with it
 */
public record Token(
    String accessToken,
    Optional<String> refreshToken,
    Instant expiresAt,
    Instant issuedAt,
    Optional<String> scope,
    Optional<String> gcid,
    Optional<String> idToken) {
  private static final Duration USUAL_LIFE = Duration.ofHours(1);
  private static final Duration LONGEST_LIFE = Duration.ofDays(365);

  /**
   * Reads a token endpoint's answer.
   *
   * @param previous the token that was renewed: what the answer leaves out is carried forward
   * @throws IOException if there is no access token in it
   */
  static Token fromAnswer(JsonNode answer, Optional<Token> previous, Instant now)
      throws IOException {
    String accessToken = sendable(answer, "access_token");
    long seconds = answer.path("expires_in").asLong(USUAL_LIFE.toSeconds());
    return new Token(
        accessToken,
        text(answer, "refresh_token").or(() -> previous.flatMap(Token::refreshToken)),
        now.plusSeconds(Math.max(0, Math.min(seconds, LONGEST_LIFE.toSeconds()))),
        text(answer, "refresh_token").isPresent() || previous.isEmpty()
            ? now
            : previous.get().issuedAt,
        text(answer, "scope").or(() -> previous.flatMap(Token::scope)),
        text(answer, "gcid").or(() -> previous.flatMap(Token::gcid)),
        text(answer, "id_token"));
  }

  /**
   * Reads {@code token.json}.
   *
   * @throws IOException if it does not hold a token
   */
  static Token fromFile(JsonNode file) throws IOException {
    try {
      Instant expiresAt = Times.parse(required(file, "expiresAt"));
      Optional<String> issuedAt = text(file, "issuedAt");
      return new Token(
          sendable(file, "accessToken"),
          text(file, "refreshToken"),
          expiresAt,
          issuedAt.isPresent() ? Times.parse(issuedAt.get()) : expiresAt,
          text(file, "scope"),
          text(file, "gcid"),
          text(file, "idToken"));
    } catch (DateTimeException e) {
      throw new IOException("it holds an unusable time"); // more words would quote the file
    }
  }

  JsonNode toFile() {
    ObjectNode file = Json.object();
    file.put("accessToken", accessToken);
    refreshToken.ifPresent(value -> file.put("refreshToken", value));
    file.put("expiresAt", expiresAt.toString());
    file.put("issuedAt", issuedAt.toString());
    scope.ifPresent(value -> file.put("scope", value));
    gcid.ifPresent(value -> file.put("gcid", value));
    idToken.ifPresent(value -> file.put("idToken", value));
    return file;
  }

  /** Whether it will still be good in {@code margin} from now. */
  boolean freshAt(Instant now, Duration margin) {
    return now.plus(margin).isBefore(expiresAt);
  }

  @Override
  public String toString() {
    return "Token[expires at " + expiresAt + "]";
  }

  private static String sendable(JsonNode node, String name) throws IOException {
    String token = required(node, name);
    if (!token.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IOException("its " + name + " cannot be sent in a header");
    }
    return token;
  }

  private static String required(JsonNode node, String name) throws IOException {
    Optional<String> text = text(node, name);
    if (text.isEmpty()) {
      throw new IOException("it has no " + name);
    }
    return text.get();
  }

  private static Optional<String> text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isTextual() && !value.asText().isBlank()
        ? Optional.of(value.asText())
        : Optional.empty();
  }
}
