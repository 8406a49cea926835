package io.github.iremote.mqtt;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfigBuilder;
import io.reactivex.schedulers.Schedulers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One connection to a broker. It ends once and is not mended: the library would do that with the
 * password of the last time.
 *
 * @see <a href="https://hivemq.github.io/hivemq-mqtt-client/">HiveMQ MQTT Client</a>
 */
public final class Connection implements AutoCloseable {
  /** BMW drops a connection that is silent for a minute. */
  private static final Patience USUAL = new Patience(15, 30);

  private final Broker broker;
  private final Login login;
  private final Optional<String> topics;
  private final Optional<Retained> will;
  private final Listener listener;
  private final Patience patience;
  private Session session;
  private boolean over;

  private Connection(
      Broker broker,
      Login login,
      Optional<String> topics,
      Optional<Retained> will,
      Listener listener,
      Patience patience) {
    this.broker = broker;
    this.login = login;
    this.topics = topics;
    this.will = will;
    this.listener = listener;
    this.patience = patience;
  }

  /**
   * How many seconds a broker may be silent.
   *
   * @param connecting while it is asked to take the connection
   * @param standing after that, before it is asked whether it is still there
   */
  record Patience(int connecting, int standing) {}

  /** A message that the broker keeps for those who come later. */
  public record Retained(String topic, String payload) {}

  /**
   * Opens a connection, and returns at once: the listener is told what comes of it.
   *
   * @param topics what to subscribe to; nothing if it only publishes
   * @param will what the broker is to tell the others when the connection is lost
   */
  public static Connection open(
      Broker broker,
      Login login,
      Optional<String> topics,
      Optional<Retained> will,
      Listener listener) {
    return open(broker, login, topics, will, listener, USUAL);
  }

  static Connection open(
      Broker broker,
      Login login,
      Optional<String> topics,
      Optional<Retained> will,
      Listener listener,
      Patience patience) {
    Connection connection = new Connection(broker, login, topics, will, listener, patience);
    connection.start(new Version5(connection.builder(), patience.standing()));
    return connection;
  }

  private MqttClientBuilder builder() {
    return MqttClient.builder()
        .identifier(login.clientId())
        .executorConfig()
        .nettyThreads(1)
        .applicationScheduler(Schedulers.single())
        .applyExecutorConfig()
        .transportConfig(transport())
        .addDisconnectedListener(lost -> end(Endings.of(lost.getSource(), lost.getCause())));
  }

  private MqttClientTransportConfig transport() {
    MqttClientTransportConfigBuilder transport =
        MqttClientTransportConfig.builder()
            .serverHost(broker.host())
            .serverPort(broker.port())
            .socketConnectTimeout(patience.connecting(), TimeUnit.SECONDS)
            .mqttConnectTimeout(patience.connecting(), TimeUnit.SECONDS);
    return broker.encrypted()
        ? transport.sslConfig(Tls.config(broker.caFile())).build()
        : transport.build();
  }

  private synchronized void start(Session opened) {
    session = opened;
    session.hear(this::hear);
    session
        .connect(login, will)
        .thenCompose(
            taken -> topics.map(session::subscribe).orElse(CompletableFuture.completedStage(null)))
        .whenComplete((taken, failure) -> opened(failure));
  }

  private synchronized void opened(Throwable failure) {
    if (failure != null) {
      Endings.ofSubscription(failure).ifPresent(this::end);
    } else if (!over) {
      listener.connected();
    }
  }

  private synchronized void hear(String topic, byte[] payload) {
    if (!over) {
      listener.message(topic, payload);
    }
  }

  /** What went wrong first is what is told. */
  private synchronized void end(Ending ending) {
    if (over) {
      return;
    }
    if (ending.kind() == Ending.Kind.OTHER_VERSION && session instanceof Version5) {
      start(new Version3(builder(), patience.standing()));
      return;
    }
    over = true;
    session.disconnect();
    listener.ended(ending);
  }

  /** Sends it, if the connection stands. */
  public synchronized void publish(Retained message) {
    if (!over) {
      session.publish(message);
    }
  }

  /** Ends it; nothing more is told. */
  @Override
  public synchronized void close() {
    over = true;
    session.disconnect();
  }
}
