package io.github.iremote.http;

import io.github.iremote.tls.Authorities;
import io.github.iremote.tls.FirstKey;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionSpec;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/** OkHttp, set up as late and as little as a call needs it. */
final class LazyClient {
  private final Duration timeout;
  private final Optional<Proxies> proxies;
  private final Optional<Path> authorities;
  private OkHttpClient client;

  /**
   * @param environment may name proxies, and where authorities that vouched before are kept
   */
  LazyClient(Duration timeout, Map<String, String> environment) {
    this.timeout = timeout;
    this.proxies = Proxies.of(environment);
    String kept = environment.getOrDefault("IREMOTE_AUTHORITIES", "");
    this.authorities = kept.isEmpty() ? Optional.empty() : Optional.of(Path.of(kept));
  }

  private static OkHttpClient through(Proxies proxies, OkHttpClient client) {
    return client
        .newBuilder()
        .proxySelector(proxies)
        .proxyAuthenticator((route, response) -> authenticated(proxies, route, response))
        .build();
  }

  /** The request with what the proxy asks for, unless that was of no use already. */
  private static Request authenticated(Proxies proxies, Route route, Response response) {
    Optional<String> user = proxies.credentials(route.proxy());
    if (user.isEmpty() || response.request().header("Proxy-Authorization") != null) {
      return null;
    }
    String[] parts = user.get().split(":", 2);
    String credentials = Credentials.basic(parts[0], parts.length > 1 ? parts[1] : "");
    return response.request().newBuilder().header("Proxy-Authorization", credentials).build();
  }

  /** A server that answers 503 and "Retry-After: 0" would have OkHttp send the request again. */
  private static Response once(Interceptor.Chain chain) throws IOException {
    AtomicBoolean stands = chain.request().tag(AtomicBoolean.class);
    if (stands != null) {
      stands.set(true);
    }
    Response response = chain.proceed(chain.request());
    return response.code() == 503
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }

  /**
   * Built at the first call, for its scheme: a run that makes no call needs no client, and a
   * plain-text one no TLS. OkHttp would send a POST again whose connection broke after it was sent;
   * a message must not arrive twice, nor a refresh token be used twice.
   */
  synchronized OkHttpClient forScheme(HttpUrl url) {
    if (client == null) {
      client =
          new OkHttpClient.Builder()
              .callTimeout(timeout)
              .connectTimeout(timeout)
              .readTimeout(timeout)
              .writeTimeout(timeout)
              .protocols(List.of(Protocol.HTTP_1_1))
              .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
              .followRedirects(false)
              .retryOnConnectionFailure(false)
              .addNetworkInterceptor(LazyClient::once)
              .build();
      client = proxies.isPresent() ? through(proxies.get(), client) : client;
    }
    if (url.isHttps() && !client.connectionSpecs().contains(ConnectionSpec.MODERN_TLS)) {
      client = secured(client);
    }
    return client;
  }

  private OkHttpClient secured(OkHttpClient client) {
    Authorities trust = new Authorities(authorities);
    FirstKey sockets = new FirstKey(trust);
    return client
        .newBuilder()
        .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
        .sslSocketFactory(sockets, trust)
        .addInterceptor(chain -> greeted(sockets, chain))
        .build();
  }

  /** Until a connection stands, nothing of a request has been sent. */
  private static Response greeted(FirstKey sockets, Interceptor.Chain chain) throws IOException {
    AtomicBoolean stands = new AtomicBoolean();
    Request request = chain.request().newBuilder().tag(AtomicBoolean.class, stands).build();
    try {
      return chain.proceed(request);
    } catch (IOException e) {
      if (stands.get() || !hungUp(e) || !sockets.giveUp()) {
        throw e;
      }
      return chain.proceed(request);
    }
  }

  /**
   * Servers have many ways to say that a greeting was not to their liking, and some say nothing.
   */
  private static boolean hungUp(IOException e) {
    boolean secured = e instanceof SSLException && !(e.getCause() instanceof CertificateException);
    return secured || e.getClass() == SocketException.class;
  }
}
