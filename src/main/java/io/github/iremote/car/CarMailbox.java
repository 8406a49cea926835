package io.github.iremote.car;

import io.github.iremote.message.Delivery;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Mailbox;
import java.util.List;

/** The letters in one car's event file. */
final class CarMailbox implements Mailbox {
  private final CarFiles files;
  private SavedCar car;

  CarMailbox(CarFiles files, SavedCar car) {
    this.files = files;
    this.car = car;
  }

  SavedCar car() {
    return car;
  }

  @Override
  public List<Letter> letters() {
    return car.pending();
  }

  @Override
  public void keep(Delivery.Step step) {
    car = car.withPending(step.left());
    if (step.refused().isPresent()) {
      car = car.withRefused(step.refused().get());
    }
    save();
  }

  @Override
  public void save() {
    files.save(car);
  }

  @Override
  public String file() {
    return files.name(car.vin());
  }
}
