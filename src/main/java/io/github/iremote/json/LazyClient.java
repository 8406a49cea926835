package io.github.iremote.json;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
  private OkHttpClient client;

  LazyClient(Duration timeout, Optional<Proxies> proxies) {
    this.timeout = timeout;
    this.proxies = proxies;
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
      client =
          client
              .newBuilder()
              .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
              .build();
    }
    return client;
  }
}
