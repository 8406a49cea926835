package io.github.iremote.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;

/** A key and a certificate for localhost, in a directory that has room for more files. */
final class MosquittoCertificate {
  private final Path directory = Files.createTempDirectory("mosquitto");

  MosquittoCertificate() throws IOException, GeneralSecurityException {
    Path keys = directory.resolve("keys");
    String command =
        Path.of(System.getProperty("java.home"), "bin", "keytool")
            + " -genkeypair -storepass pretend -alias pretend -keyalg RSA -dname CN=localhost"
            + " -ext san=dns:localhost -keystore "
            + keys;
    run(List.of(command.split(" ")));
    KeyStore store = KeyStore.getInstance(keys.toFile(), "pretend".toCharArray());
    Key key = store.getKey("pretend", "pretend".toCharArray());
    write("key.pem", pem("PRIVATE KEY", key.getEncoded()));
    write("cert.pem", pem("CERTIFICATE", store.getCertificate("pretend").getEncoded()));
  }

  static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(said);
    }
  }

  private static String pem(String what, byte[] bytes) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(what, Base64.getMimeEncoder().encodeToString(bytes));
  }

  Path directory() {
    return directory;
  }

  Path file() {
    return directory.resolve("cert.pem");
  }

  Path write(String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What makes a Java trust it: its certificate in a file of Java's kind. */
  Path trustStore() {
    Path trust = directory.resolve("trust");
    try (InputStream pem = Files.newInputStream(file());
        OutputStream out = Files.newOutputStream(trust)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry(
          "mosquitto", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      store.store(out, "pretend".toCharArray());
      return trust;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
