package io.github.iremote.simulator;

import static io.github.iremote.vehicle.OpeningState.CLOSED;
import static io.github.iremote.vehicle.OpeningState.OPEN;

import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.OpeningState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens to a pretend car in a day: to work, home, and on the cable. */
public final class Day {
  private static final Signal<OpeningState> DRIVER_DOOR = Signal.of(Opening.DRIVER_DOOR);
  private static final Signal<OpeningState> DRIVER_WINDOW = Signal.of(Opening.DRIVER_WINDOW);
  private static final Signal<OpeningState> TRUNK = Signal.of(Opening.TRUNK);

  private final PretendCar car;
  private final Instant midnight;
  private final List<Moment> moments = new ArrayList<>();
  private Instant now;

  private record Moment(Instant at, Runnable happening) {}

  private Day(PretendCar car, Instant midnight) {
    this.car = car;
    this.midnight = midnight;
    this.now = midnight;
  }

  /** A day of an i3 with range extender, as ConnectedDrive tells it: with reasons. */
  public static Day ofAnI3Rex(PretendCar car, Instant midnight) {
    Day day = new Day(car, midnight);
    day.at("06:50", "VEHICLE_SHUTDOWN_SECURED", () -> day.parked(38807, 79, 118, true));
    day.car.tell(Signal.FUEL_LEVEL, 100.0, midnight);
    day.car.tell(Signal.FUEL_RANGE, Distance.ofKilometres(106), midnight);
    day.at("07:31", "VEHICLE_UNSECURED", () -> day.unlocked(OPEN));
    day.at("07:38", "VEHICLE_MOVING", day::drivingOff);
    day.at("08:12", "VEHICLE_SHUTDOWN_SECURED", () -> day.parked(38831, 61, 91, true));
    day.at("12:30", "VEHICLE_UNSECURED", () -> day.unlocked(CLOSED));
    day.at("12:33", "VEHICLE_SECURED", () -> day.car.tell(Signal.LOCK, LockState.SECURED, day.now));
    day.at("17:20", "VEHICLE_UNSECURED", () -> day.unlocked(OPEN));
    day.at("17:24", "VEHICLE_MOVING", day::drivingOff);
    day.at("17:59", "VEHICLE_SHUTDOWN", () -> day.parked(38856, 41, 60, false));
    day.at("18:04", "DOOR_STATE_CHANGED", () -> day.pluggedIn(OPEN));
    day.at("18:08", "CHARGING_STARTED", () -> day.charging(41, Duration.ofMinutes(234)));
    day.at("18:40", "PREDICTION_UPDATE", () -> day.charging(50, Duration.ofMinutes(196)));
    day.at("19:15", "PREDICTION_UPDATE", () -> day.charging(59, Duration.ofMinutes(161)));
    day.at("19:32", "VEHICLE_SECURED", day::closedAndLocked);
    day.at("21:58", "CHARGING_DONE", () -> day.charged(100, 149));
    return day;
  }

  /** A day of an i4, as CarData tells it: what is, and never why. */
  public static Day ofAnI4(PretendCar car, Instant midnight) {
    Day day = new Day(car, midnight);
    car.tell(Signal.TARGET_STATE_OF_CHARGE, 80.0, midnight);
    car.tell(DRIVER_WINDOW, CLOSED, midnight);
    day.at("06:10", () -> day.parked(22408, 62, 268, true));
    day.at("07:31", () -> day.unlocked(OPEN));
    day.at("07:36", day::drivingOff);
    day.at("07:52", () -> car.tell(Signal.ODOMETER, Distance.ofKilometres(22419), day.now));
    day.at("08:12", () -> day.parked(22437, 55, 238, true));
    day.at("12:30", () -> day.unlocked(CLOSED));
    day.at("12:31", () -> car.tell(TRUNK, OPEN, day.now));
    day.at("12:40", day::closedAndLocked);
    day.at("17:18", () -> day.unlocked(OPEN));
    day.at("17:22", day::drivingOff);
    day.at("18:01", () -> day.parked(22466, 46, 199, false));
    day.at("18:01", () -> car.tell(DRIVER_WINDOW, OPEN, day.now));
    day.at("18:04", () -> day.pluggedIn(CLOSED));
    day.at("18:06", day::closedAndLocked);
    day.at("18:30", () -> day.charging(46, Duration.ofMinutes(150)));
    day.at("19:05", () -> day.charging(54, Duration.ofMinutes(115)));
    day.at("19:12", () -> car.tell(DRIVER_WINDOW, CLOSED, day.now));
    day.at("20:05", () -> day.charging(67, Duration.ofMinutes(57)));
    day.at("21:03", () -> day.charged(80, 345));
    return day;
  }

