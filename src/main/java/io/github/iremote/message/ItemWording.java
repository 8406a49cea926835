package io.github.iremote.message;

import io.github.iremote.event.Item;
import io.github.iremote.message.phrases.Phrases;
import io.github.iremote.vehicle.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The things that events are about in words: parts, tyres, services, reasons. */
record ItemWording(Wording wording) {

  String of(Item item) {
    if (item instanceof Item.Figure figure) {
      return new FigureWording(wording).of(figure);
    }
    if (item instanceof Item.Period period) {
      return new FigureWording(wording).of(period);
    }
    if (item instanceof Item.Part part) {
      return phrases().get("part." + part.opening());
    }
    if (item instanceof Item.Tyre tyre) {
      String wheel = phrases().get("wheel." + tyre.wheel());
      return phrases().get("tyre", wheel, Math.round(tyre.missing()));
    }
    if (item instanceof Item.Line line) {
      return line(line.notice());
    }
    if (item instanceof Item.Demand demand) {
      return phrases().get("battery12v." + demand.battery());
    }
    if (item instanceof Item.At at) {
      return at.place();
    }
    if (item instanceof Item.Reason reason) {
      return phrases()
          .find("reason." + reason.word())
          .orElse(plainWords(reason.word()).toLowerCase(Locale.ROOT));
    }
    return phrases().get("fact." + item);
  }

  /** {@code Front Brake pending (1900 km, 2027-01)}, each where the car says it. */
  private String line(Notice notice) {
    List<String> details = new ArrayList<>();
    notice.remaining().ifPresent(left -> details.add(wording.distance(left)));
    notice.date().ifPresent(date -> details.add(due(date)));
    String due =
        notice
            .state()
            .map(state -> phrases().get("service." + state, notice.text()))
            .orElse(notice.text());
    return details.isEmpty() ? due : due + " (" + String.join(", ", details) + ")";
  }

  /** A date of BMW's, {@code 2027-01} or {@code 2027-01-15}, as the language writes it. */
  private String due(String date) {
    Object[] parts = date.split("-");
    Optional<String> format = phrases().find("format.due" + parts.length);
    return format.isPresent() ? phrases().get("format.due" + parts.length, parts) : date;
  }

  /** {@code NO_CYCLIC_RECHARGING} as "No Cyclic Recharging". */
  static String plainWords(String reason) {
    StringBuilder words = new StringBuilder();
    for (String word : reason.split("_")) {
      if (!word.isEmpty()) {
        words.append(words.isEmpty() ? "" : " ").append(word.charAt(0));
        words.append(word.substring(1).toLowerCase(Locale.ROOT));
      }
    }
    return words.toString();
  }

  private Phrases phrases() {
    return wording.phrases();
  }
}
