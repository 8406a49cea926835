package io.github.iremote.mqtt;

import io.github.iremote.simulator.PretendBroker;
import java.util.Optional;

/** The demo's own. */
final class PretendOne implements TestBroker {
  private volatile String password = "";
  private final PretendBroker broker =
      new PretendBroker((user, word) -> user.equals("gcid") && word.equals(password));

  @Override
  public Broker broker() {
    return Broker.at(broker.address(), Optional.empty());
  }

  @Override
  public void password(String word) {
    password = word;
  }

  @Override
  public void refuseSubscriptions() {
    broker.refuseSubscriptions(true);
  }

  @Override
  public void publish(String topic, String payload) {
    broker.publish(topic, payload);
  }

  @Override
  public void hang(boolean hang) {
    broker.stall(hang);
  }

  @Override
  public void restart() {
    broker.drop();
  }

  @Override
  public void close() {
    broker.close();
  }
}
