package io.github.iremote.oauth;

import io.github.iremote.Log;
import io.github.iremote.Unbroken;
import io.github.iremote.json.JsonFile;
import io.github.iremote.json.Room;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The token in {@code token.json}, renewed when its life ends. A new token is on disk before anyone
 * uses it: a refresh token that was used and not saved is a login lost.
 */
public final class CachedTokens {
  /** Larger than any token: the next one may be longer than the last. */
  private static final int ROOM = 32 * 1024;

  private final JsonFile file;
  private final Redemption redemption;
  private final Duration margin;
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
    this.redemption = new Redemption(file, endpoint, login, loginAdvice, host, clock, log);
    this.margin = margin;
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
    return redemption.loginEnds(token);
  }

  public void save(Token token) {
    file.write(token.toFile());
  }

  /** Nothing may come between the server's answer and the disk, and the disk must have room. */
  private Token renewed(Optional<Token> old) {
    return Unbroken.work(
        () -> {
          try (Room room = Room.take(file, ROOM)) {
            Token token = redemption.insteadOf(old);
            room.write(token.toFile());
            return token;
          }
        });
  }
}
