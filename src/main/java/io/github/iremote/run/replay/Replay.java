package io.github.iremote.run.replay;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Notes;
import io.github.iremote.event.Outcome;
import io.github.iremote.event.Thresholds;
import io.github.iremote.event.rules.Rules;
import io.github.iremote.history.Line;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Message;
import io.github.iremote.message.delivery.Delivery;
import io.github.iremote.message.delivery.Mailbox;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Takes recorded lines as if they were heard now: by today's rules and config, at the time of then.
 * Nothing is sent or saved.
 */
public final class Replay {
  /** Cron looks this often; in between nothing is noticed that only lasts. */
  private static final Duration CRON = Duration.ofMinutes(5);

  private final Vehicle car;
  private final Thresholds thresholds;
  private final Set<EventName> mute;
  private final Delivery delivery;
  private final Box box = new Box();
  private final List<Told> told = new ArrayList<>();
  private Instant now = Instant.MIN;
  private VehicleStatus heard = VehicleStatus.UNKNOWN;
  private VehicleStatus known = VehicleStatus.UNKNOWN;
  private Notes notes = Notes.NONE;
  private Optional<Instant> next = Optional.empty();

  /**
   * @param way to the places of today's config: what a letter is told by, and when that is
   */
  public Replay(
      Vehicle car,
      Thresholds thresholds,
      Set<EventName> mute,
      BiFunction<LetterTaker, InstantSource, Delivery> way) {
    this.car = car;
    this.thresholds = thresholds;
    this.mute = mute;
    this.delivery = way.apply(this::told, () -> now);
  }

  /** Stands where places are, and takes what they would have got. */
  @FunctionalInterface
  public interface LetterTaker {
    void take(Letter letter);
  }

  /** A message that a place has got, or would have. */
  public record Told(Instant at, String place, List<EventName> events) {
    public Told {
      events = List.copyOf(events);
    }
  }

  /**
   * What would have been told.
   *
   * @param lines in the order in which they were heard; what was known before first
   * @param from the time from which on something is told
   */
  public List<Told> run(List<Line> lines, Instant from, Instant to) {
    for (int i = 0; i < lines.size(); ) {
      Instant time = lines.get(i).heard();
      pass(time, from);
      for (; i < lines.size() && lines.get(i).heard().equals(time); i++) {
        if (lines.get(i).content() instanceof Line.Measured<?> measured) {
          heard = heard(measured);
        }
      }
      look(time, from);
    }
    pass(to, from);
    return List.copyOf(told);
  }

  private <T> VehicleStatus heard(Line.Measured<T> line) {
    return heard.with(line.signal(), line.reading());
  }

  /** The looks of cron at which something that lasted became news, or quiet hours had ended. */
  private void pass(Instant until, Instant from) {
    while (!now.equals(Instant.MIN)) {
      Instant look = box.letters.isEmpty() ? next.map(Replay::nextLook).orElse(until) : later(now);
      if (!look.isBefore(until)) {
        return;
      }
      look(look, from);
    }
  }

  private static Instant later(Instant time) {
    return nextLook(time.plusSeconds(1));
  }

  private static Instant nextLook(Instant time) {
    long step = CRON.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond() + step - 1, step) * step);
  }

  private void look(Instant time, Instant from) {
    now = time;
    Outcome outcome = Rules.between(known, heard, notes, thresholds, now);
    known = outcome.status();
    notes = outcome.notes();
    next = outcome.nextAt().filter(at -> at.isAfter(time));
    List<Event> events = new ArrayList<>(outcome.events());
    events.removeIf(event -> mute.contains(event.name()));
    if (!events.isEmpty() && !time.isBefore(from)) {
      Message message = Message.of(car, events, known, now);
      box.letters = delivery.queued(box.letters, message);
    }
    delivery.deliver(box, true);
  }

  private void told(Letter letter) {
    List<EventName> names = new ArrayList<>();
    for (Message message : letter.messages()) {
      message.events().forEach(event -> names.add(event.name()));
    }
    told.add(new Told(now, letter.to(), names));
  }

  /** Letters that are never written down. */
  private static final class Box implements Mailbox {
    private List<Letter> letters = List.of();

    @Override
    public List<Letter> letters() {
      return letters;
    }

    @Override
    public void keep(Delivery.Step step) {
      letters = step.left();
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
