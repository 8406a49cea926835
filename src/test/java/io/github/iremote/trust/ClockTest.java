package io.github.iremote.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.OwnersMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code check} says of this machine's clock, by the time of a server that is not this
 * machine: one behind a proxy that answers for it.
 */
class ClockTest {
  @TempDir Path configs;
  @TempDir Path elsewhere;
  private ServerSocket proxy;
  private SelfSigned certificate;
  private volatile Duration bmwsAhead;

  @BeforeEach
  void start() throws Exception {
    certificate = new SelfSigned(elsewhere);
    SSLSocketFactory tls = certificate.context().getSocketFactory();
    proxy = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> answer(tls), "proxy");
    thread.setDaemon(true);
    thread.start();
    try (OwnersMachine machine = new OwnersMachine(configs).configured()) {
      String config = Files.readString(configs.resolve("config.json"));
      machine.config(config.replace(machine.bmw.url(), "https://bmw.example"));
    }
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
  }

  private void answer(SSLSocketFactory tls) {
    while (!proxy.isClosed()) {
      try (Socket caller = proxy.accept()) {
        skipRequest(caller);
        write(caller, "HTTP/1.1 200 Connected\r\n\r\n");
        try (Socket encrypted = tls.createSocket(caller, null, true)) {
          skipRequest(encrypted);
          String date =
              DateTimeFormatter.RFC_1123_DATE_TIME.format(
                  ZonedDateTime.now(ZoneOffset.UTC).plus(bmwsAhead));
          write(
              encrypted,
              "HTTP/1.1 404 No\r\nDate: "
                  + date
                  + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        }
      } catch (IOException e) {
        continue; // hung up, or at the end
      }
    }
  }

  private static void skipRequest(Socket caller) throws IOException {
    var reader =
        new BufferedReader(
            new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
    for (String line = reader.readLine(); line != null && !line.isEmpty(); ) {
      line = reader.readLine();
    }
  }

  private static void write(Socket caller, String text) throws IOException {
    caller.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private String check() throws Exception {
    Path output = elsewhere.resolve("output");
    Files.deleteIfExists(output);
    Program program =
        new Program(configs, output)
            .with("-Djavax.net.ssl.trustStore=" + certificate.keys)
            .with("-Djavax.net.ssl.trustStorePassword=" + SelfSigned.PASSWORD)
            .with("https_proxy", "127.0.0.1:" + proxy.getLocalPort());
    program.run("check");
    return program.output();
  }

  private void says(Duration ahead, String line) throws Exception {
    bmwsAhead = ahead;
    assertEquals(
        List.of(line), check().lines().filter(said -> said.startsWith("clock ", 4)).toList());
  }

  @Test
  void one_that_differs_by_over_a_minute_is_named() throws Exception {
    String advice = "BMW's: switch on time synchronisation (timedatectl set-ntp true)";
    says(Duration.ofSeconds(630), "!   clock       this machine's is 10 minutes behind " + advice);
    says(
        Duration.ofSeconds(-630),
        "!   clock       this machine's is 10 minutes ahead of " + advice);
    says(Duration.ofSeconds(-30), "ok  clock       as BMW's");
  }
}
