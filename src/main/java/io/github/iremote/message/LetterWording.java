package io.github.iremote.message;

import io.github.iremote.event.EventName;
import io.github.iremote.event.KnownPlace;
import io.github.iremote.event.Weight;
import io.github.iremote.message.Worded.Field;
import io.github.iremote.message.Worded.Line;
import io.github.iremote.message.Worded.Tone;
import io.github.iremote.vehicle.Position;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a whole letter into words: a line for each message, and the fields of the newest.
 *
 * @param location whether messages say where the car is
 * @param places what the owner calls some places
 */
public record LetterWording(Wording wording, boolean location, List<KnownPlace> places) {
  public LetterWording(Wording wording, boolean location) {
    this(wording, location, List.of());
  }

  private static final String PROGRAM = "iRemote";

  /** A car's word that is older than this, and a message that is later, are said to be. */
  private static final Duration RECENT = Duration.ofHours(1);

  /** A name longer than this is a joke, or an attack. */
  private static final int LONGEST_NAME = 60;

  public Worded of(Letter letter, Instant now) {
    List<Line> lines = new ArrayList<>();
    if (letter.leftOut() > 0) {
      lines.add(new Line("", wording.phrases().get("leftOut", letter.leftOut()), ""));
    }
    for (Message message : letter.messages()) {
      lines.add(line(message, letter.folded(), now));
    }
    Message newest = letter.newest();
    return new Worded(
        title(lines),
        lines,
        fields(newest, now),
        tone(newest),
        newest.car().isPresent() ? newest.carTime() : Optional.of(newest.at()),
        position(newest.figures()).map(LetterWording::map));
  }

  private String title(List<Line> lines) {
    Line newest = lines.get(lines.size() - 1);
    return lines.size() == 1
        ? newest.title()
        : new Line(newest.subject(), wording.phrases().get("folded", lines.size()), "").title();
  }

  private Line line(Message message, boolean folded, Instant now) {
    if (message.readyMade().isPresent()) {
      String text = message.readyMade().get().path("text").asText();
      boolean dated = text.contains("as of ") || text.contains("\n");
      Optional<String> asOf = dated ? Optional.empty() : writtenAt(message, folded, now);
      return new Line("", text, asOf.orElse(""));
    }
    List<String> rest = new ArrayList<>();
    sentence(message).ifPresent(rest::add);
    rest.addAll(wording.levels(message.figures()));
    asOf(message, folded, now).ifPresent(rest::add);
    return new Line(subject(message), headline(message), String.join(" · ", rest));
  }

  /** A message without an event tells only that messages arrive. */
  private String headline(Message message) {
    return message.events().isEmpty()
        ? wording.phrases().get("test")
        : wording.headline(message.events().get(0));
  }

  private Optional<String> sentence(Message message) {
    return message.events().isEmpty()
        ? Optional.of(wording.phrases().get("test.sentence"))
        : message.sentence();
  }

  private static String subject(Message message) {
    String name = message.car().isPresent() ? message.car().get().name() : PROGRAM;
    String line = name.replaceAll("\\s+", " ").trim();
    return line.length() <= LONGEST_NAME ? line : line.substring(0, LONGEST_NAME - 1).trim() + "…";
  }

  /** From when it is, where that is not now: the car's word first, else the message itself. */
  private Optional<String> asOf(Message message, boolean folded, Instant now) {
    Optional<Instant> stale =
        message.carTime().filter(time -> time.plus(RECENT).isBefore(message.at()));
    return stale.isPresent()
        ? stale.map(time -> wording.phrases().get("asOf", wording.time(time, now)))
        : writtenAt(message, folded, now);
  }

  private Optional<String> writtenAt(Message message, boolean folded, Instant now) {
    return folded || message.at().plus(RECENT).isBefore(now)
        ? Optional.of(wording.phrases().get("asOf", wording.time(message.at(), now)))
        : Optional.empty();
  }

  private static Tone tone(Message message) {
    boolean good = message.events().stream().anyMatch(e -> e.name() == EventName.RECOVERED);
    return message.weight() == Weight.URGENT && !good
        ? Tone.URGENT
        : message.weight() == Weight.ATTENTION ? Tone.ATTENTION : Tone.GOOD;
  }

  private List<Field> fields(Message message, Instant now) {
    List<Field> fields = new ArrayList<>();
    if (message.events().isEmpty()) {
      return fields;
    }
    VehicleStatus figures = message.figures();
    add(fields, "event", Optional.of(wording.headline(message.events().get(0))), true);
    add(fields, "advice", message.sentence(), false);
    add(fields, "changes", new Changes(wording).of(message.events(), now), false);
    Optional<String> electric =
        wording.range(figures.get(Signal.ELECTRIC_RANGE), figures.get(Signal.STATE_OF_CHARGE));
    add(fields, "electricRange", electric, true);
    Optional<String> fuel =
        wording.range(figures.get(Signal.FUEL_RANGE), figures.get(Signal.FUEL_LEVEL));
    add(fields, figures.is(Signal.RANGE_EXTENDER) ? "rexRange" : "fuelRange", fuel, true);
    if (electric.isEmpty() && fuel.isEmpty()) {
      add(fields, "range", figures.get(Signal.TOTAL_RANGE).map(wording::distance), true);
    }
    add(fields, "odometer", figures.get(Signal.ODOMETER).map(wording::odometer), true);
    add(fields, "chargeTime", figures.chargeTime().map(Wording::hoursAndMinutes), true);
    add(fields, "location", position(figures).map(here -> where(here, figures)), false);
    return fields;
  }

  private String where(Position here, VehicleStatus figures) {
    return KnownPlace.of(figures, places).map(name -> name + " · ").orElse("") + map(here);
  }

  private void add(List<Field> fields, String key, Optional<String> value, boolean brief) {
    value.ifPresent(
        text -> fields.add(new Field(wording.phrases().get("field." + key), text, brief)));
  }

  /** Where the car is, if the owner wants it told and the car has not moved since it said so. */
  private Optional<Position> position(VehicleStatus figures) {
    Optional<Instant> moved = figures.since(Signal.ODOMETER);
    return figures
        .reading(Signal.POSITION)
        .filter(position -> location && moved.filter(position.at()::isBefore).isEmpty())
        .map(Reading::value);
  }

  /** A link to a map of the place. */
  static String map(Position position) {
    return "https://www.google.com/maps?q="
        + degrees(position.latitude())
        + ","
        + degrees(position.longitude());
  }

  /** Never as {@code -5.0E-4}, which is west of Greenwich to Java alone. */
  private static String degrees(double degrees) {
    return BigDecimal.valueOf(degrees).stripTrailingZeros().toPlainString();
  }
}
