package io.github.iremote.pace;

import io.github.iremote.bmw.Push.Ear;
import io.github.iremote.event.Event;
import io.github.iremote.message.Message;
import io.github.iremote.mqtt.Ending;
import io.github.iremote.run.CarReport;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.watch.Journal;
import io.github.iremote.watch.Watch;
import io.github.iremote.watch.timing.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code watch} runs on the owner's machine, and hears what BMW streams: the real one, and a
 * pretend connection, which ends when the machine goes to sleep.
 */
final class Stays implements Program {
  /** From the car to who listens: 1.6 to 5 seconds were measured. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(3);

  /** What BMW's copy has this late, BMW itself has heard late. */
  private static final Duration LATE = Duration.ofSeconds(61);

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final World world;
  private final StaysOffice office;
  private final List<Spoken> spoken = new ArrayList<>();
  private final Watch watch;
  private Optional<Ear> ear = Optional.empty();
  private Duration asleep = Duration.ZERO;
  private boolean woken = true;
  private int next;

  /** What a car says, and when it is heard. */
  private record Spoken(Instant heard, Vehicle car, SimulatedCar.Sent<?> sent) {}

  /**
   * @param carried whether a key is streamed
   */
  Stays(World world, Predicate<String> carried) {
    this.world = world;
    this.office = new StaysOffice(world);
    Clocks clocks = new Clocks(world.clock(), () -> up().toNanos());
    for (Watched car : world.cars()) {
      for (SimulatedCar.Sent<?> sent : car.streamed()) {
        if (carried.test(StreamKeys.key(sent))) {
          spoken.add(new Spoken(heard(sent), car.vehicle(), sent));
        }
      }
    }
    spoken.sort(Comparator.comparing(Spoken::heard));
    watch =
        new Watch(
            office,
            (token, newEar) -> connect(newEar),
            false,
            office.memory(),
            () -> "token",
            clocks,
            () -> world.random().nextDouble(),
            () -> woken = true,
            new Silence(),
            (car, now) -> {});
  }

  private Duration up() {
    return Duration.between(Instant.EPOCH, world.clock().instant()).minus(asleep);
  }

  private static Instant heard(SimulatedCar.Sent<?> sent) {
    boolean late = sent.visible().isAfter(sent.at().plus(LATE));
    return late ? sent.visible() : sent.at().plus(ON_ITS_WAY);
  }

  private AutoCloseable connect(Ear newEar) {
    ear = Optional.of(newEar);
    newEar.connected();
    return () -> ear = ear.filter(other -> other != newEar);
  }

  @Override
  public Instant next(Instant after) {
    Duration wait = watch.next().minus(up());
    Instant time = after.plus(woken || wait.compareTo(PATIENCE) < 0 ? PATIENCE : wait);
    if (next < spoken.size() && spoken.get(next).heard().isBefore(time)) {
      time = spoken.get(next).heard().isAfter(after) ? spoken.get(next).heard() : after;
    }
    return world.machineOn().test(time) ? time : awake(time);
  }

  /** The machine sleeps; its connections do not outlive that, nor what is said meanwhile. */
  private Instant awake(Instant night) {
    Instant morning = night;
    while (!world.machineOn().test(morning)) {
      morning = morning.plusSeconds(60);
    }
    asleep = asleep.plus(Duration.between(night, morning));
    Optional<Ear> lost = ear;
    ear = Optional.empty();
    lost.ifPresent(old -> old.ended(new Ending(Ending.Kind.LOST, "the network was gone")));
    while (next < spoken.size() && spoken.get(next).heard().isBefore(morning)) {
      next++;
    }
    return morning;
  }

  @Override
  public Run wake() {
    woken = false;
    Instant now = world.clock().instant();
    for (; next < spoken.size() && !spoken.get(next).heard().isAfter(now); next++) {
      Spoken said = spoken.get(next);
      ear.ifPresent(any -> any.heard(said.car().vin(), StreamKeys.samples(said.sent()), false));
    }
    woken = false;
    watch.step();
    return new Run(0, office.failures(), office.told());
  }

  /** Nobody looks at what it prints. */
  private static final class Silence implements Journal {
    @Override
    public void line(String sentence) {}

    @Override
    public void detail(String sentence) {}

    @Override
    public void warn(String sentence) {
      throw new AssertionError(sentence);
    }

    @Override
    public void event(Vehicle car, List<Event> events, Optional<Message> message) {}

    @Override
    public void cards(List<CarReport> cars) {}
  }
}
