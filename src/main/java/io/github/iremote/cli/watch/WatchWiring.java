package io.github.iremote.cli.watch;

import io.github.iremote.bmw.Push;
import io.github.iremote.car.SavedCar;
import io.github.iremote.cli.Wiring;
import io.github.iremote.config.HomeAssistantConfig;
import io.github.iremote.homeassistant.CarDevice;
import io.github.iremote.homeassistant.HomeAssistant;
import io.github.iremote.mqtt.Broker;
import io.github.iremote.run.RunLock;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.watch.Journal;
import io.github.iremote.watch.Memory;
import io.github.iremote.watch.Mirror;
import io.github.iremote.watch.Watch;
import io.github.iremote.watch.timing.Clocks;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** How a watch is put together. */
public final class WatchWiring {

  /**
   * @param chance numbers from 0 to 1
   * @param wake called from other threads when there is something to do
   */
  public static Watch watch(
      Wiring wiring, Clocks clocks, DoubleSupplier chance, Runnable wake, Journal journal) {
    Push push = wiring.source.push().orElseThrow();
    return new Watch(
        new WatchOffice(wiring, push),
        push::connect,
        push.byToken(),
        memory(wiring),
        new FileMark(wiring.configs.resolve("token.json"))::now,
        clocks,
        chance,
        wake,
        journal,
        mirror(wiring, clocks));
  }

  /** The owner's Home Assistant, if there is one. */
  private static Mirror mirror(Wiring wiring, Clocks clocks) {
    Optional<HomeAssistantConfig> config = wiring.config.homeAssistant();
    if (config.isEmpty()) {
      return (car, now) -> {};
    }
    HomeAssistant home =
        new HomeAssistant(
            Broker.at(config.get().server(), config.get().caFile()),
            config.get().username(),
            config.get().password(),
            clocks::up);
    return (car, now) -> home.show(device(wiring, car, now));
  }

  private static CarDevice device(Wiring wiring, Vehicle car, SavedCar now) {
    Instant time = wiring.here.clock().instant();
    return new CarDevice(
        car,
        now.status(),
        now.event().map(told -> wiring.wording().sentence(told.event(), time)),
        now.event().map(SavedCar.Told::at),
        wiring.config.location());
  }

  /** Under the lock: the file is set aside where it is damaged. */
  private static Memory memory(Wiring wiring) {
    RunLock lock = RunLock.await(wiring.configs, wiring.here.sleeper());
    try (lock) {
      return Memory.in(wiring.readAgain().remembered.sections).get();
    }
  }

  private WatchWiring() {}
}
