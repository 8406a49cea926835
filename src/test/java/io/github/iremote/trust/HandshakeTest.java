package io.github.iremote.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.iremote.Log;
import io.github.iremote.http.JsonHttp;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are choosy about how they are greeted. */
class HandshakeTest {
  @TempDir Path folder;

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21) // before, a server cannot be told so
  void a_server_that_does_not_take_our_first_key_is_greeted_again() throws Exception {
    SelfSigned certificate = new SelfSigned(folder);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(taking("secp256r1", certificate.context()));
    server.createContext("/", exchange -> exchange.sendResponseHeaders(200, -1));
    server.start();
    System.setProperty("javax.net.ssl.trustStore", certificate.keys.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", SelfSigned.PASSWORD);
    try {
      JsonHttp http = new JsonHttp(Duration.ofSeconds(10), Map.of(), new Log(0));
      String url = "https://127.0.0.1:" + server.getAddress().getPort();
      assertEquals(200, http.postForm(url, Map.of(), Map.of("once", "yes")).status());
    } finally {
      System.clearProperty("javax.net.ssl.trustStore");
      System.clearProperty("javax.net.ssl.trustStorePassword");
      server.stop(0);
    }
  }

  private static HttpsConfigurator taking(String group, SSLContext context) {
    return new HttpsConfigurator(context) {
      @Override
      public void configure(HttpsParameters parameters) {
        SSLParameters wanted = context.getDefaultSSLParameters();
        try {
          SSLParameters.class
              .getMethod("setNamedGroups", String[].class)
              .invoke(wanted, (Object) new String[] {group});
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
        parameters.setSSLParameters(wanted);
      }
    };
  }
}
