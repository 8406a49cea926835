package io.github.iremote.homeassistant;

import io.github.iremote.mqtt.Broker;
import io.github.iremote.mqtt.Connection;
import io.github.iremote.mqtt.Connection.Retained;
import io.github.iremote.mqtt.Ending;
import io.github.iremote.mqtt.Listener;
import io.github.iremote.mqtt.Login;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Shows cars to a Home Assistant. What is shown last stays at its broker; that nobody shows
 * anything any more, the broker says for us.
 */
public final class HomeAssistant implements AutoCloseable {
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMinutes(1);

  private final Broker broker;
  private final Login login;
  private final Supplier<Duration> clock;
  private final Map<String, String> shown = new TreeMap<>();
  private Optional<Connection> connection = Optional.empty();
  private Optional<Duration> attempted = Optional.empty();
  private boolean stands;

  /**
   * @param clock a time that only goes on
   */
  public HomeAssistant(
      Broker broker,
      Optional<String> username,
      Optional<String> password,
      Supplier<Duration> clock) {
    this.broker = broker;
    this.login = new Login("iremote", username, password);
    this.clock = clock;
  }

  /** Shows a car, as soon as there is a connection. */
  public synchronized void show(CarDevice car) {
    show(car.discovery());
    show(car.now());
    connect();
  }

  private void show(Retained message) {
    boolean news = !message.payload().equals(shown.put(message.topic(), message.payload()));
    if (news && stands) {
      connection.ifPresent(open -> open.publish(message));
    }
  }

  private void connect() {
    boolean lately =
        attempted
            .filter(time -> clock.get().minus(time).compareTo(BETWEEN_ATTEMPTS) < 0)
            .isPresent();
    if (connection.isPresent() || lately) {
      return;
    }
    attempted = Optional.of(clock.get());
    Retained gone = new Retained(CarDevice.AVAILABILITY, "offline");
    connection =
        Optional.of(
            Connection.open(broker, login, Optional.empty(), Optional.of(gone), listener()));
  }

  private Listener listener() {
    return new Listener() {
      @Override
      public void connected() {
        showAll();
      }

      @Override
      public void message(String topic, byte[] payload) {}

      @Override
      public void ended(Ending ending) {
        lost();
      }
    };
  }

  private synchronized void showAll() {
    stands = true;
    connection.ifPresent(
        open -> {
          shown.forEach((topic, payload) -> open.publish(new Retained(topic, payload)));
          open.publish(new Retained(CarDevice.AVAILABILITY, "online"));
        });
  }

  private synchronized void lost() {
    stands = false;
    connection = Optional.empty();
  }

  @Override
  public synchronized void close() {
    connection.ifPresent(
        open -> {
          open.publish(new Retained(CarDevice.AVAILABILITY, "offline"));
          open.close();
        });
    lost();
  }
}
