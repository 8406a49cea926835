package io.github.iremote.simulator;

import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;

/** A car that remembers what it has told BMW, and when. */
public final class PretendCar {
  private final String vin;
  private final String model;
  private VehicleStatus status = VehicleStatus.UNKNOWN;

  public PretendCar(String vin, String model) {
    this.vin = vin;
    this.model = model;
  }

  public String vin() {
    return vin;
  }

  public String model() {
    return model;
  }

  public synchronized VehicleStatus status() {
    return status;
  }

  /** The car tells one thing about itself. */
  public synchronized <T> void tell(Signal<T> signal, T value, Instant at) {
    status = status.with(signal, new Reading<>(value, at));
  }
}
