package io.github.iremote.cli;

import io.github.iremote.Log;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.cli.source.CarDataSource;
import io.github.iremote.cli.source.ChargeSource;
import io.github.iremote.config.Config;
import io.github.iremote.config.VehicleConfig;
import io.github.iremote.history.History;
import io.github.iremote.history.HistoryFolder;
import io.github.iremote.history.chronicle.Chronicle;
import io.github.iremote.history.derived.Tariff;
import io.github.iremote.json.Sections;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.run.afterwards.ChargeFollowUp;
import io.github.iremote.run.afterwards.PeriodReport;
import io.github.iremote.vehicle.Vehicle;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the history is connected: to a car's answers, to BMW's own, and to the report. */
record HistoryWiring(Config config, Path configs, Surroundings here, Log log, Sections remembered) {

  /** Where what cars said and did is kept, if it is. */
  Optional<History> history() {
    if (!config.history().kept()) {
      return Optional.empty();
    }
    List<String> extra = config.api().extraDescriptors();
    return Optional.of(new History(new HistoryFolder(configs, log), extra, config.location(), log));
  }

  /** What asks more of charges, where a history is kept and BMW knows more than the car tells. */
  Optional<ChargeFollowUp> charges(Optional<CarDataSource> cardata, CachedTokens tokens) {
    Optional<History> history = history();
    if (cardata.isEmpty() || history.isEmpty()) {
      return Optional.empty();
    }
    ChargeSource source = new ChargeSource(cardata.get(), tokens, Purpose.SPARE, 1);
    return Optional.of(new ChargeFollowUp(remembered, source, history.get(), here.clock(), log));
  }

  /** What tells the figures of each week or month, where the owner wants that. */
  Optional<PeriodReport> periods() {
    if (!config.history().kept() || config.history().report().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PeriodReport(
            remembered,
            config.history().report().get(),
            config.timezone().get(),
            config.history().tariff().map(Tariff::currency),
            this::chronicle));
  }

  private Chronicle chronicle(Vehicle car, Instant now) {
    Optional<Double> capacity = Optional.empty();
    for (VehicleConfig configured : config.vehicles()) {
      capacity = configured.vin().equals(car.vin()) ? configured.batteryKilowattHours() : capacity;
    }
    Chronicle.Terms terms =
        new Chronicle.Terms(config.timezone().get(), config.history().tariff(), capacity);
    return new Chronicle(new HistoryFolder(configs, log), car.vin(), terms, now);
  }
}
