package io.github.iremote.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Failure;
import io.github.iremote.http.JsonHttp;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An OAuth server's token endpoint (RFC 6749, section 3.2). */
public final class TokenEndpoint {
  /** BMW's gateway spoils a device code now and then: one that meets this fault never works. */
  static final String POISONED = "keymanagement.service.invalid_access_token";

  /** The words of RFC 6749, RFC 6750 and RFC 8628: BMW has no others. */
  private static final Set<String> KNOWN =
      Set.of(
          "invalid_request",
          "invalid_client",
          "invalid_grant",
          "invalid_token",
          "invalid_scope",
          "insufficient_scope",
          "unauthorized_client",
          "unsupported_grant_type",
          "unsupported_response_type",
          "access_denied",
          "server_error",
          "temporarily_unavailable",
          "authorization_pending",
          "slow_down",
          "expired_token");

  private final JsonHttp http;
  private final String url;
  private final Map<String, String> headers;
  private final Map<String, String> client;
  private final InstantSource clock;

  /**
   * @param headers how the client identifies itself in the header, if it does
   * @param client how it identifies itself in the form, if it does
   */
  public TokenEndpoint(
      JsonHttp http,
      String url,
      Map<String, String> headers,
      Map<String, String> client,
      InstantSource clock) {
    this.http = http;
    this.url = url;
    this.headers = headers;
    this.client = client;
    this.clock = clock;
  }

  /** The server said no, and why in its own word ({@code invalid_grant}, …). */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final String error;

    Refused(int status, String error) {
      super("HTTP " + status + " " + error);
      this.error = error;
    }

    public String error() {
      return error;
    }
  }

  /**
   * Exchanges a grant for a token.
   *
   * @param previous the token that this renews
   * @throws Refused if the grant is no good; asking again does not help
   * @throws Failure.BmwUnavailable if there is no usable answer; asking again may help
   */
  public Token redeem(Grant grant, Optional<Token> previous) throws Refused {
    Map<String, String> form = new LinkedHashMap<>(client);
    form.putAll(grant.form());
    try {
      JsonHttp.Answer answer = http.postForm(url, headers, form);
      if (answer.ok()) {
        return Token.fromAnswer(answer.json(), previous, clock.instant());
      }
      String error = grant instanceof Grant.DeviceCode ? deviceError(answer) : error(answer);
      if (!error.isEmpty()) {
        throw new Refused(answer.status(), error);
      }
      throw new Failure.BmwUnavailable(
          "BMW's login server answered HTTP " + answer.status() + "; the next run tries again");
    } catch (IOException e) {
      throw new Failure.BmwUnavailable(
          "BMW's login server gave no usable answer ("
              + JsonHttp.explain(e)
              + "); the next run tries again",
          e);
    }
  }

  /** What the poll for a device code means: a bare 403 is BMW's way of saying "not yet", too. */
  private static String deviceError(JsonHttp.Answer answer) {
    if (answer.status() >= 500 && answer.body().contains(POISONED)) {
      return POISONED;
    }
    String error = error(answer);
    return answer.status() == 403 && error.isEmpty() ? "authorization_pending" : error;
  }

  /**
   * The OAuth error word, whatever the status: BMW sends them with 400, 401 and 403. What is none
   * may repeat what was sent, and is not for printing. Empty where the answer is no refusal: what
   * cannot be read may be from anybody.
   */
  static String error(JsonHttp.Answer answer) {
    if (answer.status() >= 500 || answer.status() == 429) {
      return "";
    }
    try {
      JsonNode body = answer.json();
      String error = body.path("error").asText();
      boolean refused = answer.status() == 400 || answer.status() == 401 || !error.isBlank();
      return KNOWN.contains(error) ? error : refused && body.isObject() ? "an unknown error" : "";
    } catch (IOException e) {
      return "";
    }
  }
}
