package io.github.iremote.cli;

import io.github.iremote.Failure;
import io.github.iremote.car.CarFiles;
import io.github.iremote.car.Take;
import io.github.iremote.config.Config;
import io.github.iremote.message.Place;
import io.github.iremote.message.delivery.Delivery;
import io.github.iremote.pace.Timetable;
import io.github.iremote.run.Inquiry;
import io.github.iremote.run.StatusRun;
import io.github.iremote.run.Telling;
import java.util.List;
import java.util.Optional;

/** How a run is put together, and what follows when something was taken of a car. */
public final class RunWiring {
  private final Wiring wiring;
  private final CarFiles files; // one for all: it remembers which was set aside

  RunWiring(Wiring wiring) {
    this.wiring = wiring;
    this.files = new CarFiles(wiring.configs, wiring.here.clock(), wiring.log);
  }

  /**
   * The job.
   *
   * @param dryRun whether nothing is to be posted and no event saved
   * @param force whether every car is fetched, due or not
   */
  public StatusRun statusRun(boolean dryRun, boolean force) {
    return statusRun(
        wiring.source.schedule(force).map(Timetable.class::cast), delivery(dryRun), dryRun);
  }

  /**
   * The job.
   *
   * @param timetable which cars are asked; without it, all
   */
  public StatusRun statusRun(Optional<Timetable> timetable, Delivery delivery, boolean dryRun) {
    Take take = take(delivery);
    return new StatusRun(
        wiring.config,
        wiring.garage,
        new Inquiry(wiring.api, wiring.tokens, files),
        take,
        wiring.remembered.runFile,
        timetable,
        delivery,
        telling(take, delivery),
        dryRun,
        wiring.here.clock());
  }

  /** What follows when something was taken of a car. */
  public Telling telling(Take take, Delivery delivery) {
    return new Telling(
        wiring.config,
        take,
        delivery,
        wiring.remembered.runFile,
        wiring.histories().charges(wiring.carData(), wiring.tokens),
        wiring.histories().periods(),
        wiring.here.clock());
  }

  public Take take(Delivery delivery) {
    return new Take(
        files,
        wiring.config.thresholds(),
        wiring.config.mute(),
        wiring.config.location(),
        delivery,
        wiring.history(),
        wiring.config.messages().reminding(wiring.config.timezone()),
        wiring.here.clock());
  }

  /** The way to every place where messages go; a dry run needs none. */
  public Delivery delivery(boolean dryRun) {
    List<Place> places = wiring.places().all();
    if (places.isEmpty() && !dryRun) {
      throw new Failure.BadConfig(
          wiring.configs.resolve(Config.FILE)
              + ": slack.webhookUrl is missing, and notify; without a place for messages only"
              + " --dry-run works");
    }
    return new Delivery(
        places,
        wiring.places(),
        Optional.of(wiring.remembered.sections),
        wiring.here.clock(),
        wiring.log);
  }
}