  /** When something happens next. */
  public Optional<Instant> next() {
    return moments.isEmpty() ? Optional.empty() : Optional.of(moments.get(0).at());
  }

  /** Lets all that has happened by then happen. */
  public void advanceTo(Instant time) {
    while (!moments.isEmpty() && !moments.get(0).at().isAfter(time)) {
      Moment moment = moments.remove(0);
      now = moment.at();
      moment.happening().run();
    }
  }

  private void at(String time, String reason, Runnable happening) {
    at(
        time,
        () -> {
          car.tell(Signal.UPDATE_REASON, reason, now);
          happening.run();
        });
  }

  private void at(String time, Runnable happening) {
    Duration sinceMidnight =
        Duration.ofHours(Integer.parseInt(time.substring(0, 2)))
            .plusMinutes(Integer.parseInt(time.substring(3)));
    moments.add(new Moment(midnight.plus(sinceMidnight), happening));
  }

  private void parked(double kilometres, double level, double range, boolean locked) {
    car.tell(Signal.ODOMETER, Distance.ofKilometres(kilometres), now);
    car.tell(Signal.STATE_OF_CHARGE, level, now);
    car.tell(Signal.ELECTRIC_RANGE, Distance.ofKilometres(range), now);
    car.tell(Signal.LOCK, locked ? LockState.SECURED : LockState.UNLOCKED, now);
    car.tell(DRIVER_DOOR, CLOSED, now);
    car.tell(TRUNK, CLOSED, now);
    car.tell(Signal.PLUG, PlugState.DISCONNECTED, now);
    car.tell(Signal.CHARGING, ChargingState.NOT_CHARGING, now);
    car.tell(Signal.MOVING, false, now);
  }

  private void unlocked(OpeningState door) {
    car.tell(Signal.LOCK, LockState.UNLOCKED, now);
    car.tell(DRIVER_DOOR, door, now);
  }

  private void drivingOff() {
    car.tell(DRIVER_DOOR, CLOSED, now);
    car.tell(Signal.LOCK, LockState.LOCKED, now);
    car.tell(Signal.MOVING, true, now);
  }

  private void pluggedIn(OpeningState trunk) {
    car.tell(Signal.PLUG, PlugState.CONNECTED, now);
    car.tell(TRUNK, trunk, now);
  }

  /** The range grows with the battery's level, as it was consumed with it. */
  private void charging(double level, Duration left) {
    double before = car.status().get(Signal.STATE_OF_CHARGE).orElse(level);
    double range = car.status().get(Signal.ELECTRIC_RANGE).map(Distance::value).orElse(0.0);
    car.tell(Signal.ELECTRIC_RANGE, Distance.ofKilometres(Math.rint(range * level / before)), now);
    car.tell(Signal.PLUG, PlugState.CONNECTED, now);
    car.tell(Signal.CHARGING, ChargingState.CHARGING, now);
    car.tell(Signal.STATE_OF_CHARGE, level, now);
    car.tell(Signal.CHARGE_TIME_REMAINING, left, now);
  }

  private void closedAndLocked() {
    car.tell(TRUNK, CLOSED, now);
    car.tell(Signal.LOCK, LockState.SECURED, now);
  }

  private void charged(double level, double range) {
    car.tell(Signal.CHARGING, ChargingState.FULL, now);
    car.tell(Signal.STATE_OF_CHARGE, level, now);
    car.tell(Signal.ELECTRIC_RANGE, Distance.ofKilometres(range), now);
  }
}
