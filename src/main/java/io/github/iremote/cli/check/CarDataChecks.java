package io.github.iremote.cli.check;

import io.github.iremote.Failure;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.bmw.cardata.Quota;
import io.github.iremote.bmw.cardata.telematics.Vocabulary;
import io.github.iremote.car.CarFiles;
import io.github.iremote.cli.Wiring;
import io.github.iremote.cli.source.CarDataSource;
import io.github.iremote.cli.watch.WatchSign;
import io.github.iremote.pace.Schedule;
import io.github.iremote.vehicle.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The part of {@code check} that looks at what is remembered of CarData, and makes no call. */
final class CarDataChecks {
  /** Cron comes every five minutes; a fetch that is later than this waits for no cron. */
  private static final Duration LATE = Duration.ofMinutes(30);

  private final Findings findings;
  private final Wiring wiring;
  private final CarDataSource source;
  private final Instant now;

  CarDataChecks(Findings findings, Wiring wiring, CarDataSource source) {
    this.findings = findings;
    this.wiring = wiring;
    this.source = source;
    this.now = wiring.here.clock().instant();
  }

  void run() {
    findings.look("quota", this::quota);
    findings.look("container", this::container);
    findings
        .find("next fetch", () -> wiring.garage.cars(Optional.empty()), this::nextFetch)
        .ifPresent(
            cars -> {
              words(cars);
              new StreamChecks(findings, wiring).run(cars);
            });
  }

  private String quota() {
    Quota quota = source.book(Purpose.POLL).quota();
    String used =
        quota.usedLast24Hours(now) + " of " + source.dailyCalls() + " calls used in 24 hours";
    if (!quota.allows(Purpose.POLL, now)) {
      throw new Failure.BmwUnavailable(
          used
              + ": cron may call again at "
              + time(quota.nextAllowed(Purpose.POLL, now))
              + "; does another program use this account?");
    }
    return used;
  }

  private String container() {
    return source.book(Purpose.POLL).containerId().orElse("none yet: the next fetch makes one");
  }

  private String nextFetch(List<Vehicle> cars) {
    Schedule schedule = source.schedule(false).get();
    List<String> times = new ArrayList<>();
    for (Vehicle car : cars) {
      Instant next = schedule.nextLook(car);
      times.add(car + (next.isAfter(now) ? " at " + time(next) : " with the next run"));
      if (next.plus(LATE).isBefore(now) && !WatchSign.givenLately(wiring.configs, now)) {
        findings.warn(
            "schedule",
            car
                + " should have been fetched at "
                + time(next)
                + ": is it started every 5 minutes? See crontab -l, or systemctl list-timers");
      }
    }
    return String.join(", ", times);
  }

  /** What a car has said and its owner was not told, so that it can be added. */
  private void words(List<Vehicle> cars) {
    CarFiles files = new CarFiles(wiring.configs, wiring.here.clock(), wiring.log);
    Set<String> unknown = new TreeSet<>();
    for (Vehicle car : cars) {
      unknown.addAll(Vocabulary.unknown(files.load(car).car().samples()));
    }
    if (!unknown.isEmpty()) {
      findings.warn(
          "words",
          "words of BMW that this version does not know (please report them): "
              + String.join(", ", unknown));
    }
  }

  private String time(Instant time) {
    return wiring.wording().time(time, now);
  }
}
