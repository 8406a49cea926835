package io.github.iremote.mqtt;

import io.github.iremote.mqtt.Connection.Retained;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** One version of the protocol, as far as a connection needs it. */
interface Session {
  /** Where messages go. */
  void hear(BiConsumer<String, byte[]> messages);

  CompletionStage<Void> connect(Login login, Optional<Retained> will);

  CompletionStage<Void> subscribe(String topics);

  void publish(Retained message);

  void disconnect();
}
