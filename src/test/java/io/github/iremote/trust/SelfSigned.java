package io.github.iremote.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that only who is told to trusts, for this machine and for {@code bmw.example}. */
final class SelfSigned {
  static final String PASSWORD = "pretend";

  /** Where it is kept: for a server, and for whoever shall trust it. */
  final Path keys;

  SelfSigned(Path folder) throws Exception {
    keys = folder.resolve("keys");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String options =
        "-genkeypair -alias pretend -keyalg EC -dname CN=localhost"
            + " -ext san=ip:127.0.0.1,dns:bmw.example -storepass pretend -keystore";
    List<String> command = new ArrayList<>(List.of(keytool));
    command.addAll(List.of(options.split(" ")));
    command.add(keys.toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool").toFile())
            .start();
    assertEquals(0, Program.end(process));
  }

  SSLContext context() throws Exception {
    KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
