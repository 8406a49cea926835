package io.github.iremote.mqtt;

import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import io.moquette.broker.security.IAuthorizatorPolicy;
import io.moquette.broker.subscriptions.Topic;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** Moquette, a broker in Java. */
public final class Moquette implements TestBroker {
  private volatile String password = "";
  private volatile boolean deaf;
  private Server server;
  private final int port = freePort();

  public Moquette() {
    start();
  }

  private void start() {
    Properties settings = new Properties();
    settings.put("host", "127.0.0.1");
    settings.put("port", Integer.toString(port));
    settings.put("allow_anonymous", "false");
    settings.put("persistence_enabled", "false");
    settings.put("telemetry_enabled", "false");
    settings.put("netty.mqtt.message_size", Integer.toString(8 * 1024 * 1024));
    server = new Server();
    try {
      server.startServer(
          new MemoryConfig(settings),
          List.of(),
          null,
          (id, user, word) ->
              user.equals("gcid") && new String(word, StandardCharsets.UTF_8).equals(password),
          policy());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private IAuthorizatorPolicy policy() {
    return new IAuthorizatorPolicy() {
      @Override
      public boolean canWrite(Topic topic, String user, String client) {
        return true;
      }

      @Override
      public boolean canRead(Topic topic, String user, String client) {
        return !deaf;
      }
    };
  }

  @Override
  public Broker broker() {
    return new Broker("127.0.0.1", port, false, Optional.empty());
  }

  @Override
  public void password(String word) {
    password = word;
  }

  @Override
  public void refuseSubscriptions() {
    deaf = true;
  }

  @Override
  public void publish(String topic, String payload) {
    server.internalPublish(
        MqttMessageBuilders.publish()
            .topicName(topic)
            .qos(MqttQoS.AT_MOST_ONCE)
            .payload(Unpooled.copiedBuffer(payload, StandardCharsets.UTF_8))
            .build(),
        "BMW");
  }

  @Override
  public void restart() {
    server.stopServer();
    start();
  }

  /** It takes seconds to stop: the next test has it as it is. */
  @Override
  public void close() {
    deaf = false;
  }
}
