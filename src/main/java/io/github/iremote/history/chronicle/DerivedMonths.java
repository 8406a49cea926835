package io.github.iremote.history.chronicle;

import io.github.iremote.history.HistoryFolder;
import io.github.iremote.history.LineReader;
import io.github.iremote.history.MonthFile;
import io.github.iremote.history.Wanted;
import io.github.iremote.history.derived.Derivation;
import io.github.iremote.history.derived.Derived;
import io.github.iremote.history.derived.Evidence;
import io.github.iremote.history.derived.Tariff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What the months of a car come to: from small files, and anew from the lines where those fail. */
final class DerivedMonths {
  private final HistoryFolder folder;
  private final String vin;
  private final Chronicle.Terms terms;
  private final Instant now;
  private final Function<Derived, Map<YearMonth, Totals>> priced;
  private final Map<String, String> stamps = new HashMap<>();

  /**
   * @param priced the totals of each month by the owner's calendar and tariff
   */
  DerivedMonths(
      HistoryFolder folder,
      String vin,
      Chronicle.Terms terms,
      Instant now,
      Function<Derived, Map<YearMonth, Totals>> priced) {
    this.folder = folder;
    this.vin = vin;
    this.terms = terms;
    this.now = now;
    this.priced = priced;
  }

  /** Of each month of lines the totals. */
  List<Map<YearMonth, Totals>> totals(List<YearMonth> months) {
    TotalsFile file = new TotalsFile(folder.path, vin, prices());
    List<Map<YearMonth, Totals>> totals = new ArrayList<>();
    for (YearMonth month : months) {
      String source = source(month);
      Optional<Map<YearMonth, Totals>> known = file.of(month, source);
      totals.add(known.orElseGet(() -> totals(month, source)));
      if (known.isEmpty()) {
        file.put(month, source, totals.get(totals.size() - 1));
      }
    }
    file.save();
    return totals;
  }

  private Map<YearMonth, Totals> totals(YearMonth month, String source) {
    return file(month).totals(source, prices()).orElseGet(() -> priced.apply(kept(month)));
  }

  /** At least what ended in a time, of that month; nothing where the month has gone on since. */
  Optional<Derived> current(YearMonth month, Derivation.Span span) {
    return file(month).read(source(month), span);
  }

  /** The same, derived anew where that must be. */
  Derived of(YearMonth month, Derivation.Span span) {
    return current(month, span).orElseGet(() -> kept(month));
  }

  /** Derives a month, or only its totals where no more is out of date, and keeps that. */
  private Derived kept(YearMonth month) {
    DerivedFile file = file(month);
    Instant start = HistoryFolder.start(month);
    Instant end = HistoryFolder.start(month.plusMonths(1));
    String source = source(month);
    Derived derived = file.read(source).orElseGet(() -> find(start, end, Wanted.ALL));
    file.write(new DerivedFile.Header(source, prices(), priced.apply(derived)), derived);
    return derived;
  }

  /** Drives and charges that ended in a time of some days, from its lines. */
  Derived near(Instant from, Instant to) {
    Derived found = find(from, to, Evidence.OF_DAYS);
    return new Derived(found.drives(), found.charges(), List.of(), found.capacity());
  }

  private Derived find(Instant from, Instant to, Wanted wanted) {
    Evidence evidence = new Evidence();
    folder.read(vin, from.minus(Derivation.MARGIN), to.plus(Derivation.MARGIN), wanted, evidence);
    LineReader reader = new LineReader(Instant.EPOCH, Instant.MAX, evidence, folder.log);
    YearMonth last = HistoryFolder.month(to.minusMillis(1)).plusMonths(1);
    YearMonth month = HistoryFolder.month(from).minusMonths(1);
    for (; !month.isAfter(last); month = month.plusMonths(1)) {
      reader.read(folder.sessions(vin, month));
    }
    Derivation.Span span = new Derivation.Span(from, to);
    return Derivation.of(evidence, span, terms.capacity(), now);
  }

  /** Asked once: three months depend on each file. */
  private String stamp(String name, MonthFile file) throws IOException {
    String known = stamps.get(name);
    if (known == null) {
      known = file.stamp().orElse("-");
      stamps.put(name, known);
    }
    return known;
  }

  private DerivedFile file(YearMonth month) {
    return new DerivedFile(folder.path, vin, month);
  }

  /** What totals depend on beside what there is to add up. */
  private String prices() {
    return terms.zone() + " " + terms.tariff().map(Tariff::words).orElse("");
  }

  /** All that a month's drives and charges depend on; when it changes, they are derived anew. */
  private String source(YearMonth month) {
    Instant end = HistoryFolder.start(month.plusMonths(1)).plus(Derivation.MARGIN);
    try {
      StringBuilder source = new StringBuilder();
      for (int i = -1; i <= 1; i++) {
        YearMonth near = month.plusMonths(i);
        boolean late = i == 1 && now.isAfter(end);
        source.append(late ? "all" : stamp("" + near, folder.lines(vin, near))).append(' ');
        source.append(stamp(near + ".charges", folder.sessions(vin, near))).append(' ');
      }
      return source.append(terms.capacity()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
