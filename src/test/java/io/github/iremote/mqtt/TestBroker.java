package io.github.iremote.mqtt;

/** A broker that a test can do things to. It knows the user "gcid". */
interface TestBroker extends AutoCloseable {
  Broker broker();

  /** The one password that is good from now on. */
  void password(String password);

  void refuseSubscriptions();

  void publish(String topic, String payload);

  /** Is gone, and after a moment there again at the same place. */
  void restart();

  /** Says nothing any more, though its connections stand, or goes on. */
  default void hang(boolean hang) {
    throw new UnsupportedOperationException();
  }

  @Override
  void close();
}
