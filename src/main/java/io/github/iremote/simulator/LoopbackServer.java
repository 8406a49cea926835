package io.github.iremote.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A web server on this machine only, on any free port. */
public final class LoopbackServer implements AutoCloseable {
  static {
    // Java writes an answer's head and its body one after the other: on a connection that is used
    // again the body would wait 40 ms for the head's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** What is asked. */
  public record Request(
      String method, String path, String query, String authorization, String body) {
    /** Whether it is this call. */
    public boolean is(String method, String path) {
      return this.method.equals(method) && this.path.equals(path);
    }
  }

  /** What is answered. */
  public record Response(int status, String body) {}

  /** Answers requests. */
  public interface Site {
    Response answer(Request request);
  }

  public LoopbackServer(Site site) {
    try {
      server = create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key Java was given cannot be used", e);
    }
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, site));
    server.start();
  }

  public String url() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return scheme + "://127.0.0.1:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** Over TLS where Java was given a key, as the launcher does to see a real poll's classes. */
  private static HttpServer create(InetSocketAddress address)
      throws IOException, GeneralSecurityException {
    if (System.getProperty("javax.net.ssl.keyStore") == null) {
      return HttpServer.create(address, 0);
    }
    HttpsServer server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(SSLContext.getDefault()));
    return server;
  }

  private static void answer(HttpExchange exchange, Site site) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      String query = exchange.getRequestURI().getRawQuery();
      Response response =
          site.answer(
              new Request(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().getPath(),
                  query == null ? "" : query,
                  authorization == null ? "" : authorization,
                  body));
      byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
