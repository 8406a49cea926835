package io.github.iremote.cli;

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
 * over its ciphers and to make a first key takes Java as long again.
 */
final class HeadStart extends Thread {
  HeadStart() {
    super("head start");
    setDaemon(true);
  }

  @Override
  public void run() {
    BigDecimal.ONE.signum();
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
