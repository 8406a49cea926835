package io.github.iremote.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Greets a server with one key, on the curve that every server of today takes, X25519. Java would
 * make two, and since Java 23 its first on the curve P-256 takes a quarter of a poll. A server that
 * ends the handshake is greeted again in Java's own way.
 */
public final class FirstKey extends SSLSocketFactory {
  private final SSLSocketFactory java;
  private volatile boolean alone = known();

  public FirstKey(X509TrustManager trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      this.java = context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Later versions of Java may prefer another key, and whoever names groups shall have them. */
  private static boolean known() {
    int version = Runtime.version().feature();
    return version >= 23 && version <= 26 && System.getProperty("jdk.tls.namedGroups") == null;
  }

  /** Has every further server greeted in Java's own way; whether that is a change. */
  public boolean giveUp() {
    boolean changed = alone;
    alone = false;
    return changed;
  }

  private Socket greeting(Socket socket) {
    if (alone && socket instanceof SSLSocket secured) {
      SSLParameters parameters = secured.getSSLParameters();
      try {
        // Java 17 does not know it yet
        SSLParameters.class
            .getMethod("setNamedGroups", String[].class)
            .invoke(parameters, (Object) new String[] {"x25519"});
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
      secured.setSSLParameters(parameters);
    }
    return socket;
  }

  @Override
  public Socket createSocket(Socket plain, String host, int port, boolean close)
      throws IOException {
    return greeting(java.createSocket(plain, host, port, close));
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return greeting(java.createSocket(host, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return greeting(java.createSocket(host, port, from, fromPort));
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return greeting(java.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return greeting(java.createSocket(host, port, from, fromPort));
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return java.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return java.getSupportedCipherSuites();
  }
}
