package io.github.iremote.car;

import io.github.iremote.event.EventName;
import io.github.iremote.history.History;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Message;
import io.github.iremote.message.delivery.Delivery;
import io.github.iremote.message.delivery.Mailbox;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The letters in one car's event file. */
final class CarMailbox implements Mailbox {
  private final CarFiles files;
  private final Optional<History> history;
  private final InstantSource clock;
  private SavedCar car;

  CarMailbox(CarFiles files, Optional<History> history, InstantSource clock, SavedCar car) {
    this.files = files;
    this.history = history;
    this.clock = clock;
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
    step.refused().ifPresent(letter -> files.refused(car.vin()).keep(letter));
    car = car.withPending(step.left());
    save();
    if (history.isPresent() && step.delivered().isPresent()) {
      told(history.get(), step.delivered().get());
    }
  }

  /** After it is saved that the place has it: a message must not come twice for want of a line. */
  private void told(History history, Letter letter) {
    List<EventName> names = new ArrayList<>();
    for (Message message : letter.messages()) {
      message.events().forEach(event -> names.add(event.name()));
    }
    history.told(car.vin(), letter.to(), letter.id(), names, clock.instant());
  }

  @Override
  public void save() {
    files.save(car);
  }

  @Override
  public String refusedFile() {
    return files.refused(car.vin()).name();
  }
}
