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
import java.util.Set;

/** What came of a simulation: how late events were told, how many never, and what it cost. */
final class Figures {
  static final String HEADER =
      String.format(
          "%-48s %9s %10s %7s %7s %7s %10s %9s",
          "", "car-days", "calls/day", "median", "p90", "mean", "not seen", "days over");

  private final Map<EventName, List<Double>> minutes = new EnumMap<>(EventName.class);
  private final Map<EventName, Integer> happened = new EnumMap<>(EventName.class);
  private int carDays;
  private int accountDays;
  private int calls;
  private int daysOver;

  void happened(EventName name) {
    happened.merge(name, 1, Integer::sum);
  }

  void told(SimulatedCar.Happening happening, Instant now) {
    double late = Duration.between(happening.at(), now).toSeconds() / 60.0;
    minutes.computeIfAbsent(happening.name(), name -> new ArrayList<>()).add(late);
  }

  /** The bill of one account. */
  void account(int cars, int days, List<Instant> made, int dailyCalls) {
    carDays += cars * days;
    accountDays += days;
    calls += made.size();
    daysOver += Ledger.daysOver(made, dailyCalls);
  }

  /** The same bill, for the events of these names alone. */
  Figures only(Set<EventName> names) {
    Figures some = new Figures();
    some.add(this);
    some.minutes.keySet().retainAll(names);
    some.happened.keySet().retainAll(names);
    return some;
  }

  void add(Figures other) {
    other.minutes.forEach(
        (name, late) -> minutes.computeIfAbsent(name, key -> new ArrayList<>()).addAll(late));
    other.happened.forEach((name, count) -> happened.merge(name, count, Integer::sum));
    carDays += other.carDays;
    accountDays += other.accountDays;
    calls += other.calls;
    daysOver += other.daysOver;
  }

  String row(String title) {
    List<Double> all = new ArrayList<>();
    minutes.values().forEach(all::addAll);
    int total = happened.values().stream().mapToInt(Integer::intValue).sum();
    return String.format(
        Locale.ROOT,
        "%-48s %9d %10.1f %7.1f %7.1f %7.1f %9.1f%% %9d",
        title,
        carDays,
        (double) calls / accountDays,
        percentile(all, 0.5),
        percentile(all, 0.9),
        all.stream().mapToDouble(Double::doubleValue).average().orElse(0),
        100.0 * (total - all.size()) / Math.max(1, total),
        daysOver);
  }

  String row(EventName name) {
    List<Double> late = minutes.getOrDefault(name, List.of());
    int total = happened.getOrDefault(name, 0);
    return String.format(
        Locale.ROOT,
        "%7d %7.1f %7.1f %9.1f%%",
        total,
        percentile(late, 0.5),
        percentile(late, 0.9),
        100.0 * (total - late.size()) / Math.max(1, total));
  }

  int count(EventName name) {
    return happened.getOrDefault(name, 0);
  }

  double median() {
    List<Double> all = new ArrayList<>();
    minutes.values().forEach(all::addAll);
    return percentile(all, 0.5);
  }

  double callsPerDay() {
    return (double) calls / accountDays;
  }

  int daysOver() {
    return daysOver;
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
