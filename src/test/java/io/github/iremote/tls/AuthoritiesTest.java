package io.github.iremote.tls;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthoritiesTest {
  private static final Socket NONE = null; // what hosts a certificate is for, OkHttp checks

  @TempDir Path folder;
  private Path javasOwn;
  private Path kept;

  @BeforeEach
  void java_goes_by_a_file_of_two() throws Exception {
    javasOwn = folder.resolve("cacerts");
    kept = folder.resolve("authorities");
    javaTrusts("one", "two");
    System.setProperty("javax.net.ssl.trustStore", javasOwn.toString());
  }

  @AfterEach
  void java_goes_by_its_own_again() {
    System.clearProperty("javax.net.ssl.trustStore");
    System.clearProperty("javax.net.ssl.trustStoreType");
  }

  private void javaTrusts(String... names) throws Exception {
    KeyStore store = KeyStore.getInstance("JKS");
    store.load(null, null);
    for (String name : names) {
      store.setCertificateEntry(name, certificate("authority-" + name));
    }
    try (OutputStream out = Files.newOutputStream(javasOwn)) {
      store.store(out, "changeit".toCharArray());
    }
  }

  private static X509Certificate certificate(String name) throws Exception {
    try (InputStream in = AuthoritiesTest.class.getResourceAsStream("/tls/" + name + ".pem")) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  /** A run of its own that meets this server. */
  private void meets(String server) throws Exception {
    X509Certificate[] chain = {certificate("server-" + server)};
    new Authorities(Optional.of(kept)).checkServerTrusted(chain, "UNKNOWN", NONE);
  }

  /** Those whom the next run asks first. */
  private List<String> asked() {
    return Arrays.stream(new Authorities(Optional.of(kept)).getAcceptedIssuers())
        .map(authority -> authority.getSubjectX500Principal().getName())
        .sorted()
        .toList();
  }

  @Test
  void those_that_vouched_for_a_server_are_kept_for_the_owner_alone_and_asked_next_time()
      throws Exception {
    assertEquals(List.of(), asked());
    meets("one");
    assertEquals(List.of("CN=Authority one"), asked());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
    meets("two");
    meets("one");
    assertEquals(List.of("CN=Authority one", "CN=Authority two"), asked());
  }

  @Test
  void the_file_is_not_written_for_a_server_that_they_vouch_for() throws Exception {
    meets("one");
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(kept, longAgo);
    meets("one");
    assertEquals(longAgo, Files.getLastModifiedTime(kept));
  }

  @Test
  void whom_java_trusts_no_more_is_not_trusted_whatever_the_time_of_its_file() throws Exception {
    meets("one");
    FileTime before = Files.getLastModifiedTime(javasOwn);
    javaTrusts("two");
    Files.setLastModifiedTime(javasOwn, before);
    assertEquals(List.of(), asked());
    Files.setLastModifiedTime(javasOwn, FileTime.fromMillis(0)); // Java goes by the time alone
    assertThrows(CertificateException.class, () -> meets("one"));
    meets("two");
    assertEquals(List.of("CN=Authority two"), asked());
  }

  @Test
  void who_is_not_trusted_is_not_kept() throws Exception {
    javaTrusts("two");
    assertThrows(CertificateException.class, () -> meets("one"));
    assertEquals(List.of(), asked());
  }

  @Test
  void a_file_that_is_damaged_or_planted_is_not_heeded() throws Exception {
    meets("one");
    byte[] whole = Files.readAllBytes(kept);
    for (int length : new int[] {0, 1, 40, whole.length - 1}) {
      Files.write(kept, Arrays.copyOf(whole, length));
      assertEquals(List.of(), asked(), length + " bytes");
      assertDoesNotThrow(() -> meets("one"));
    }
    Path elsewhere = Files.move(kept, folder.resolve("elsewhere"));
    Files.createSymbolicLink(kept, elsewhere);
    assertEquals(List.of(), asked());
  }

  @Test
  void where_java_goes_by_no_plain_file_none_are_kept() throws Exception {
    System.setProperty("javax.net.ssl.trustStoreType", "JKS");
    meets("one");
    assertEquals(false, Files.exists(kept));
  }

  @Test
  void without_a_file_to_keep_them_in_all_are_asked() throws Exception {
    X509Certificate[] chain = {certificate("server-two")};
    Authorities authorities = new Authorities(Optional.empty());
    authorities.checkServerTrusted(chain, "UNKNOWN", NONE);
    kept = folder.resolve("missing/authorities");
    meets("two");
    assertEquals(List.of(), asked());
  }
}
