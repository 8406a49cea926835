package io.github.iremote.watch;

import io.github.iremote.Failure;
import io.github.iremote.bmw.Push;
import io.github.iremote.car.SavedCar;
import io.github.iremote.car.Take;
import io.github.iremote.event.EventName;
import io.github.iremote.json.Section;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.run.StatusRun;
import io.github.iremote.run.Telling;
import io.github.iremote.vehicle.Vehicle;
import java.util.List;
import java.util.Optional;

/**
 * All that works on files. Other commands write them, too: so it is used a turn at a time, under
 * the lock, and reads them anew in each.
 */
public interface Office {

  /** Which cars a round asks. */
  interface Asking {
    /** Whether it is asked now. */
    boolean now(Vehicle car);

    /** Whether it is asked when the pace says so. */
    boolean byPace(Vehicle car);

    /** It has been asked. */
    void asked(Vehicle car, boolean answered);
  }

  /** One turn; nothing where another run holds the lock just now. */
  Optional<Turn> turn();

  /** What can be done in a turn. Closing it gives the lock back. */
  interface Turn extends AutoCloseable {
    /** The cars that are watched. */
    List<Vehicle> cars();

    Take take();

    Push push();

    CachedTokens tokens();

    Section<Memory> memory();

    /** How many polls may yet be made today. */
    int pollsLeft();

    /** Asks cars about themselves, sends what waits, and tells what is wrong. */
    StatusRun.Report round(Asking asking);

    /** What follows when something was taken of a car. */
    Telling telling();

    /** Sends what comes last; returns what went wrong with messages in this turn. */
    List<RuntimeException> late();

    /** Tells something of the program itself. */
    void announce(EventName name, String sentence);

    /** Tells that there is no login, once, and why. */
    void loginNeeded(Failure.LoginRequired failure);

    /** Tells the watchdog that all is well, or that somebody must act. */
    void ping(List<RuntimeException> failures);

    SavedCar saved(Vehicle car);

    @Override
    void close();
  }
}
