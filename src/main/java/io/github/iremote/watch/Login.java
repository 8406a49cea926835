package io.github.iremote.watch;

import java.util.Optional;
import java.util.function.Supplier;

/** Whether there is a login. One that is lost comes back with another {@code token.json} only. */
final class Login {
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
}
