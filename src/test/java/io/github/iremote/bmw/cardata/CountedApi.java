package io.github.iremote.bmw.cardata;

import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleApi;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A pretend BMW in memory: a call of it is counted in the book, as one of the real one is. */
public final class CountedApi implements VehicleApi {
  private final Book book;
  private final Cars cars;
  private final InstantSource clock;

  /** Where the answers come from. */
  public interface Cars {
    VehicleStatus answer(Vehicle car, VehicleStatus known);
  }

  public CountedApi(Book book, Cars cars, InstantSource clock) {
    this.book = book;
    this.cars = cars;
    this.clock = clock;
  }

  @Override
  public List<Vehicle> vehicles(String accessToken) {
    throw new UnsupportedOperationException("every simulated car has a name");
  }

  @Override
  public VehicleStatus status(String accessToken, Vehicle car, VehicleStatus known) {
    book.count();
    VehicleStatus answer = cars.answer(car, known);
    book.answered(Optional.of(clock.instant()));
    return answer;
  }
}
