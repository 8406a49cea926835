package io.github.iremote.bmw.cardata;

import io.github.iremote.Failure;
import io.github.iremote.bmw.Push;
import io.github.iremote.bmw.cardata.telematics.Descriptor;
import io.github.iremote.bmw.cardata.telematics.Heard;
import io.github.iremote.bmw.cardata.telematics.KeptKeys;
import io.github.iremote.mqtt.Broker;
import io.github.iremote.mqtt.Connection;
import io.github.iremote.mqtt.Ending;
import io.github.iremote.mqtt.Listener;
import io.github.iremote.mqtt.Login;
import io.github.iremote.oauth.Token;
import io.github.iremote.vehicle.Answer;
import io.github.iremote.vehicle.Known;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.Vehicle;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What cars say by themselves, as BMW relays it: by MQTT, a message for each thing, seconds after
 * the car has said it. Nothing is kept for those who are not connected.
 *
 * @see <a
 *     href="https://bmw-cardata.bmwgroup.com/thirdparty/public/car-data/technical-configuration/streaming">Streaming</a>
 */
public final class Stream implements Push {
  /** What BMW tells only who asks, of the keys that we read. */
  private static final Set<String> NOT_CARRIED =
      Set.of(
          Descriptor.DOOR_LOCK_STATUS.key(),
          Descriptor.CHARGE_PREDICTED.key(),
          Descriptor.PORT_COMBINED_STATUS.key(),
          Descriptor.CHECK_CONTROL.key(),
          Descriptor.SERVICES.key(),
          Descriptor.RECHARGE_12V.key(),
          Descriptor.REPLACE_12V.key(),
          Descriptor.CHARGING_HV_STATUS.key());

  private final Broker broker;
  private final Own own;
  private final KeptKeys kept;
  private final InstantSource clock;

  /**
   * What the owner of a broker has set in place of what BMW's takes.
   *
   * @param username in place of the account's id
   * @param password in place of the token
   * @param topic in place of that of the account's cars
   */
  public record Own(Optional<String> username, Optional<String> password, Optional<String> topic) {
    /** The password is a secret. */
    @Override
    public String toString() {
      return "Own[hidden]";
    }
  }

  /**
   * @param extraDescriptors the owner's own keys
   * @param location whether it may be kept where a car is
   */
  public Stream(
      Broker broker,
      Own own,
      List<String> extraDescriptors,
      boolean location,
      InstantSource clock) {
    this.broker = broker;
    this.own = own;
    this.kept = new KeptKeys(extraDescriptors, location);
    this.clock = clock;
  }

  /** Whether it can bring a key at all. */
  public static boolean carries(String key) {
    return !NOT_CARRIED.contains(key);
  }

  @Override
  public Connection connect(Token token, Ear ear) {
    String gcid =
        token
            .gcid()
            .orElseThrow(
                () -> new Failure.LoginRequired("the account's id is missing; run: iremote login"));
    Optional<String> password = own.password().or(token::idToken);
    // as the client's id too: a connection of ours that hangs is ended by the next one
    Login login = new Login(gcid, Optional.of(own.username().orElse(gcid)), password);
    String topic = own.topic().orElse(gcid + "/+");
    return Connection.open(broker, login, Optional.of(topic), Optional.empty(), relay(ear));
  }

  private Listener relay(Ear ear) {
    return new Listener() {
      @Override
      public void connected() {
        ear.connected();
      }

      @Override
      public void message(String topic, byte[] payload) {
        StreamMessage.read(topic, payload, kept, clock.instant())
            .ifPresent(message -> ear.heard(message.vin(), message.samples(), message.alarm()));
      }

      @Override
      public void ended(Ending ending) {
        ear.ended(ending);
      }
    };
  }

  @Override
  public boolean byToken() {
    return own.password().isEmpty();
  }

  @Override
  public Answer answer(Vehicle car, Samples samples) {
    Heard heard = new Heard(samples, false, kept, car.model(), clock.instant());
    return new Answer() {
      @Override
      public Known addTo(Known known) {
        return heard.addTo(known);
      }

      @Override
      public boolean awaited() {
        return true;
      }
    };
  }
}
