package io.github.iremote.watch;

import io.github.iremote.Failure;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.oauth.Token;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether there is a login. One that is lost comes back with another {@code token.json} only. */
final class Login {
  /** Longer than polls let a token live, so that the line never gets one that is dying. */
  private static final Duration TOKEN_GOOD_FOR = Duration.ofMinutes(20);

  private final Supplier<String> tokenMark;
  private Optional<String> lost = Optional.empty();

  /**
   * @param tokenMark tells one {@code token.json} from another
   */
  Login(Supplier<String> tokenMark) {
    this.tokenMark = tokenMark;
  }

  void lose() {
    lost = Optional.of(tokenMark.get());
  }

  /** Whether it is lost, and nobody has logged in since. */
  boolean isLost() {
    return lost.isPresent() && lost.get().equals(tokenMark.get());
  }

  /** Whether somebody has logged in since it was lost; says so once. */
  boolean cameBack() {
    boolean back = lost.isPresent() && !isLost();
    if (back) {
      lost = Optional.empty();
    }
    return back;
  }

  /**
   * The token for the stream. An old {@code token.json} has no id token: a renewal gives one.
   *
   * @param byToken whether its id token is the stream's password
   * @param fresh whether it is to be another than the last
   */
  static Token token(CachedTokens tokens, boolean byToken, boolean fresh) {
    Token token = tokens.goodFor(TOKEN_GOOD_FOR);
    if (byToken && (fresh || token.idToken().isEmpty())) {
      token = tokens.insteadOf(token);
    }
    if (byToken && token.idToken().isEmpty()) {
      throw new Failure.LoginRequired(
          "BMW gives this login no token for the stream; run: iremote login");
    }
    return token;
  }
}
