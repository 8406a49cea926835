package io.github.iremote.history.chronicle;

import io.github.iremote.history.HistoryFolder;
import io.github.iremote.history.Line;
import io.github.iremote.history.Wanted;
import io.github.iremote.history.derived.Charge;
import io.github.iremote.history.derived.Derivation;
import io.github.iremote.history.derived.Derived;
import io.github.iremote.history.derived.Drive;
import io.github.iremote.history.derived.Standing;
import io.github.iremote.history.derived.Tariff;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The history of one car, to be asked. */
public final class Chronicle {
  private final HistoryFolder folder;
  private final String vin;
  private final Terms terms;
  private final Instant now;
  private final List<YearMonth> months;
  private final DerivedMonths derived;

  /**
   * By what terms figures are made.
   *
   * @param zone in which days and months begin
   * @param capacity what the battery holds by the owner's word, in kWh
   * @param location whether it may be told where the car was
   */
  public record Terms(
      ZoneId zone, Optional<Tariff> tariff, Optional<Double> capacity, boolean location) {

    /** Those of one who tells of no places. */
    public Terms(ZoneId zone, Optional<Tariff> tariff, Optional<Double> capacity) {
      this(zone, tariff, capacity, false);
    }
  }

  public Chronicle(HistoryFolder folder, String vin, Terms terms, Instant now) {
    this.folder = folder;
    this.vin = vin;
    this.terms = terms;
    this.now = now;
    this.months = folder.months(vin);
    this.derived = new DerivedMonths(folder, vin, terms, now, this::byMonth);
  }

  public boolean isEmpty() {
    return months.isEmpty();
  }

  /** The first moment of which anything may be known. */
  public Instant begin() {
    return months.isEmpty() ? now : HistoryFolder.start(months.get(0));
  }

  /** What the car said and did in a time, and what was known before, as it was written. */
  public List<Line> lines(Instant from, Instant to) {
    return lines(from, to, Wanted.ALL);
  }

  /** The same, but of readings only what is wanted. */
  public List<Line> lines(Instant from, Instant to, Wanted wanted) {
    List<Line> lines = new ArrayList<>();
    Instant end = to.plus(Derivation.MARGIN);
    folder.read(vin, from, end, wanted, line -> told(line).ifPresent(lines::add));
    return lines;
  }

  /** Places that were kept while that was allowed are not told when it no longer is. */
  private Optional<Line> told(Line line) {
    return terms.location() ? Optional.of(line) : line.placeless();
  }

  /** The totals of each month of the owner's calendar, of those that a time touches. */
  public Map<YearMonth, Totals> totalsOfMonths(Instant from, Instant to) {
    Map<YearMonth, Totals> all = new TreeMap<>();
    Duration day = Duration.ofDays(1); // no zone is further from UTC
    for (var part : derived.totals(months(max(from, begin()).minus(day), to.plus(day)))) {
      part.forEach((name, totals) -> all.computeIfAbsent(name, m -> new Totals()).plus(totals));
    }
    YearMonth first = YearMonth.from(max(from, begin()).atZone(terms.zone()));
    YearMonth last = YearMonth.from(to.minusMillis(1).atZone(terms.zone()));
    all.keySet().removeIf(month -> month.isBefore(first) || month.isAfter(last));
    return all;
  }

  /** Drives, charges and times of standing that ended in a time. */
  public Derived between(Instant from, Instant to) {
    Derivation.Span span = new Derivation.Span(from, to);
    List<Derived> parts = new ArrayList<>();
    months(from, to).forEach(month -> parts.add(derived.of(month, span)));
    return within(parts, from, to);
  }

  /**
   * Drives and charges that ended in a time of some days: a month that has gone on since it was
   * last looked at is not derived anew for them. What was lost standing is not told.
   */
  public Derived nearby(Instant from, Instant to) {
    Derivation.Span span = new Derivation.Span(from, to);
    List<Derived> parts = new ArrayList<>();
    for (YearMonth month : months(from, to)) {
      Optional<Derived> current = derived.current(month, span);
      if (current.isEmpty()) {
        return within(derived.near(from, to), from, to);
      }
      parts.add(current.get());
    }
    return within(parts, from, to);
  }

  private static Instant max(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private List<YearMonth> months(Instant from, Instant to) {
    YearMonth first = HistoryFolder.month(from);
    YearMonth last = HistoryFolder.month(to);
    List<YearMonth> within = new ArrayList<>(months);
    within.removeIf(month -> month.isBefore(first) || month.isAfter(last));
    return within;
  }

  /** The part of something derived that ended in a time. */
  public Derived within(Derived derived, Instant from, Instant to) {
    return within(List.of(derived), from, to);
  }

  private Derived within(List<Derived> parts, Instant from, Instant to) {
    List<Drive> drives = new ArrayList<>();
    List<Charge> charges = new ArrayList<>();
    List<Standing> standings = new ArrayList<>();
    Optional<Double> capacity = terms.capacity();
    for (Derived part : parts) {
      drives.addAll(part.drives());
      charges.addAll(part.charges());
      standings.addAll(part.standings());
      capacity = part.capacity().or(terms::capacity);
    }
    drives.removeIf(drive -> !within(drive.end(), from, to));
    charges.removeIf(charge -> !within(charge.end(), from, to));
    charges.replaceAll(charge -> terms.location() ? charge : charge.placeless());
    standings.removeIf(standing -> !within(standing.end(), from, to));
    return new Derived(drives, charges, standings, capacity);
  }

  private static boolean within(Instant end, Instant from, Instant to) {
    return end.isAfter(from) && !end.isAfter(to);
  }

  /** What a charge cost by the owner's tariff. */
  public Optional<Double> cost(Charge charge) {
    return terms.tariff().flatMap(tariff -> tariff.cost(charge, terms.zone()));
  }

  /** The same, added up. */
  public Totals totals(Derived derived) {
    Totals totals = new Totals();
    by(derived, day -> "").values().forEach(totals::plus);
    return totals;
  }

  /** The totals of each day of the owner's calendar. */
  public Map<LocalDate, Totals> days(Derived derived) {
    return by(derived, day -> day);
  }

  private Map<YearMonth, Totals> byMonth(Derived derived) {
    return by(derived, YearMonth::from);
  }

  private <T> Map<T, Totals> by(Derived derived, Function<LocalDate, T> group) {
    Map<T, Totals> groups = new TreeMap<>();
    Function<Instant, Totals> at =
        time -> groups.computeIfAbsent(group.apply(day(time)), name -> new Totals());
    derived.drives().forEach(drive -> at.apply(drive.end()).add(drive, derived.capacity()));
    derived.charges().forEach(charge -> at.apply(charge.end()).add(charge, cost(charge)));
    derived.standings().forEach(standing -> at.apply(standing.end()).add(standing));
    return groups;
  }

  /** What ends at midnight was yesterday's. */
  private LocalDate day(Instant time) {
    return LocalDate.ofInstant(time.minusMillis(1), terms.zone());
  }
}
