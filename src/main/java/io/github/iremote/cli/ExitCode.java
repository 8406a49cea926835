package io.github.iremote.cli;

import java.util.List;

/** The exit codes that are not a {@code Failure}'s own, and how bad each is. */
public final class ExitCode {
  public static final int DONE = 0;
  public static final int BUG = 1;
  public static final int USAGE = 2;

  private static final List<Integer> WORST_FIRST = List.of(1, 2, 3, 5, 4, 0);

  /** The exit code of several failures is that of the worst. */
  public static int worse(int one, int other) {
    return WORST_FIRST.indexOf(one) < WORST_FIRST.indexOf(other) ? one : other;
  }

  private ExitCode() {}
}
