package io.github.iremote.mqtt;

/**
 * What a connection tells whoever opened it, on threads of its own: at most once that it stands,
 * then messages, at most once that it ended, and nothing after that.
 */
public interface Listener {
  /** The broker has taken login and subscriptions. */
  void connected();

  void message(String topic, byte[] payload);

  void ended(Ending ending);
}
