package io.github.iremote.cli.history;

import io.github.iremote.event.Item;
import io.github.iremote.history.chronicle.Totals;
import io.github.iremote.history.derived.Charge;
import io.github.iremote.history.derived.Energy;
import io.github.iremote.message.Wording;
import io.github.iremote.picture.page.Page;
import io.github.iremote.vehicle.Distance;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Figures of a history as an owner reads them: English in a command, in the language of messages
 * where they are sent.
 *
 * @param currency that of the tariff; nothing where costs are not known
 */
record Figures(Wording wording, Optional<String> currency) {
  Distance.Unit unit() {
    return wording.unit();
  }

  ZoneId zone() {
    return wording.zone().get();
  }

  Locale locale() {
    return wording.phrases().locale();
  }

  /** A phrase that only pictures and tables have. */
  String words(String key, Object... values) {
    return wording.phrases().get("picture." + key, values);
  }

  String joined(List<String> parts) {
    return parts.isEmpty() ? words("nothing") : String.join(" · ", parts);
  }

  String distance(double kilometres) {
    return wording.distance(Distance.ofKilometres(kilometres));
  }

  double inUnit(double kilometres) {
    return Distance.ofKilometres(kilometres).in(unit());
  }

  String energy(Energy energy) {
    return about(energy, number(energy.kilowattHours(), 1) + " kWh");
  }

  private String about(Energy energy, String value) {
    return energy.found() == Energy.Found.GRID ? value : words("about", value);
  }

  /** How an energy was found. */
  String found(Energy energy) {
    return words("found." + energy.found());
  }

  /** How a charge ended, and why if that says more. */
  String ending(Charge charge) {
    String words = words("ending." + charge.ending());
    boolean asWished =
        charge.ending() == Charge.Ending.FULL || charge.ending() == Charge.Ending.TARGET;
    return asWished || charge.reason().isEmpty()
        ? words
        : (words + " (" + wording.item(new Item.Reason(charge.reason().get())) + ")").trim();
  }

  /** What energy cost; as uncertain as the energy. */
  String cost(Optional<Energy> energy, double cost) {
    String value = number(cost, 2) + " " + Wording.currency(currency.orElse(""));
    return energy.map(found -> about(found, value)).orElse(value);
  }

  static String percent(double value) {
    return Math.round(value) + " %";
  }

  /** What 100 km took; with miles, how many a kWh lasted. */
  String consumption(double per100Kilometres) {
    return unit() == Distance.Unit.KM
        ? number(per100Kilometres, 1) + " kWh/100 km"
        : number(inUnit(100) / per100Kilometres, 1)
            + " "
            + wording.phrases().get("unit.miles")
            + "/kWh";
  }

  /** A number as the language writes it. */
  String number(double value, int digits) {
    String comma = wording.phrases().find("format.decimal").orElse(".");
    return decimal(value, digits).replace(".", comma);
  }

  /**
   * A number for programs; a BigDecimal would know how, but Java 25 has its first wait for 15 ms.
   */
  static String decimal(double value, int digits) {
    long scale = Math.round(Math.pow(10, digits));
    // the next number up: of 1.005 times 100 a little is missing
    long scaled = Math.round(Math.nextUp(Math.abs(value) * scale));
    String sign = value < 0 && scaled > 0 ? "-" : "";
    String behind = String.valueOf(scaled % scale + scale).substring(1);
    return sign + scaled / scale + (digits > 0 ? "." : "") + behind;
  }

  static String duration(Duration duration) {
    int minutes = duration.toMinutesPart();
    return duration.toHours() + (minutes < 10 ? ":0" : ":") + minutes;
  }

  String clock(Instant time) {
    return time.atZone(zone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  String date(Instant time) {
    return wording.date(time);
  }

  /** A time of standing, drives and charges in a few words; each only where it is known. */
  List<String> summary(Totals totals) {
    List<String> parts = new ArrayList<>();
    if (totals.drives() > 0) {
      String key = totals.drives() == 1 ? "drive" : "drives";
      parts.add(words(key, distance(totals.kilometres()), totals.drives()));
    }
    totals.energy().ifPresent(energy -> parts.add(charged(totals, energy)));
    totals
        .cost()
        .ifPresent(cost -> parts.add(ofSome(cost(totals.energy(), cost), totals.priced(), totals)));
    totals.consumption().ifPresent(used -> parts.add(words("about", consumption(used))));
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
        .ifPresent(
            e -> {
              String how = ofSome("charged, " + found(e), totals.measured(), totals);
              large.add(new Page.Figure(energy(e), how));
            });
    totals
        .cost()
        .ifPresent(
            c -> {
              String how = ofSome("by your tariff", totals.priced(), totals);
              large.add(new Page.Figure(cost(totals.energy(), c), how));
            });
    totals
        .consumption()
        .ifPresent(c -> large.add(new Page.Figure("about " + consumption(c), "on the road")));
    if (totals.lost() > 0) {
      large.add(new Page.Figure(percent(totals.lost()), "of the battery lost standing"));
    }
    return large;
  }

  private String charged(Totals totals, Energy energy) {
    String charged = words("chargedSo", energy(energy), found(energy));
    return ofSome(charged, totals.measured(), totals);
  }

  /** A sum; with a word where not all charges are in it. */
  private String ofSome(String sum, int charges, Totals totals) {
    boolean all = charges == totals.charges();
    return all ? sum : words("ofSome", sum, charges, totals.charges());
  }
}
