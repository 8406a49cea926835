package io.github.iremote.cli;

import io.github.iremote.message.Phrases;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.util.TimeZone;
import javax.net.ssl.SSLContext;

/**
 * Has a second processor do what the first would wait for. Java 25 works out powers of five, for 15
 * ms, when it meets its first {@code BigDecimal}, and Jackson's parser meets one at once. OkHttp
 * asks for the security providers, over plain HTTP as well, and for a time zone: 25 ms. To look
 * over its ciphers and to make a first key takes Java as long again. A look at the history asks
 * nobody, but has words, for which the jar must be opened.
 */
final class HeadStart extends Thread {
  private final boolean words;

  /**
   * @param args what the program is started with
   */
  HeadStart(String... args) {
    super("head start");
    words = args.length > 0 && args[0].equals("history");
    setDaemon(true);
  }

  @Override
  public void run() {
    BigDecimal.ONE.signum();
    if (words) {
      Phrases.english().keys();
      return;
    }
    Security.getProviders();
    TimeZone.getTimeZone("GMT");
    try {
      SSLContext.getInstance("TLS");
      KeyPairGenerator.getInstance("X25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      // whoever needs them will say so
    }
  }
}
