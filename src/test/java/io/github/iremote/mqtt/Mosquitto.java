package io.github.iremote.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Mosquitto, as Debian has it: a process of its own, with TLS 1.3 and a certificate of its own. */
public final class Mosquitto implements TestBroker {
  private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

  private static MosquittoCertificate made;

  private final MosquittoCertificate certificate;
  private final int port;
  private String password = "";
  private boolean deaf;
  private Process process;
  private Optional<Mqtt5BlockingClient> publisher = Optional.empty();

  public Mosquitto() {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
      certificate = certificate();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One does for all: it takes a second to make. */
  private static synchronized MosquittoCertificate certificate()
      throws IOException, GeneralSecurityException {
    if (made == null) {
      made = new MosquittoCertificate();
    }
    return made;
  }

  public static boolean installed() {
    return Files.isExecutable(PROGRAM) && plugin().isPresent();
  }

  /** Where the plugin that can refuse subscriptions lies differs by machine. */
  private static Optional<Path> plugin() {
    try (Stream<Path> found =
        Files.find(
            Path.of("/usr/lib"),
            2,
            (path, what) -> path.endsWith("mosquitto_dynamic_security.so"))) {
      return found.findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void start() {
    certificate.write("users.json", MosquittoUsers.file(password, !deaf));
    Path settings =
        certificate.write(
            "mosquitto.conf",
            """
            per_listener_settings false
            listener %1$d 127.0.0.1
            certfile %2$s/cert.pem
            keyfile %2$s/key.pem
            tls_version tlsv1.3
            allow_anonymous false
            plugin %3$s
            plugin_opt_config_file %2$s/users.json
            max_queued_messages 0
            log_dest stderr
            user root
            """
                .formatted(port, certificate.directory(), plugin().orElseThrow()));
    try {
      process =
          new ProcessBuilder(PROGRAM.toString(), "-c", settings.toString())
              .redirectErrorStream(true)
              .start();
      BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
      List<String> lines = new ArrayList<>();
      for (String line = said.readLine(); ; line = said.readLine()) {
        if (line == null) {
          throw new IllegalStateException("mosquitto does not start: " + lines);
        }
        lines.add(line);
        if (line.endsWith(" running")) {
          break;
        }
      }
      Thread reader = new Thread(() -> readAll(said));
      reader.setDaemon(true);
      reader.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void readAll(BufferedReader said) {
    try {
      while (said.readLine() != null) {
        // else it would wait for its reader at last
      }
    } catch (IOException e) {
      // it was stopped
    }
  }

  /** By name: the certificate is for that, and not for an address. */
  @Override
  public Broker broker() {
    return new Broker("localhost", port, true, Optional.of(certificate.file()));
  }

  public int port() {
    return port;
  }

  /** The same broker, by an address for which its certificate is not. */
  Broker elsewhere() {
    return new Broker("127.0.0.1", port, true, Optional.of(certificate.file()));
  }

  /** The same broker, for one who trusts nobody but the machine's authorities. */
  Broker untrusted() {
    return new Broker("localhost", port, true, Optional.empty());
  }

  @Override
  public void password(String word) {
    password = word;
    restart();
  }

  @Override
  public void refuseSubscriptions() {
    deaf = true;
    restart();
  }

  @Override
  public void publish(String topic, String payload) {
    if (publisher.isEmpty()) {
      publisher = Optional.of(bmw());
    }
    publisher
        .get()
        .publishWith()
        .topic(topic)
        .payload(payload.getBytes(StandardCharsets.UTF_8))
        .send();
  }

  private Mqtt5BlockingClient bmw() {
    Mqtt5BlockingClient bmw =
        MqttClient.builder()
            .useMqttVersion5()
            .serverHost("localhost")
            .serverPort(port)
            .sslConfig(Tls.config(broker().caFile()))
            .simpleAuth()
            .username("bmw")
            .password("bmw".getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth()
            .buildBlocking();
    bmw.connect();
    return bmw;
  }

  /** What makes a Java trust it. */
  public Path trustStore() {
    return certificate.trustStore();
  }

  /** Stops the process, as a machine that hangs would be, or lets it go on. */
  @Override
  public void hang(boolean hang) {
    try {
      MosquittoCertificate.run(
          List.of("kill", hang ? "-STOP" : "-CONT", Long.toString(process.pid())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void restart() {
    stop();
    start();
  }

  private void stop() {
    publisher = Optional.empty();
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
