package io.github.iremote;

import java.time.Duration;

/**
 * Something the user or a server got wrong: one sentence that says what to do next, and the exit
 * code the program ends with. Thrown where it is known; {@code Main} tells the owner, after a run
 * has gone on with what else there is to do. Every other exception is a bug.
 */
public abstract sealed class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private Failure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }

  /** Whether waiting does not help: only the owner can mend it. */
  public boolean personMustAct() {
    return exitCode == 2 || exitCode == 3;
  }

  /** The command line or the configuration is wrong, or the configs directory cannot be used. */
  public static final class BadConfig extends Failure {
    private static final long serialVersionUID = 1L;

    public BadConfig(String message) {
      this(message, null);
    }

    public BadConfig(String message, Throwable cause) {
      super(2, message, cause);
    }
  }

  /** BMW no longer accepts our token or credentials, and only the owner can change that. */
  public static sealed class LoginRequired extends Failure {
    private static final long serialVersionUID = 1L;

    public LoginRequired(String message) {
      super(3, message, null);
    }
  }

  /** BMW refused an access token that should be good; a renewed one may do. */
  public static final class TokenRejected extends LoginRequired {
    private static final long serialVersionUID = 1L;

    public TokenRejected(String message) {
      super(message);
    }
  }

  /** BMW is not reachable, the quota is spent, or the answer is unusable; the next run tries. */
  public static sealed class BmwUnavailable extends Failure {
    private static final long serialVersionUID = 1L;

    public BmwUnavailable(String message) {
      this(message, null);
    }

    public BmwUnavailable(String message, Throwable cause) {
      super(4, message, cause);
    }
  }

  /** Our own book of calls is empty: for {@code status} no failure, but a rest. */
  public static final class NoCallLeft extends BmwUnavailable {
    private static final long serialVersionUID = 1L;

    public NoCallLeft(String message) {
      super(message);
    }
  }

  /** BMW is not reachable, and if that lasts but a few days more the login is lost. */
  public static final class LoginEnding extends BmwUnavailable {
    private static final long serialVersionUID = 1L;

    public LoginEnding(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** A place takes a message in no form; it is set aside, and the others go on. */
  public static final class MessageRefused extends Failure {
    private static final long serialVersionUID = 1L;

    public MessageRefused(String message) {
      super(5, message, null);
    }
  }

  /** A place refused messages or was not reachable; they are kept for the next run. */
  public static final class PlaceUnavailable extends Failure {
    private static final long serialVersionUID = 1L;

    private final boolean refused;
    private final transient Duration wait;

    public PlaceUnavailable(String message) {
      this(message, false);
    }

    /**
     * @param wait how long the place wants to be left alone
     */
    public PlaceUnavailable(String message, Duration wait) {
      super(5, message, null);
      this.refused = false;
      this.wait = wait;
    }

    /**
     * @param refused whether only the owner can mend it: the address is no longer good
     */
    public PlaceUnavailable(String message, boolean refused) {
      super(5, message, null);
      this.refused = refused;
      this.wait = Duration.ZERO;
    }

    public Duration wanted() {
      return wait;
    }

    @Override
    public boolean personMustAct() {
      return refused;
    }
  }
}
