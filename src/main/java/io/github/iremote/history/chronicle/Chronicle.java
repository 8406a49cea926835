package io.github.iremote.history.chronicle;

import io.github.iremote.history.HistoryFolder;
import io.github.iremote.history.Line;
import io.github.iremote.history.LineReader;
import io.github.iremote.history.derived.Charge;
import io.github.iremote.history.derived.Derivation;
import io.github.iremote.history.derived.Derived;
import io.github.iremote.history.derived.Drive;
import io.github.iremote.history.derived.Standing;
import io.github.iremote.history.derived.Tariff;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /**
   * By what terms figures are made.
   *
   * @param zone in which days and months begin
   * @param capacity what the battery holds by the owner's word, in kWh
   */
  public record Terms(ZoneId zone, Optional<Tariff> tariff, Optional<Double> capacity) {}

  public Chronicle(HistoryFolder folder, String vin, Terms terms, Instant now) {
    this.folder = folder;
    this.vin = vin;
    this.terms = terms;
    this.now = now;
    this.months = folder.months(vin);
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
    List<Line> lines = new ArrayList<>();
    folder.read(vin, from, to.plus(Derivation.MARGIN), lines::add);
    return lines;
  }

  /** The totals of each month of the owner's calendar. */
  public Map<YearMonth, Totals> months() {
    Map<YearMonth, Totals> all = new TreeMap<>();
    for (YearMonth month : months) {
      DerivedFile file = new DerivedFile(folder.path, vin, month);
      Map<YearMonth, Totals> part =
          file.totals(source(month)).orElseGet(() -> by(derive(month, file), YearMonth::from));
      part.forEach((name, totals) -> all.computeIfAbsent(name, m -> new Totals()).plus(totals));
    }
    return all;
  }

  /** Drives, charges and times of standing that ended in a time. */
  public Derived between(Instant from, Instant to) {
    List<Drive> drives = new ArrayList<>();
    List<Charge> charges = new ArrayList<>();
    List<Standing> standings = new ArrayList<>();
    Optional<Double> capacity = terms.capacity();
    for (YearMonth month : months) {
      if (month.isBefore(HistoryFolder.month(from)) || month.isAfter(HistoryFolder.month(to))) {
        continue;
      }
      DerivedFile file = new DerivedFile(folder.path, vin, month);
      Derived part = file.read(source(month)).orElseGet(() -> derive(month, file));
      part.drives().stream().filter(d -> within(d.end(), from, to)).forEach(drives::add);
      part.charges().stream().filter(c -> within(c.end(), from, to)).forEach(charges::add);
      part.standings().stream().filter(s -> within(s.end(), from, to)).forEach(standings::add);
      capacity = part.capacity().or(() -> terms.capacity());
    }
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

  private Derived derive(YearMonth month, DerivedFile file) {
    String source = source(month);
    Instant from = HistoryFolder.start(month);
    Instant to = HistoryFolder.start(month.plusMonths(1));
    List<Line> lines = new ArrayList<>();
    folder.read(vin, from.minus(Derivation.MARGIN), to.plus(Derivation.MARGIN), lines::add);
    LineReader sessions = new LineReader(Instant.EPOCH, Instant.MAX, lines::add, folder.log);
    for (int i = -1; i <= 1; i++) {
      sessions.read(folder.sessions(vin, month.plusMonths(i)));
    }
    Derived derived = Derivation.of(lines, from, to, terms.capacity(), now);
    file.write(source, derived, by(derived, YearMonth::from));
    return derived;
  }

  /** All that a month's figures depend on; when it changes, they are derived anew. */
  private String source(YearMonth month) {
    Instant end = HistoryFolder.start(month.plusMonths(1)).plus(Derivation.MARGIN);
    try {
      StringBuilder source = new StringBuilder();
      for (int i = -1; i <= 1; i++) {
        YearMonth near = month.plusMonths(i);
        boolean late = i == 1 && now.isAfter(end);
        source.append(late ? "all" : folder.lines(vin, near).stamp().orElse("-")).append(' ');
        source.append(folder.sessions(vin, near).stamp().orElse("-")).append(' ');
      }
      return source.append(terms).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
