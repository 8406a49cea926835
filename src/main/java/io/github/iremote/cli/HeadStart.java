package io.github.iremote.cli;

import io.github.iremote.message.Phrases;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.util.TimeZone;
import javax.net.ssl.SSLContext;

/** Has a second processor do what the first would wait for. */
final class HeadStart {

  /**
   * Java 25 works out powers of five, for 15 ms, when it meets its first {@code BigDecimal}, and
   * Jackson's parser meets one at once. OkHttp asks for the security providers, over plain HTTP as
   * well, and for a time zone: 25 ms. An unchanged poll takes 5 to 8 % longer without it on Java
   * 25, 3 to 4 % on 17. A look at the history asks nobody, but has words, for which the jar must be
   * opened.
   *
   * @param args what the program is started with
   */
  static void begin(String... args) {
    boolean words = args.length > 0 && args[0].equals("history");
    run(
        () -> {
          BigDecimal.ONE.signum();
          if (words) {
            Phrases.english().keys();
            return;
          }
          Security.getProviders();
          TimeZone.getTimeZone("GMT");
        });
  }

  /**
   * For one that will speak TLS: Java looks over its ciphers, and makes a first key. An unchanged
   * poll over TLS takes 4 % longer without it on Java 17, 1 % on 25.
   */
  static void tls() {
    run(
        () -> {
          try {
            SSLContext.getInstance("TLS");
            KeyPairGenerator.getInstance("X25519").generateKeyPair();
          } catch (GeneralSecurityException e) {
            // whoever needs them will say so
          }
        });
  }

  private static void run(Runnable work) {
    Thread thread = new Thread(work, "head start");
    thread.setDaemon(true);
    thread.start();
  }

  private HeadStart() {}
}
