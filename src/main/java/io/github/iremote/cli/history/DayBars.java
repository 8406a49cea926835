package io.github.iremote.cli.history;

import io.github.iremote.history.chronicle.Chronicle;
import io.github.iremote.history.chronicle.Totals;
import io.github.iremote.history.derived.Derived;
import io.github.iremote.history.derived.Energy;
import io.github.iremote.picture.Bars;
import io.github.iremote.picture.Ink;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes of a car's history its days side by side. */
record DayBars(Chronicle chronicle, Figures figures) {

  Bars of(String name, Span span) {
    Derived derived = chronicle.between(span.from(), span.to());
    Map<LocalDate, Totals> days = chronicle.days(derived);
    Totals totals = chronicle.totals(derived);
    List<String> labels = new ArrayList<>();
    List<Double> distances = new ArrayList<>();
    List<Double> energies = new ArrayList<>();
    Instant first = span.from().isAfter(chronicle.begin()) ? span.from() : chronicle.begin();
    LocalDate last = LocalDate.ofInstant(span.to().minusMillis(1), figures.zone());
    LocalDate day = LocalDate.ofInstant(first, figures.zone());
    for (; !day.isAfter(last); day = day.plusDays(1)) {
      Totals ofDay = days.getOrDefault(day, new Totals());
      labels.add(span.month() ? "" + day.getDayOfMonth() : day.toString());
      distances.add(figures.inUnit(ofDay.kilometres()));
      energies.add(ofDay.energy().map(Energy::kilowattHours).orElse(0.0));
    }
    List<String> parts = figures.summary(totals);
    List<Bars.Group> groups = new ArrayList<>();
    groups.add(
        new Bars.Group(figures.words("driven"), figures.unit().label(), Ink.DRIVE, distances));
    if (totals.energy().isPresent()) {
      groups.add(new Bars.Group(figures.words("charged"), "kWh", Ink.CHARGE, energies));
    }
    return new Bars(name + " · " + span.title(), figures.joined(parts), labels, groups);
  }
}
