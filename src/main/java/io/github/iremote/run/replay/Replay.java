package io.github.iremote.run.replay;

import io.github.iremote.car.CarFiles;
import io.github.iremote.car.SavedCar;
import io.github.iremote.car.Take;
import io.github.iremote.car.Taken;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Reminders;
import io.github.iremote.history.History;
import io.github.iremote.history.Line;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Message;
import io.github.iremote.message.delivery.Delivery;
import io.github.iremote.message.delivery.Mailbox;
import io.github.iremote.vehicle.Answer;
import io.github.iremote.vehicle.Known;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Takes recorded lines as if they were heard now: by today's rules and config, at the time of then.
 * Nothing is sent or saved.
 */
public final class Replay {
  private final Vehicle car;
  private final Today today;
  private final Box box;
  private final List<Told> told = new ArrayList<>();
  private Instant now = Instant.MIN;
  private VehicleStatus heard = VehicleStatus.UNKNOWN;
  private Instant next = Instant.MAX;

  /**
   * @param today today's config: what letters are told by, and when that is
   */
  public Replay(Vehicle car, BiFunction<LetterTaker, InstantSource, Today> today) {
    this.car = car;
    this.box = new Box(SavedCar.neverSeen(car));
    this.today = today.apply(this::told, () -> now);
  }

  /** Stands where places are, and takes what they would have got. */
  @FunctionalInterface
  public interface LetterTaker {
    void take(Letter letter);
  }

  /**
   * What today's config makes of what is heard.
   *
   * @param take only compares here: it must not be asked to save
   */
  public record Today(Take take, Delivery delivery, Reminders reminders) {}

  /** A message that a place has got, or would have. */
  public record Told(Instant at, String place, List<EventName> events) {
    public Told {
      events = List.copyOf(events);
    }
  }

  /**
   * What would have been told.
   *
   * @param lines in the order in which they were heard: what was known before the time first, and
   *     last what came after it, which says when the car was looked at before
   * @param from the time from which on something is told
   */
  public List<Told> run(List<Line> lines, Instant from, Instant to) {
    Instant lastLook = to;
    for (Look look : Look.of(lines)) {
      if (!look.at().isBefore(to)) {
        lastLook = look.before();
        break;
      }
      pass(look.at(), look.before(), from);
      look.found().forEach(line -> heard = heard(line));
      look(look.at(), from);
    }
    pass(to, lastLook, from);
    return List.copyOf(told);
  }

  private <T> VehicleStatus heard(Line.Measured<T> line) {
    return heard.with(line.signal(), line.reading());
  }

  /**
   * The runs of cron in which something that lasted became news, the hour of a reminder had come,
   * or quiet hours had ended.
   *
   * @param lastLook after this the car was not asked until then
   */
  private void pass(Instant until, Instant lastLook, Instant from) {
    while (!now.equals(Instant.MIN)) {
      Instant look = next.isAfter(lastLook) ? Instant.MAX : next;
      Instant hour = today.reminders().next(now).map(Replay::run).orElse(Instant.MAX);
      look = hour.isBefore(look) ? hour : look;
      Instant run = box.letters().isEmpty() ? Instant.MAX : run(now.plusSeconds(1));
      if (!look.isBefore(until) && !run.isBefore(until)) {
        return;
      }
      if (run.isBefore(look)) {
        now = run;
        today.delivery().deliver(box, true);
      } else {
        look(look, from);
      }
    }
  }

  /** When cron runs at that time or after it. */
  private static Instant run(Instant time) {
    long step = History.CRON.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond() + step - 1, step) * step);
  }

  private void look(Instant time, Instant from) {
    now = time;
    Answer answer = known -> new Known(heard, Samples.NONE);
    Taken taken = today.take().compare(car, new CarFiles.Loaded(box.car, false, true), answer);
    next = taken.nextAt().filter(at -> at.isAfter(time)).map(Replay::run).orElse(Instant.MAX);
    box.car = time.isBefore(from) ? taken.car().withPending(List.of()) : taken.car();
    today.delivery().deliver(box, true);
  }

  private void told(Letter letter) {
    List<EventName> names = new ArrayList<>();
    for (Message message : letter.messages()) {
      message.events().forEach(event -> names.add(event.name()));
    }
    told.add(new Told(now, letter.to(), names));
  }

  /** The car's file, which is never written. */
  private static final class Box implements Mailbox {
    private SavedCar car;

    Box(SavedCar car) {
      this.car = car;
    }

    @Override
    public List<Letter> letters() {
      return car.pending();
    }

    @Override
    public void keep(Delivery.Step step) {
      car = car.withPending(step.left());
    }

    @Override
    public void save() {
      // nothing is saved
    }

    @Override
    public String refusedFile() {
      return "nothing";
    }
  }
}
