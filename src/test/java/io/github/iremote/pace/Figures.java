package io.github.iremote.pace;

import io.github.iremote.bmw.cardata.Ledger;
import io.github.iremote.event.EventName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of a simulation: how late lasting things were told, how many never, and the cost. */
final class Figures {
  static final String HEADER =
      String.format(
          "%-42s %6s %6s %6s %6s %7s %7s %7s %6s %6s %6s %5s %5s %5s",
          "", "median", "p90", "never", "unseen", "calls", "unused", "nothing", "Java", "wrong",
          "failed", "over", "first", "gap");

  private final Map<EventName, List<Double>> minutes = new EnumMap<>(EventName.class);
  private final Map<EventName, Integer> happened = new EnumMap<>(EventName.class);
  private final Map<EventName, Integer> wrong = new EnumMap<>(EventName.class);
  private int accountDays;
  private int calls;
  private int daysOver;
  private int starts;
  private int failed;
  private int nothing;
  private int ownMessages;
  private int unseeable;
  private final Gaps gaps = new Gaps();

  /**
   * @param seeable whether a look at every run of cron would have shown it
   */
  void happened(Happening happening, boolean seeable) {
    if (happening.lasting() && seeable) {
      happened.merge(happening.name(), 1, Integer::sum);
    }
    unseeable += happening.lasting() && !seeable ? 1 : 0;
  }

  void told(Happening happening, boolean seeable, Instant now) {
    if (happening.lasting() && seeable) {
      double late = Duration.between(happening.at(), now).toSeconds() / 60.0;
      minutes.computeIfAbsent(happening.name(), name -> new ArrayList<>()).add(late);
    }
  }

  void wrong(EventName name) {
    wrong.merge(name, 1, Integer::sum);
  }

  void ownMessage() {
    ownMessages++;
  }

  void ran(int started, int failures, int made, int news) {
    starts += started;
    failed += failures;
    nothing += Math.max(0, made - news);
  }

  void looked(Instant before, Instant now) {
    gaps.looked(before, now);
  }

  /** The bill of one account. */
  void account(int days, List<Instant> made, int dailyCalls) {
    accountDays += days;
    calls += made.size();
    daysOver += Ledger.daysOver(made, dailyCalls);
  }

  synchronized void add(Figures other) {
    other.minutes.forEach(
        (name, late) -> minutes.computeIfAbsent(name, key -> new ArrayList<>()).addAll(late));
    other.happened.forEach((name, count) -> happened.merge(name, count, Integer::sum));
    other.wrong.forEach((name, count) -> wrong.merge(name, count, Integer::sum));
    accountDays += other.accountDays;
    calls += other.calls;
    daysOver += other.daysOver;
    starts += other.starts;
    failed += other.failed;
    nothing += other.nothing;
    ownMessages += other.ownMessages;
    unseeable += other.unseeable;
    gaps.add(other.gaps);
  }

  String row(String title) {
    return String.format(
        Locale.ROOT,
        "%-42s %6.1f %6.1f %5.1f%% %5.1f%% %7.1f %7.1f %6.0f%% %6.1f %6.2f %6d %5d %5d %5d",
        title,
        median(),
        percentile(all(), 0.9),
        never(),
        unseen(),
        callsPerDay(),
        Simulation.DAILY_CALLS - callsPerDay(),
        100.0 * nothing / Math.max(1, calls),
        (double) starts / accountDays,
        (double) wrong.values().stream().mapToInt(Integer::intValue).sum() / accountDays,
        failed + ownMessages,
        daysOver,
        gaps.minutesOnFirstDay(),
        gaps.minutesOnAnyDay());
  }

  String row(EventName name) {
    List<Double> late = minutes.getOrDefault(name, List.of());
    int total = happened.getOrDefault(name, 0);
    return String.format(
        Locale.ROOT,
        "%7d %7.1f %7.1f %6.1f%% %7d",
        total,
        percentile(late, 0.5),
        percentile(late, 0.9),
        100.0 * (total - late.size()) / Math.max(1, total),
        wrong.getOrDefault(name, 0));
  }

  /** How true and how late "left unlocked" is. */
  String left() {
    EventName name = EventName.LEFT_UNLOCKED;
    List<Double> late = minutes.getOrDefault(name, List.of());
    long inTime = late.stream().filter(minute -> minute <= 30).count();
    return String.format(
        "%d false in %d drives; of %d true ones %d told within 30 minutes of the threshold",
        wrong.getOrDefault(name, 0),
        happened.getOrDefault(EventName.PARKED, 0),
        happened.getOrDefault(name, 0),
        inTime);
  }

  boolean knows(EventName name) {
    return happened.containsKey(name) || wrong.containsKey(name);
  }

  double median() {
    return percentile(all(), 0.5);
  }

  double p90() {
    return percentile(all(), 0.9);
  }

  double never() {
    int total = happened.values().stream().mapToInt(Integer::intValue).sum();
    return 100.0 * (total - all().size()) / Math.max(1, total);
  }

  /** The same of all that stood for five minutes, where no run of cron could see it, too. */
  double unseen() {
    int total = happened.values().stream().mapToInt(Integer::intValue).sum() + unseeable;
    return 100.0 * (total - all().size()) / Math.max(1, total);
  }

  double callsPerDay() {
    return (double) calls / accountDays;
  }

  double startsPerDay() {
    return (double) starts / accountDays;
  }

  int daysOver() {
    return daysOver;
  }

  int failed() {
    return failed + ownMessages;
  }

  private List<Double> all() {
    List<Double> all = new ArrayList<>();
    minutes.values().forEach(all::addAll);
    return all;
  }

  private static double percentile(List<Double> values, double share) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = new ArrayList<>(values);
    sorted.sort(null);
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
