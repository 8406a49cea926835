package io.github.iremote.mqtt;

import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3ConnectBuilder;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import io.github.iremote.mqtt.Connection.Retained;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** MQTT 3.1.1, for an owner's broker that knows no other. */
final class Version3 implements Session {
  private final Mqtt3AsyncClient client;
  private final int keepAliveSeconds;

  Version3(MqttClientBuilder builder, int keepAliveSeconds) {
    this.keepAliveSeconds = keepAliveSeconds;
    this.client = builder.useMqttVersion3().buildAsync();
  }

  @Override
  public void hear(BiConsumer<String, byte[]> messages) {
    client.publishes(
        MqttGlobalPublishFilter.ALL,
        message -> messages.accept(message.getTopic().toString(), message.getPayloadAsBytes()));
  }

  @Override
  public CompletionStage<Void> connect(Login login, Optional<Retained> will) {
    Mqtt3ConnectBuilder packet =
        Mqtt3Connect.builder().cleanSession(true).keepAlive(keepAliveSeconds);
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

  private static Mqtt3Publish message(Retained message) {
    return Mqtt3Publish.builder()
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
