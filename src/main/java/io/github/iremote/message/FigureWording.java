package io.github.iremote.message;

import io.github.iremote.event.Item;
import io.github.iremote.vehicle.Distance;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The figures of a week or month in words. */
record FigureWording(Wording wording) {

  /** {@code 612 km driven (540 km before)}. */
  String of(Item.Figure figure) {
    String key = "figure." + figure.measure();
    String found = figure.found().map(word -> key + "." + word).orElse(key);
    String sum = wording.phrases().get(found, value(figure, figure.value()));
    String now =
        figure.charges().map(n -> wording.phrases().get("figure.ofSome", sum, n)).orElse(sum);
    Optional<String> before = figure.before().map(value -> value(figure, value));
    return before.map(words -> wording.phrases().get("figure.before", now, words)).orElse(now);
  }

  private String value(Item.Figure figure, double value) {
    String unit = figure.unit().orElse("");
    return switch (figure.measure()) {
      case DISTANCE, LONGEST_DRIVE -> wording.distance(Distance.ofKilometres(value));
      case CONSUMPTION -> consumption(value);
      case ENERGY -> number(value, 1) + " kWh";
      case COST -> number(value, 2) + " " + Wording.currency(unit);
      case CHARGES -> number(value, 0);
      case LOST_STANDING -> wording.percent(value);
    };
  }

  private String consumption(double per100Kilometres) {
    return wording.unit() == Distance.Unit.KM
        ? number(per100Kilometres, 1) + " kWh/100 km"
        : number(Distance.ofKilometres(100).in(Distance.Unit.MILES) / per100Kilometres, 1)
            + " "
            + wording.phrases().get("unit.miles")
            + "/kWh";
  }

  private String number(double value, int digits) {
    return String.format(wording.phrases().locale(), "%." + digits + "f", value);
  }

  /** {@code October 2026}, or {@code 19 Oct 2026 – 25 Oct 2026}. */
  String of(Item.Period period) {
    boolean month = period.start().getDayOfMonth() == 1 && period.end().getDayOfMonth() == 1;
    return month
        ? DateTimeFormatter.ofPattern("MMMM yyyy", wording.phrases().locale())
            .format(period.start())
        : wording.date(period.start()) + " – " + wording.date(period.end().minusDays(1));
  }
}
