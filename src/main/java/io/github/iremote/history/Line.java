package io.github.iremote.history;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.vehicle.ChargingSession;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Sample;
import io.github.iremote.vehicle.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of a history.
 *
 * @param id the same for the same thing: a line that was written twice is read once
 * @param heard when we heard of it, by our clock
 */
public record Line(String id, Instant heard, Content content) {

  /** What a line tells. */
  public sealed interface Content {
    /** When it happened, as far as that is known beside when we heard of it. */
    default Optional<Instant> at() {
      return Optional.empty();
    }
  }

  /** A reading that changed. */
  public record Measured<T>(Signal<T> signal, Reading<T> reading) implements Content {
    @Override
    public Optional<Instant> at() {
      return Optional.of(reading.at());
    }
  }

  /** A further key that the owner has asked for, as its source put it. */
  public record Raw(String key, Sample sample) implements Content {
    @Override
    public Optional<Instant> at() {
      return sample.at();
    }
  }

  /** A change worth telling. */
  public record Happened(Event event) implements Content {}

  /** A message that a place has taken. */
  public record Told(String place, List<EventName> events) implements Content {
    public Told {
      events = List.copyOf(events);
    }
  }

  /** When the car had been asked before: from then until this was heard nobody has looked at it. */
  public record Looked(Instant before) implements Content {}

  /** A charge as BMW's own charging history has it. */
  public record Billed(ChargingSession session) implements Content {
    @Override
    public Optional<Instant> at() {
      return Optional.of(session.end());
    }
  }

  /** The same without what tells where the car was; nothing where it tells of nothing else. */
  public Optional<Line> placeless() {
    if (content instanceof Measured<?> measured && measured.signal() == Signal.POSITION) {
      return Optional.empty();
    }
    if (content instanceof Happened happened) {
      List<Item> items = new ArrayList<>(happened.event().items());
      items.removeIf(Item.At.class::isInstance);
      return Optional.of(new Line(id, heard, new Happened(happened.event().about(items))));
    }
    return content instanceof Billed billed
        ? Optional.of(new Line(id, heard, new Billed(billed.session().placeless())))
        : Optional.of(this);
  }

  /** When it was so: by the car's clock where that has spoken. */
  public Instant at() {
    return content.at().orElse(heard);
  }
}
