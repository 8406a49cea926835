package io.github.iremote.cli.watch;

import io.github.iremote.event.EventName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Days of a car that streams 33,000 messages in each: what it says when, and what that is. */
final class StreamedLife {
  private static final String ENGINE = "drivetrain.electricEngine.";
  static final String DOOR = "cabin.door.row1.driver.isOpen";
  static final String TRUNK = "body.trunk.isOpen";
  static final String MOVING = "isMoving";
  static final String PLUG = "body.chargingPort.status";
  static final String CHARGING = ENGINE + "charging.status";
  static final String LEVEL = "drivetrain.batteryManagement.header";
  static final String ODOMETER = "vehicle.travelledDistance";
  static final String RANGE = ENGINE + "kombiRemainingElectricRange";
  static final List<String> PRESSURES =
      List.of(
          "chassis.axle.row1.wheel.left.tire.pressure",
          "chassis.axle.row1.wheel.right.tire.pressure",
          "chassis.axle.row2.wheel.left.tire.pressure",
          "chassis.axle.row2.wheel.right.tire.pressure");

  private static final List<String> OTHERS =
      List.of(
          "cabin.infotainment.hmi.distanceUnit",
          "cabin.climate.timers.overwriteTimer.hour",
          "powertrain.tractionBattery.charging.acVoltage",
          "electricalSystem.battery.voltage");

  private final Random random;
  private final List<Burst> bursts = new ArrayList<>();
  private double level = 70;
  private double kilometres = 20_000;

  /**
   * What the car says at one moment.
   *
   * @param event what that is worth telling
   */
  record Burst(Instant at, Map<String, String> values, Optional<EventName> event) {}

  StreamedLife(Random random) {
    this.random = random;
  }

  /** What is said from midnight to midnight, in its order. */
  List<Burst> day(Instant midnight) {
    bursts.clear();
    trip(midnight.plus(Duration.ofHours(7)).plusSeconds(random.nextInt(3600)));
    trip(midnight.plus(Duration.ofHours(17)).plusSeconds(random.nextInt(3600)));
    charge(midnight.plus(Duration.ofHours(19)).plusSeconds(random.nextInt(1800)));
    for (int second = 0; second < 86_400; second += 30 + random.nextInt(20)) {
      chatter(midnight.plusSeconds(second));
    }
    List<Burst> all = new ArrayList<>(bursts);
    all.sort((one, other) -> one.at().compareTo(other.at()));
    return all;
  }

  private void trip(Instant start) {
    door(start);
    say(start.plusSeconds(120), EventName.DRIVING, Map.of(MOVING, "true"));
    int seconds = 1500 + random.nextInt(600);
    for (int second = 122; second < seconds; second += 2) {
      kilometres += 0.03;
      level -= 0.01;
      Map<String, String> figures = new LinkedHashMap<>();
      figures.put(ODOMETER, "" + (long) kilometres);
      figures.put(LEVEL, "" + Math.round(level));
      figures.put(RANGE, "" + Math.round(level * 4));
      PRESSURES.forEach(wheel -> figures.put(wheel, "" + (250 + random.nextInt(4))));
      say(start.plusSeconds(second), null, figures);
    }
    Instant end = start.plusSeconds(seconds);
    say(end, EventName.PARKED, Map.of(MOVING, "false"));
    door(end.plusSeconds(60));
    if (random.nextBoolean()) {
      say(end.plusSeconds(200), EventName.OPENED, Map.of(TRUNK, "true"));
      say(end.plusSeconds(260), EventName.CLOSED, Map.of(TRUNK, "false"));
    }
  }

  private void door(Instant time) {
    say(time, EventName.OPENED, Map.of(DOOR, "true"));
    say(time.plusSeconds(20 + random.nextInt(20)), EventName.CLOSED, Map.of(DOOR, "false"));
  }

  private void charge(Instant start) {
    say(start, EventName.PLUGGED_IN, Map.of(PLUG, "CONNECTED"));
    say(start.plusSeconds(60), EventName.CHARGING_STARTED, Map.of(CHARGING, "CHARGINGACTIVE"));
    int seconds = 7200 + random.nextInt(3600);
    double step = (80 - level) / (seconds / 10);
    for (int second = 70; second < seconds; second += 10) {
      level += step; // whole percents: the end is told as soon as the car says its target
      say(
          start.plusSeconds(second),
          null,
          Map.of(LEVEL, "" + (long) level, RANGE, "" + Math.round(level * 4)));
    }
    level = 80;
    say(
        start.plusSeconds(seconds + 10),
        EventName.CHARGING_FINISHED,
        Map.of(LEVEL, "80", CHARGING, "CHARGINGENDED"));
    say(start.plusSeconds(seconds + 600), EventName.UNPLUGGED, Map.of(PLUG, "DISCONNECTED"));
  }

  /** Of much that it says, nobody here wants to know. */
  private void chatter(Instant time) {
    Map<String, String> values = new LinkedHashMap<>();
    OTHERS.forEach(key -> values.put(key, "" + random.nextInt(100)));
    PRESSURES.forEach(wheel -> values.put(wheel, "" + (250 + random.nextInt(2))));
    say(time, null, values);
  }

  static boolean isOfUse(String message) {
    return OTHERS.stream().noneMatch(message::contains);
  }

  private void say(Instant time, EventName event, Map<String, String> values) {
    bursts.add(new Burst(time, values, Optional.ofNullable(event)));
  }

  /** Messages of a burst as they arrive: out of order, some twice, some old ones again. */
  List<String> messages(Burst burst, Map<String, String> before, Instant longAgo) {
    List<String> messages = new ArrayList<>();
    burst
        .values()
        .forEach(
            (key, value) -> {
              String message = WatchedCar.message(key + " = " + value + " @ " + burst.at());
              messages.add(message);
              if (random.nextInt(10) == 0) {
                messages.add(message);
              }
              if (random.nextInt(20) == 0 && before.containsKey(key)) {
                messages.add(WatchedCar.message(key + " = " + before.get(key) + " @ " + longAgo));
              }
            });
    Collections.shuffle(messages, random);
    return messages;
  }
}
