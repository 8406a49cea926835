package io.github.iremote.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.Unbroken;
import io.github.iremote.json.JsonFile;
import io.github.iremote.json.Room;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The token in {@code token.json}, renewed when its life ends. A new token is on disk before anyone
 * uses it: a refresh token that was used and not saved is a login lost.
 */
public final class CachedTokens {
  /** What CarData gives a login that is not renewed. */
  private static final Duration LOGIN_LIFE = Duration.ofDays(14);

  private static final Duration LAST_DAYS = Duration.ofDays(4);

  /** Larger than any token: the next one may be longer than the last. */
  private static final int ROOM = 32 * 1024;

  private final JsonFile file;
  private final TokenEndpoint endpoint;
  private final Optional<Grant> login;
  private final Duration margin;
  private final String loginAdvice;
  private final Supplier<String> host;
  private final InstantSource clock;
  private final Log log;

  /**
   * @param login the grant to log in with when there is nothing to refresh; none where only the
   *     owner can log in
   * @param margin how long before its end a token is renewed
   * @param loginAdvice what the owner can do when nothing else helps
   * @param host what this computer is called
   */
  public CachedTokens(
      JsonFile file,
      TokenEndpoint endpoint,
      Optional<Grant> login,
      Duration margin,
      String loginAdvice,
      Supplier<String> host,
      InstantSource clock,
      Log log) {
    this.file = file;
    this.endpoint = endpoint;
    this.login = login;
    this.margin = margin;
    this.loginAdvice = loginAdvice;
    this.host = host;
    this.clock = clock;
    this.log = log;
  }

  /** A token that is good for a while, stored or renewed. */
  public Token current() {
    return goodFor(margin);
  }

  /** A token that is good for this long, stored or renewed. */
  public synchronized Token goodFor(Duration time) {
    Optional<Token> stored = stored();
    if (stored.isPresent() && stored.get().freshAt(clock.instant(), time)) {
      return stored.get();
    }
    log.info(() -> stored.isPresent() ? "the token has expired: renewing it" : "logging in");
    return renewed(stored);
  }

  /** A new token in place of one that BMW refused; the stored one if it is new already. */
  public synchronized Token insteadOf(Token rejected) {
    Optional<Token> stored = stored();
    if (stored.isPresent() && !stored.get().accessToken().equals(rejected.accessToken())) {
      return stored.get();
    }
    log.info(() -> "BMW refused the token: renewing it");
    return renewed(stored);
  }

  /** A token from logging in anew, whatever is stored. */
  public synchronized Token logIn() {
    return renewed(Optional.empty());
  }

  /** What {@code token.json} holds; a damaged file is moved aside. */
  public Optional<Token> stored() {
    try {
      var json = file.read();
      return json.isEmpty() ? Optional.empty() : Optional.of(Token.fromFile(json.get()));
    } catch (IOException e) {
      log.warn(
          file.path() + " is damaged (" + e.getMessage() + "); kept as " + file.setAside(clock));
      return Optional.empty();
    }
  }

  /** When the owner must log in again, if nothing renews the token; never, with a password. */
  public Optional<Instant> loginEnds(Token token) {
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

  public void save(Token token) {
    file.write(token.toFile());
  }

  /** Nothing may come between the server's answer and the disk, and the disk must have room. */
  private Token renewed(Optional<Token> old) {
    return Unbroken.work(
        () -> {
          try (Room room = file.reserve(ROOM)) {
            Token token = redeemed(old);
            room.write(token.toFile());
            return token;
          }
        });
  }

  private Token redeemed(Optional<Token> old) {
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
}
