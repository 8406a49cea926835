package io.github.iremote.pace;

import io.github.iremote.bmw.cardata.Stream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is compared: our plan, the plain ones that others use, one that knows the future, and a
 * program that stays and hears the stream.
 */
enum Strategy {
  PLAIN("every 30 minutes"),
  BY_DAY("every 20 minutes by day"),
  OURS("ours"),
  ORACLE("knows the future"),
  WATCH_ALL("watch, all keys streamed"),
  WATCH("watch, keys that cars stream");

  static final Duration CRON = Duration.ofMinutes(5);
  private static final int LEFT_TO_PERSONS = 2;
  private static final LocalTime MORNING = LocalTime.of(6, 30);
  private static final LocalTime EVENING = LocalTime.of(22, 20);

  /** The first run of cron after a moment. */
  static Instant cronAfter(Instant time) {
    long step = CRON.toSeconds();
    return Instant.ofEpochSecond((time.getEpochSecond() / step + 1) * step);
  }

  final String title;

  Strategy(String title) {
    this.title = title;
  }

  /** The program that the owner runs. */
  Program program(World world) {
    return switch (this) {
      case WATCH_ALL -> new Stays(world, key -> true);
      case WATCH -> new Stays(world, Stream::carries);
      default -> new Cron(this, world);
    };
  }

  /** Whether cron starts it. */
  boolean byCron() {
    return this != WATCH_ALL && this != WATCH;
  }

  /** Whether the program plans for itself. */
  boolean plans() {
    return this == OURS;
  }

  /** The runs that cron starts now, each for one car or for all. */
  List<Optional<String>> runs(Instant tick, List<Watched> cars, int callsOfADay) {
    return switch (this) {
      case PLAIN -> every(30, tick, cars);
      case BY_DAY -> byDay(tick) ? every(20, tick, cars) : List.of();
      case OURS -> List.of(Optional.empty());
      case ORACLE -> foreseen(tick, cars, callsOfADay);
      case WATCH_ALL, WATCH -> List.of();
    };
  }

  private static List<Optional<String>> every(int minutes, Instant tick, List<Watched> cars) {
    long number = tick.getEpochSecond() / CRON.toSeconds();
    return number % (minutes / CRON.toMinutes() * cars.size()) == 0
        ? List.of(Optional.empty())
        : List.of();
  }

  private static boolean byDay(Instant tick) {
    LocalTime time = tick.atZone(Simulation.ZONE).toLocalTime();
    return time.isAfter(MORNING) && time.isBefore(EVENING);
  }

  private static List<Optional<String>> foreseen(
      Instant tick, List<Watched> cars, int callsOfADay) {
    List<Optional<String>> runs = new ArrayList<>();
    for (Watched car : cars) {
      boolean left = callsOfADay + runs.size() < Simulation.DAILY_CALLS - LEFT_TO_PERSONS;
      if (left && car.newsAt(tick)) {
        runs.add(Optional.of(car.vehicle().vin()));
      }
    }
    return runs;
  }
}
