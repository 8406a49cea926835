package io.github.iremote.cli;

import static io.github.iremote.cli.Options.has;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.event.Event;
import io.github.iremote.json.Json;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Message;
import io.github.iremote.message.Wording;
import io.github.iremote.notation.StatusJson;
import io.github.iremote.run.CarReport;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Shows what a run came to for its cars: as a card, a line or JSON each. */
public final class CarPrinter {
  private final Wiring wiring;
  private final Wording wording;
  private final PrintStream out;
  private final Instant now;

  public CarPrinter(Wiring wiring) {
    this.wiring = wiring;
    this.wording = wiring.wording();
    this.out = wiring.here.out();
    this.now = wiring.here.clock().instant();
  }

  /** In the form that the command's options ask for. */
  void print(List<CarReport> cars, ParseResult arguments) {
    for (CarReport car : cars) {
      if (has(arguments, "--json")) {
        out.println(Json.line(json(car)));
      } else {
        out.println(has(arguments, "--short") ? line(car) : card(car));
        if (has(arguments, "--dry-run")) {
          car.message().ifPresent(this::printMessage);
        }
      }
    }
  }

  public void printCard(CarReport car) {
    out.println(card(car));
  }

  private void printMessage(Message message) {
    out.println("Would be posted:");
    new TerminalMessage(out, wiring.here.terminal()).print(slack(message));
  }

  private String card(CarReport report) {
    StatusCard card =
        new StatusCard(
            report.car(),
            report.status(),
            nothing(report),
            report.events().stream().map(event -> wording.sentence(event, now)).toList(),
            report.lastEvent(),
            report.nextLook(),
            wording,
            now);
    return card.text();
  }

  /** Why there is nothing to show. */
  private static String nothing(CarReport report) {
    return report.unknown()
        ? "nothing is known of it yet"
        : "BMW has no data of it yet; it comes with the next drive";
  }

  private String line(CarReport report) {
    List<String> parts = new ArrayList<>();
    for (Event event : report.events()) {
      parts.add(wording.sentence(event, now));
    }
    if (report.status().isEmpty()) {
      parts.add(nothing(report));
    } else if (parts.isEmpty()) {
      Optional<Instant> since = report.lastEvent().or(() -> report.status().at());
      parts.add("unchanged" + since.map(at -> " since " + wording.time(at, now)).orElse(""));
    }
    parts.addAll(wording.levels(report.status()));
    report.nextLook().ifPresent(at -> parts.add("next look at " + wording.time(at, now)));
    return report.car().name() + ": " + String.join(" · ", parts);
  }

  private ObjectNode json(CarReport report) {
    ObjectNode json =
        Json.object()
            .put("vin", report.car().vin())
            .put("name", report.car().name())
            .put("model", report.car().model())
            .put("changed", !report.events().isEmpty());
    ArrayNode events = json.putArray("events");
    report.events().forEach(event -> events.add(event.name().name()));
    report.lastEvent().ifPresent(at -> json.put("lastEvent", at.toString()));
    report.nextLook().ifPresent(at -> json.put("nextLook", at.toString()));
    json.set("status", StatusJson.write(report.status()));
    report.message().ifPresent(message -> json.set("message", slack(message)));
    return json;
  }

  private ObjectNode slack(Message message) {
    return wiring.slackMessage().of(Letter.of("slack", message), message.at());
  }
}
