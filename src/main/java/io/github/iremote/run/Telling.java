package io.github.iremote.run;

import io.github.iremote.car.SavedCar;
import io.github.iremote.car.Take;
import io.github.iremote.car.Taken;
import io.github.iremote.config.Config;
import io.github.iremote.event.Event;
import io.github.iremote.message.Wording;
import io.github.iremote.message.delivery.Delivery;
import io.github.iremote.message.delivery.PlaceNews;
import io.github.iremote.run.afterwards.ChargeFollowUp;
import io.github.iremote.run.afterwards.PeriodReport;
import io.github.iremote.vehicle.Vehicle;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What follows when something was taken of a car, by a poll or from the stream. */
public final class Telling {
  private final Config config;
  private final Take take;
  private final Delivery delivery;
  private final RunFile runFile;
  private final Optional<ChargeFollowUp> charges;
  private final Optional<PeriodReport> periods;
  private final InstantSource clock;

  public Telling(
      Config config,
      Take take,
      Delivery delivery,
      RunFile runFile,
      Optional<ChargeFollowUp> charges,
      Optional<PeriodReport> periods,
      InstantSource clock) {
    this.config = config;
    this.take = take;
    this.delivery = delivery;
    this.runFile = runFile;
    this.charges = charges;
    this.periods = periods;
    this.clock = clock;
  }

  /**
   * Tells what was taken, at the places that are well; it is on disk.
   *
   * @return the car with what still waits
   */
  public SavedCar tell(Vehicle car, Taken taken) {
    charges.ifPresent(more -> more.note(car.vin(), taken.noticed()));
    SavedCar after = reported(car, taken.car());
    SavedCar told = take.tellFirst(after, taken.changed() || after != taken.car());
    take.progress(car, told);
    return told;
  }

  /** With the figures of the last period, if they are yet to be told. */
  private SavedCar reported(Vehicle car, SavedCar saved) {
    if (periods.isEmpty()) {
      return saved;
    }
    Instant now = clock.instant();
    Optional<Event> report = periods.get().due(car, now);
    SavedCar after = report.isPresent() ? take.add(car, saved, report.get()) : saved;
    periods.get().done(car, now);
    return after;
  }

  /** What waits for places that were dead comes last, and what the others are to know of those. */
  public List<RuntimeException> tellLate() {
    try {
      delivery.deliverRest();
      new PlaceNews(delivery, config.mute(), Wording.of(config), clock)
          .tell(new RunMailbox(runFile));
      return List.of();
    } catch (RuntimeException e) {
      return List.of(e);
    }
  }

  /** Asks more of charges that ended a while ago. */
  void askOfCharges() {
    charges.ifPresent(ChargeFollowUp::ask);
  }
}
