package io.github.iremote.run;

import io.github.iremote.Failure;
import io.github.iremote.car.CarFiles;
import io.github.iremote.car.SavedCar;
import io.github.iremote.car.Take;
import io.github.iremote.car.Taken;
import io.github.iremote.pace.Timetable;
import io.github.iremote.vehicle.Vehicle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run comes to for one car: it has answered, has not, or was not asked. */
final class Results {
  private final Take take;
  private final Optional<Timetable> schedule;
  private final Telling telling;
  private final boolean dryRun;

  Results(Take take, Optional<Timetable> schedule, Telling telling, boolean dryRun) {
    this.take = take;
    this.schedule = schedule;
    this.telling = telling;
    this.dryRun = dryRun;
  }

  /** A car that is not due is not asked, but what waits to be told of it is. */
  Look ofUnasked(Vehicle car) {
    try {
      CarFiles.Loaded loaded = take.load(car);
      SavedCar saved = tellWaiting(car, loaded.car());
      CarReport report = report(car, Taken.nothing(saved), saved, !loaded.found());
      return new Look(car.vin(), false, Optional.of(report), List.of());
    } catch (RuntimeException e) {
      return Look.failed(car.vin(), e);
    }
  }

  /** Saves and tells what the answer brought, or keeps in mind that there was none. */
  Look of(Inquiry.Asked asked) {
    String vin = asked.car().vin();
    if (asked.failure().isPresent() && asked.failure().get() instanceof Failure.NoCallLeft) {
      return ofUnasked(asked.car());
    }
    if (asked.failure().isPresent()) {
      return new Look(vin, false, Optional.empty(), failed(asked, asked.failure().get()));
    }
    try {
      return new Look(vin, true, Optional.of(taken(asked)), List.of());
    } catch (RuntimeException e) {
      return new Look(vin, true, Optional.empty(), List.of(e));
    }
  }

  private CarReport taken(Inquiry.Asked asked) {
    CarFiles.Loaded loaded = asked.saved().get();
    if (dryRun) {
      Taken taken = take.compare(asked.car(), loaded, asked.answer().get());
      return report(asked.car(), taken, taken.car(), false);
    }
    Optional<Instant> lastLook = schedule.flatMap(plan -> plan.lastLook(asked.car()));
    Taken taken = take.take(asked.car(), loaded, asked.answer().get(), lastLook);
    if (schedule.isPresent()) {
      boolean driving = taken.car().notes().journey().isPresent();
      schedule.get().fetched(asked.car(), taken.answered(), driving, taken.nextAt());
    }
    return report(asked.car(), taken, telling.tell(asked.car(), taken), false);
  }

  /** BMW has not answered; what waits for another place does not wait for BMW as well. */
  private List<RuntimeException> failed(Inquiry.Asked asked, RuntimeException failure) {
    List<RuntimeException> failures = new ArrayList<>(List.of(failure));
    try {
      if (schedule.isPresent()) {
        schedule.get().failed(asked.car());
      }
      if (asked.saved().isPresent()) {
        tellWaiting(asked.car(), asked.saved().get().car());
      }
    } catch (RuntimeException e) {
      failures.add(e);
    }
    return failures;
  }

  private SavedCar tellWaiting(Vehicle car, SavedCar saved) {
    return dryRun ? saved : take.tellFirst(take.remind(car, saved), false);
  }

  private CarReport report(Vehicle car, Taken taken, SavedCar told, boolean unknown) {
    Optional<Instant> last = told.event().map(SavedCar.Told::at);
    return new CarReport(
        car,
        taken.events(),
        told.status(),
        taken.message(),
        last,
        Optional.empty(),
        !told.pending().isEmpty(),
        unknown);
  }
}
