package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A proxy that the environment names: it is used, and it refuses all. */
class ProxyTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine().configured();
  private final Path configs = machine.configs;
  private ServerSocket proxy;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  @BeforeEach
  void start() throws IOException {
    machine.config(
        Files.readString(configs.resolve("config.json"))
            .replace(machine.bmw.url(), "https://bmw.example"));
    proxy = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::refuse, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
  }

  private void refuse() {
    while (!proxy.isClosed()) {
      try (Socket caller = proxy.accept()) {
        var reader =
            new BufferedReader(
                new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = reader.readLine();
            line != null && !line.isEmpty();
            line = reader.readLine()) {
          heard.add(line);
        }
        caller
            .getOutputStream()
            .write(
                "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        return;
      }
    }
  }

  private String address() {
    return "127.0.0.1:" + proxy.getLocalPort();
  }

  @Test
  void it_is_used_with_its_password_and_check_says_so() {
    machine.environment.put("https_proxy", "http://me:proxy-secret@" + address());

    Result result = machine.run("check");

    assertEquals(
        List.of(
            "CONNECT bmw.example:443 HTTP/1.1",
            "Host: bmw.example:443",
            "Proxy-Connection: Keep-Alive",
            "User-Agent: okhttp",
            "Proxy-Authorization: Basic bWU6cHJveHktc2VjcmV0"),
        heard.stream().map(line -> line.replaceAll("okhttp/.*", "okhttp")).toList());
    assertEquals(
        List.of(
            "ok  proxy       127.0.0.1 for bmw.example, by https_proxy",
            "ok  proxy       none is named for localhost",
            "!!  BMW         https://bmw.example is not reachable (bmw.example: Unexpected"
                + " response code for CONNECT: 403): check this machine's network"),
        machine.plain(result).about("proxy", "BMW"));
    assertFalse(result.toString().contains("proxy-secret"), result.toString());
  }

  @Test
  void no_proxy_exempts_a_host_and_what_is_below_it_and_this_machine_goes_without() {
    machine.environment.put("https_proxy", address());
    machine.environment.put("http_proxy", address());
    machine.environment.put("no_proxy", "localhost, .example");

    Result result = machine.run("check");

    assertEquals(List.of(), heard);
    assertEquals(
        List.of(
            "ok  proxy       none for bmw.example, by no_proxy",
            "ok  proxy       none for localhost, by no_proxy"),
        machine.plain(result).about("proxy"));
  }

  @Test
  void one_that_cannot_be_understood_is_said_not_to_be_used() {
    machine.environment.put("https_proxy", "ftp://" + address());

    Result result = machine.run("check");

    assertEquals(List.of(), heard);
    assertEquals(
        List.of(
            "!   proxy       https_proxy is not used: expected http://HOST:PORT or"
                + " socks5://HOST:PORT",
            "ok  proxy       none is named for localhost"),
        machine.plain(result).about("proxy"));
  }
}
