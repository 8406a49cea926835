package io.github.iremote.tls;

import io.github.iremote.disk.OwnFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Some of Java's authorities, in a file of our own that says of which file they are: they hold for
 * as long as that one is as it was, so that whom Java trusts no more, we do not either.
 */
final class KeptAuthorities {
  private static final String ATTRIBUTES = "unix:ino,size,lastModifiedTime,ctime";

  private final Path file;
  private final String origin;

  private KeptAuthorities(Path file, String origin) {
    this.file = file;
    this.origin = origin;
  }

  /** Nothing where Java goes by something else than a plain file. */
  static Optional<KeptAuthorities> in(Path file) {
    if (System.getProperty("javax.net.ssl.trustStoreType") != null
        || System.getProperty("javax.net.ssl.trustStoreProvider") != null) {
      return Optional.empty();
    }
    try {
      Path store = javasOwn().toRealPath();
      String origin = store + " " + Files.readAttributes(store, ATTRIBUTES);
      return Optional.of(new KeptAuthorities(file, origin));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** By the rules of Java's TLS. */
  private static Path javasOwn() {
    Path folder = Path.of(System.getProperty("java.home"), "lib", "security");
    Path preferred = folder.resolve("jssecacerts");
    Path usual = Files.exists(preferred) ? preferred : folder.resolve("cacerts");
    return Path.of(System.getProperty("javax.net.ssl.trustStore", usual.toString()));
  }

  /** None, if there are none or Java's own file has changed. */
  List<X509Certificate> read() {
    List<X509Certificate> authorities = new ArrayList<>();
    try {
      if (OwnFile.foreign(file)) {
        return List.of();
      }
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(OwnFile.read(file)));
      if (!in.readUTF().equals(origin)) {
        return List.of();
      }
      for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        authorities.add((X509Certificate) one);
      }
      return authorities;
    } catch (IOException | CertificateException | RuntimeException e) {
      return List.of(); // not there yet, or not ours
    }
  }

  void write(List<X509Certificate> authorities) {
    Path half = file.resolveSibling(file.getFileName() + ".new");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      out.writeUTF(origin);
      for (X509Certificate authority : authorities) {
        out.write(authority.getEncoded());
      }
      Files.deleteIfExists(half);
      try (FileChannel channel = OwnFile.create(half)) {
        channel.write(ByteBuffer.wrap(bytes.toByteArray()));
      }
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | CertificateException e) {
      // a cache that is not writable: all will be read again
    }
  }
}
