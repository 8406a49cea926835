package io.github.iremote.cli.history;

import io.github.iremote.history.chronicle.Totals;
import io.github.iremote.history.derived.Energy;
import io.github.iremote.picture.page.Page;
import io.github.iremote.vehicle.Distance;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Figures of a history as an owner reads them.
 *
 * @param currency that of the tariff; nothing where costs are not known
 */
record Figures(Distance.Unit unit, ZoneId zone, Optional<String> currency) {
  private static final Map<String, String> SIGNS = Map.of("EUR", "€", "GBP", "£", "USD", "$");
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  String distance(double kilometres) {
    return Math.round(inUnit(kilometres)) + " " + unit.label();
  }

  double inUnit(double kilometres) {
    return Distance.ofKilometres(kilometres).in(unit);
  }

  String energy(Energy energy) {
    return energy.found().about() + decimal(energy.kilowattHours(), 1) + " kWh";
  }

  String cost(double cost) {
    String name = currency.orElse("");
    return decimal(cost, 2) + " " + SIGNS.getOrDefault(name, name);
  }

  static String percent(double value) {
    return Math.round(value) + " %";
  }

  /** What 100 km took; with miles, how many a kWh lasted. */
  String consumption(double per100Kilometres) {
    return unit == Distance.Unit.KM
        ? decimal(per100Kilometres, 1) + " kWh/100 km"
        : decimal(inUnit(100) / per100Kilometres, 1) + " miles/kWh";
  }

  static String decimal(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  static String duration(Duration duration) {
    return String.format(Locale.ROOT, "%d:%02d", duration.toHours(), duration.toMinutesPart());
  }

  String clock(Instant time) {
    return CLOCK.format(time.atZone(zone));
  }

  String date(Instant time) {
    return DATE.format(time.atZone(zone));
  }

  /** A time of standing, drives and charges in a few words; each only where it is known. */
  List<String> summary(Totals totals) {
    List<String> parts = new ArrayList<>();
    if (totals.drives() > 0) {
      String drives = totals.drives() == 1 ? "1 drive" : totals.drives() + " drives";
      parts.add(distance(totals.kilometres()) + " in " + drives);
    }
    totals
        .energy()
        .ifPresent(
            energy -> parts.add(energy(energy) + " charged (" + energy.found().words() + ")"));
    totals.cost().ifPresent(cost -> parts.add(priced(totals, cost)));
    totals.consumption().ifPresent(used -> parts.add("about " + consumption(used)));
    return parts;
  }

  /** The same in large letters, for a page. */
  List<Page.Figure> large(Totals totals) {
    List<Page.Figure> large = new ArrayList<>();
    if (totals.drives() > 0) {
      String drives = totals.drives() == 1 ? "1 drive" : totals.drives() + " drives";
      large.add(new Page.Figure(distance(totals.kilometres()), "in " + drives));
    }
    totals
        .energy()
        .ifPresent(e -> large.add(new Page.Figure(energy(e), "charged, " + e.found().words())));
    totals.cost().ifPresent(c -> large.add(new Page.Figure(priced(totals, c), "by your tariff")));
    totals
        .consumption()
        .ifPresent(c -> large.add(new Page.Figure("about " + consumption(c), "on the road")));
    if (totals.lost() > 0) {
      large.add(new Page.Figure(percent(totals.lost()), "of the battery lost standing"));
    }
    return large;
  }

  /** What charges cost; with a word where some are not in it. */
  private String priced(Totals totals, double cost) {
    String about = totals.energy().map(energy -> energy.found().about()).orElse("");
    int left = totals.unpriced() + totals.unmeasured();
    return about + cost(cost) + (left == 0 ? "" : " without " + left + " of unknown cost");
  }
}
