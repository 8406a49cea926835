package io.github.iremote;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running commentary on stderr: warnings always, what the program does with {@code -v}, HTTP
 * lines and stack traces with {@code -vv}. Loads the logging library at the first line written; a
 * quiet run never does.
 */
public final class Log {
  private final int verbosity;

  public Log(int verbosity) {
    this.verbosity = verbosity;
  }

  /** Something is not as it should be, but the run goes on. */
  public void warn(String message) {
    Writer.LOGGER.warn(Masked.text(message));
  }

  /** What the program does. */
  public void info(Supplier<String> message) {
    if (talking()) {
      Writer.LOGGER.info(Masked.text(message.get()));
    }
  }

  /** How it does it: never a body, a token, or a URL with a secret in it. */
  public void debug(Supplier<String> message) {
    if (tracing()) {
      Writer.LOGGER.debug(Masked.text(message.get()));
    }
  }

  /** Whether anything is said of what the program does. */
  public boolean talking() {
    return verbosity >= 1;
  }

  /** Whether stack traces are wanted. */
  public boolean tracing() {
    return verbosity >= 2;
  }

  private static final class Writer {
    static final Logger LOGGER = LoggerFactory.getLogger("iremote");
  }
}
