package io.github.iremote.cli;

import io.github.iremote.LocalZone;
import io.github.iremote.json.Json;
import io.github.iremote.message.phrases.Phrases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Security;
import java.time.Instant;
import java.time.zone.ZoneRules;
import java.util.TimeZone;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;

/** Has a second processor do what the first would wait for. */
final class HeadStart {

  /**
   * OkHttp asks for the security providers, over plain HTTP as well, and for a time zone: 25 ms.
   * Its logger, and the rules of the owner's own zone, have Java look through the whole jar. An
   * unchanged poll takes 6 % longer without it on Java 17, 12 % on 25. A look at the history asks
   * nobody: its head start is the rules of the zone, JSON, and the program's words.
   *
   * @param args what the program is started with
   */
  static void begin(String... args) {
    boolean look = args.length > 0 && args[0].equals("history");
    start(
        new Thread("head start") {
          @Override
          public void run() {
            if (look) {
              read();
            } else {
              Security.getProviders();
              TimeZone.getTimeZone("GMT");
              Logger.getLogger("okhttp3.OkHttpClient");
              ownZone();
            }
          }
        });
  }

  private static void read() {
    try {
      ownZone().getOffset(Instant.now()); // for which Java reckons when the clocks change
      Json.parse("[0.5]");
      Phrases.english().keys();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ZoneRules ownZone() {
    return LocalZone.find().getRules();
  }

  /**
   * For one that will speak TLS: Java looks over its ciphers, and makes a first key. An unchanged
   * poll over TLS takes 4 % longer without it on Java 17, 1 % on 25.
   */
  static void tls() {
    start(
        new Thread("head start") {
          @Override
          public void run() {
            try {
              SSLContext.getInstance("TLS");
              KeyPairGenerator.getInstance("X25519").generateKeyPair();
            } catch (GeneralSecurityException e) {
              // whoever needs them will say so
            }
          }
        });
  }

  /** No lambda, which a jar as it was compiled waits 7 ms for. */
  private static void start(Thread thread) {
    thread.setDaemon(true);
    thread.start();
  }

  private HeadStart() {}
}
