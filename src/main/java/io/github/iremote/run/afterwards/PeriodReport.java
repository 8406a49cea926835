package io.github.iremote.run.afterwards;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.iremote.config.HistoryConfig.Period;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.event.Item.Measure;
import io.github.iremote.history.chronicle.Chronicle;
import io.github.iremote.history.chronicle.Totals;
import io.github.iremote.json.ByName;
import io.github.iremote.json.Sections;
import io.github.iremote.vehicle.Vehicle;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The figures of a week or month, told once after its end, beside those of the one before. */
public final class PeriodReport {
  private final ByName<LocalDate> told;
  private final Period period;
  private final ZoneId zone;
  private final Optional<String> currency;
  private final BiFunction<Vehicle, Instant, Chronicle> histories;

  /**
   * @param currency that of the tariff
   * @param histories what is known of a car at a time
   */
  public PeriodReport(
      Sections runFile,
      Period period,
      ZoneId zone,
      Optional<String> currency,
      BiFunction<Vehicle, Instant, Chronicle> histories) {
    this.told =
        new ByName<>(
            runFile,
            "reports",
            json -> LocalDate.parse(json.asText()),
            end -> TextNode.valueOf(end.toString()));
    this.period = period;
    this.zone = zone;
    this.currency = currency;
    this.histories = histories;
  }

  /** What there is to tell of a car now, if a period has ended that was not told of. */
  public Optional<Event> due(Vehicle car, Instant now) {
    LocalDate end = begin(LocalDate.ofInstant(now, zone));
    if (told.of(car.vin()).filter(last -> !last.isBefore(end)).isPresent()) {
      return Optional.empty();
    }
    Chronicle history = histories.apply(car, now);
    LocalDate start = before(end);
    boolean known = !history.isEmpty() && history.begin().isBefore(time(end));
    return known ? event(history, start, end) : Optional.empty();
  }

  /** Remembers that the last period has been told of, or that there was nothing to tell. */
  public void done(Vehicle car, Instant now) {
    told.put(car.vin(), Optional.of(begin(LocalDate.ofInstant(now, zone))));
  }

  private LocalDate begin(LocalDate day) {
    return period == Period.MONTHLY
        ? day.withDayOfMonth(1)
        : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private LocalDate before(LocalDate begin) {
    return period == Period.MONTHLY ? begin.minusMonths(1) : begin.minusWeeks(1);
  }

  private Instant time(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private Optional<Event> event(Chronicle history, LocalDate start, LocalDate end) {
    Totals now = history.totals(history.between(time(start), time(end)));
    Totals then = history.totals(history.between(time(before(start)), time(start)));
    List<Item> figures = new ArrayList<>();
    figure(figures, Measure.DISTANCE, some(now.kilometres()), some(then.kilometres()));
    figure(figures, Measure.CONSUMPTION, now.consumption(), then.consumption());
    energy(now, then).ifPresent(figures::add);
    cost(now, then).ifPresent(figures::add);
    figure(figures, Measure.LONGEST_DRIVE, some(now.longest()), Optional.empty());
    figure(figures, Measure.CHARGES, some(now.charges()), some(then.charges()));
    figure(figures, Measure.LOST_STANDING, some(now.lost()), some(then.lost()));
    if (figures.isEmpty()) {
      return Optional.empty();
    }
    figures.add(0, new Item.Period(start, end));
    return Optional.of(Event.of(EventName.REPORT, figures));
  }

  private static Optional<Item> energy(Totals now, Totals then) {
    Optional<Double> before =
        then.energy()
            .filter(energy -> then.measured() == then.charges())
            .map(energy -> energy.kilowattHours());
    return now.energy()
        .map(
            energy ->
                new Item.Figure(
                    Measure.ENERGY,
                    energy.kilowattHours(),
                    before,
                    Optional.empty(),
                    Optional.of(energy.found().name()),
                    some(now.measured(), now)));
  }

  private Optional<Item> cost(Totals now, Totals then) {
    Optional<Double> before = then.cost().filter(cost -> then.priced() == then.charges());
    return now.cost()
        .map(
            cost ->
                new Item.Figure(
                    Measure.COST,
                    cost,
                    before,
                    currency,
                    Optional.empty(),
                    some(now.priced(), now)));
  }

  private static void figure(
      List<Item> figures, Measure measure, Optional<Double> value, Optional<Double> before) {
    value.ifPresent(
        number ->
            figures.add(
                new Item.Figure(
                    measure,
                    number,
                    before,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));
  }

  private static Optional<Integer> some(int charges, Totals totals) {
    return charges < totals.charges() ? Optional.of(charges) : Optional.empty();
  }

  private static Optional<Double> some(double value) {
    return value > 0 ? Optional.of(value) : Optional.empty();
  }
}
