package io.github.iremote.trust;

import static io.github.iremote.ConnectedDriveCar.car;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret goes to the server it is for, encrypted, or nowhere. */
class EncryptionTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine().configured();
  private final Path configs = machine.configs;
  @TempDir Path elsewhere;

  @Test
  void a_server_that_signed_its_own_certificate_is_told_nothing() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(new SelfSigned(elsewhere).context()));
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    String url = "https://127.0.0.1:" + server.getAddress().getPort();
    try {
      machine.carSays(car("i3-rex"));
      String config = Files.readString(configs.resolve("config.json"));

      machine.config(config.replace(machine.bmw.url(), url));
      Result bmw = machine.status();
      machine.config(config.replace(machine.slack.url(), url));
      Result slack = machine.status();

      assertEquals(4, bmw.code(), bmw.err());
      assertEquals(5, slack.code(), slack.err());
      assertEquals(
          "iremote: Slack is not reachable (127.0.0.1: PKIX path building failed:"
              + " sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid"
              + " certification path to requested target); the next run sends the message\n",
          machine.plain(slack.err()));
      assertEquals(1, machine.savedCar().path("pending").size());
      assertEquals(0, requests.get());
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_redirect_takes_no_token_to_another_server(int code) throws Exception {
    String away = machine.slack.url() + "/elsewhere";
    MockResponse redirect =
        new MockResponse.Builder().code(code).setHeader("Location", away).build();
    machine.bmw.answer(OwnersMachine.STATUS, redirect);
    assertEquals(4, machine.status().code());
    machine.bmw.answer(OwnersMachine.TOKEN, redirect);
    Files.deleteIfExists(configs.resolve("token.json"));
    assertEquals(4, machine.status().code());
    assertEquals(List.of(), machine.slack.asked());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://bmw.example",
        "http://localhost.bmw.example",
        "http://127.0.0.1.bmw.example",
        "http://127.0.0.1@bmw.example",
        "http://127.bmw.example",
        "http://192.168.0.1",
        "http://[::2]",
        "HTTP://bmw.example",
        "ftp://bmw.example",
        "//bmw.example"
      })
  void without_encryption_only_this_machine_is_spoken_to(String address) throws Exception {
    String config = Files.readString(configs.resolve("config.json"));
    machine.config(config.replace(machine.bmw.url(), address));
    Result result = machine.status();
    assertEquals(2, result.code(), result.out());
    assertEquals(
        "iremote: CONFIGS/config.json: connecteddrive.server expected an address that begins with"
            + " https:// (http:// only for this machine)\n",
        machine.plain(result.err()));
  }
}
