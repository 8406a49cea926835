package io.github.iremote.tls;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts whom Java trusts. To read all of Java's some 150 authorities takes a tenth of a poll:
 * those that vouched for a server before are asked first, and all for what these do not vouch for.
 */
public final class Authorities extends X509ExtendedTrustManager {
  private final Optional<KeptAuthorities> kept;
  private Optional<X509ExtendedTrustManager> few;
  private Optional<X509ExtendedTrustManager> all = Optional.empty();

  /**
   * @param file where those that vouched before are kept; without it, all are asked
   */
  public Authorities(Optional<Path> file) {
    this.kept = file.flatMap(KeptAuthorities::in);
    List<X509Certificate> before = kept.isPresent() ? kept.get().read() : List.of();
    this.few = before.isEmpty() ? Optional.empty() : Optional.of(trusting(before));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    if (!vouched(chain, kind, socket)) {
      all().checkServerTrusted(chain, kind, socket);
      keep(chain);
    }
  }

  private boolean vouched(X509Certificate[] chain, String kind, Socket socket) {
    if (few.isEmpty()) {
      return false;
    }
    try {
      few.get().checkServerTrusted(chain, kind, socket);
      return true;
    } catch (CertificateException e) {
      return false; // all may know a way, or say why there is none
    }
  }

  private synchronized X509ExtendedTrustManager all() {
    if (all.isEmpty()) {
      all = Optional.of(trusting((KeyStore) null)); // to Java, its own
    }
    return all.get();
  }

  /** Keeps those that the chain can lead to, beside those kept already. */
  private synchronized void keep(X509Certificate[] chain) {
    Stream<X509Certificate> before =
        few.stream().flatMap(trusting -> Arrays.stream(trusting.getAcceptedIssuers()));
    Stream<X509Certificate> now =
        Arrays.stream(all().getAcceptedIssuers())
            .filter(authority -> Arrays.stream(chain).anyMatch(issuedBy(authority)));
    List<X509Certificate> both = Stream.concat(before, now).distinct().toList();
    if (kept.isPresent() && !both.isEmpty()) {
      kept.get().write(both);
      few = Optional.of(trusting(both));
    }
  }

  private static Predicate<X509Certificate> issuedBy(X509Certificate authority) {
    return certificate ->
        certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal());
  }

  private static X509ExtendedTrustManager trusting(List<X509Certificate> authorities) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      for (X509Certificate authority : authorities) {
        store.setCertificateEntry("authority-" + store.size(), authority);
      }
      return trusting(store);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static X509ExtendedTrustManager trusting(KeyStore store) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whoever asks for these does so for pins, and none are set: not worth reading all. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return few.map(X509ExtendedTrustManager::getAcceptedIssuers).orElse(new X509Certificate[0]);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    all().checkServerTrusted(chain, kind, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    all().checkServerTrusted(chain, kind);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
      throws CertificateException {
    all().checkClientTrusted(chain, kind, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
      throws CertificateException {
    all().checkClientTrusted(chain, kind, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
    all().checkClientTrusted(chain, kind);
  }
}
