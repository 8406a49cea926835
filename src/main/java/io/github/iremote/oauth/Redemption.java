package io.github.iremote.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.json.JsonFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a new token is had: for the refresh token, for one that a killed run has left, or for the
 * owner's own credentials; and what is said when none of them will do.
 */
final class Redemption {
  /** What CarData gives a login that is not renewed. */
  private static final Duration LOGIN_LIFE = Duration.ofDays(14);

  private static final Duration LAST_DAYS = Duration.ofDays(4);

  private final JsonFile file;
  private final TokenEndpoint endpoint;
  private final Optional<Grant> login;
  private final String loginAdvice;
  private final Supplier<String> host;
  private final InstantSource clock;
  private final Log log;

  Redemption(
      JsonFile file,
      TokenEndpoint endpoint,
      Optional<Grant> login,
      String loginAdvice,
      Supplier<String> host,
      InstantSource clock,
      Log log) {
    this.file = file;
    this.endpoint = endpoint;
    this.login = login;
    this.loginAdvice = loginAdvice;
    this.host = host;
    this.clock = clock;
    this.log = log;
  }

  /** A new token in place of an old one, if there is an old one. */
  Token insteadOf(Optional<Token> old) {
    Optional<Token> left = leftover(old);
    try {
      return redeemed(old, left.isEmpty());
    } catch (Failure.LoginRequired e) {
      if (left.isEmpty()) {
        throw e;
      }
    }
    log.info(() -> "trying a token that a run could not put in its place");
    return redeemed(left, true);
  }

  /** The token of a run that was killed before it could put it in place of the stored one. */
  private Optional<Token> leftover(Optional<Token> old) {
    if (old.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<JsonNode> json = file.leftover();
      Optional<Token> left =
          json.isEmpty() ? Optional.empty() : Optional.of(Token.fromFile(json.get()));
      return left.filter(token -> !token.refreshToken().equals(old.get().refreshToken()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * @param last whether there is nothing else to try before the owner's own credentials
   */
  private Token redeemed(Optional<Token> old, boolean last) {
    Optional<String> refreshToken = old.flatMap(Token::refreshToken);
    try {
      if (refreshToken.isPresent()) {
        return endpoint.redeem(new Grant.Refresh(refreshToken.get()), old);
      }
    } catch (Failure.BmwUnavailable e) {
      throw loginEnds(old.get()).map(end -> unrenewed(e, end)).orElse(e);
    } catch (TokenEndpoint.Refused e) {
      if (login.isEmpty() || !last) {
        throw new Failure.LoginRequired(
            "BMW refused to renew the login ("
                + e.getMessage()
                + "); perhaps another computer has logged in with the same client id, which ends the"
                + " login here, on "
                + host.get()
                + "; "
                + loginAdvice);
      }
      log.info(() -> "BMW refused to renew the token (" + e.getMessage() + "): logging in");
    }
    try {
      return endpoint.redeem(
          login.orElseThrow(
              () -> new Failure.LoginRequired("there is no login yet; " + loginAdvice)),
          Optional.empty());
    } catch (TokenEndpoint.Refused e) {
      throw new Failure.LoginRequired(
          "BMW refused the login (" + e.getMessage() + "); " + loginAdvice);
    }
  }

  /** When the owner must log in again, if nothing renews the token; never, with a password. */
  Optional<Instant> loginEnds(Token token) {
    return login.isPresent() ? Optional.empty() : Optional.of(token.issuedAt().plus(LOGIN_LIFE));
  }

  private Failure.BmwUnavailable unrenewed(Failure.BmwUnavailable e, Instant end) {
    String message =
        e.getMessage()
            + "; unrenewed, the login ends on "
            + LocalDate.ofInstant(end, ZoneOffset.UTC)
            + ", and then only iremote login helps";
    return clock.instant().isBefore(end.minus(LAST_DAYS))
        ? new Failure.BmwUnavailable(message, e)
        : new Failure.LoginEnding(message, e);
  }
}
