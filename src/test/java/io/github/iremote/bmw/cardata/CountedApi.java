package io.github.iremote.bmw.cardata;

import io.github.iremote.vehicle.Answer;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleApi;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A pretend BMW in memory: a call of it is counted in the book, as one of the real one is. */
public final class CountedApi implements VehicleApi {
  private final Book book;
  private final Function<Vehicle, Answer> cars;
  private final InstantSource clock;

  /**
   * @param cars where the answers come from
   */
  public CountedApi(Book book, Function<Vehicle, Answer> cars, InstantSource clock) {
    this.book = book;
    this.cars = cars;
    this.clock = clock;
  }

  @Override
  public List<Vehicle> vehicles(String accessToken) {
    throw new UnsupportedOperationException("every simulated car has a name");
  }

  @Override
  public Answer status(String accessToken, Vehicle car) {
    book.count();
    Answer answer = cars.apply(car);
    book.answered(Optional.of(clock.instant()));
    return answer;
  }
}
