package io.github.iremote.mqtt;

import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.github.iremote.mqtt.Connection.Retained;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** MQTT 5, which gives reasons. */
final class Version5 implements Session {
  /** The broker is asked not to send what is larger; what it sends all the same ends it. */
  private static final int LARGEST_PACKET = 4 * 1024 * 1024;

  private final Mqtt5AsyncClient client;
  private final int keepAliveSeconds;

  Version5(MqttClientBuilder builder, int keepAliveSeconds) {
    this.keepAliveSeconds = keepAliveSeconds;
    this.client = builder.useMqttVersion5().buildAsync();
  }

  @Override
  public void hear(BiConsumer<String, byte[]> messages) {
    client.publishes(
        MqttGlobalPublishFilter.ALL,
        message -> messages.accept(message.getTopic().toString(), message.getPayloadAsBytes()));
  }

  @Override
  public CompletionStage<Void> connect(Login login, Optional<Retained> will) {
    Mqtt5ConnectBuilder packet =
        Mqtt5Connect.builder()
            .cleanStart(true)
            .keepAlive(keepAliveSeconds)
            .restrictions()
            .maximumPacketSize(LARGEST_PACKET)
            .applyRestrictions();
    if (login.username().isPresent()) {
      packet =
          packet
              .simpleAuth()
              .username(login.username().get())
              .password(login.passwordBytes())
              .applySimpleAuth();
    }
    if (will.isPresent()) {
      packet = packet.willPublish(message(will.get()));
    }
    return client.connect(packet.build()).thenAccept(taken -> {});
  }

  @Override
  public CompletionStage<Void> subscribe(String topics) {
    return client
        .subscribeWith()
        .topicFilter(topics)
        .qos(MqttQos.AT_MOST_ONCE)
        .send()
        .thenAccept(taken -> {});
  }

  @Override
  public void publish(Retained message) {
    client.publish(message(message));
  }

  private static Mqtt5Publish message(Retained message) {
    return Mqtt5Publish.builder()
        .topic(message.topic())
        .payload(message.payload().getBytes(StandardCharsets.UTF_8))
        .qos(MqttQos.AT_LEAST_ONCE)
        .retain(true)
        .build();
  }

  @Override
  public void disconnect() {
    client.disconnect();
  }
}
