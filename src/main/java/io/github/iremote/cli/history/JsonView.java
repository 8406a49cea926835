package io.github.iremote.cli.history;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.history.Line;
import io.github.iremote.history.chronicle.Chronicle;
import io.github.iremote.history.chronicle.DerivedJson;
import io.github.iremote.history.chronicle.Totals;
import io.github.iremote.history.derived.Charge;
import io.github.iremote.history.derived.Derived;
import io.github.iremote.json.Json;
import io.github.iremote.notation.EventJson;
import io.github.iremote.vehicle.Vehicle;
import java.io.PrintStream;
import java.time.YearMonth;

/** A history for programs: one object per line. */
record JsonView(Vehicle car, Chronicle chronicle, PrintStream out) {

  void print(String view, Span span) {
    if (view.equals("months")) {
      chronicle.totalsOfMonths(span.from(), span.to()).forEach(this::month);
      return;
    }
    Derived derived = chronicle.between(span.from(), span.to());
    switch (view) {
      case "drives" -> derived.drives().forEach(drive -> line(DerivedJson.write(drive)));
      case "charges" -> derived.charges().forEach(charge -> line(json(charge)));
      default -> day(derived, span);
    }
  }

  private void month(YearMonth month, Totals totals) {
    line(Json.object().put("month", month.toString()).setAll(DerivedJson.write(totals)));
  }

  private void day(Derived derived, Span span) {
    ObjectNode json =
        Json.object().put("from", span.from().toString()).put("to", span.to().toString());
    json.set("totals", DerivedJson.write(chronicle.totals(derived)));
    ArrayNode drives = json.putArray("drives");
    derived.drives().forEach(drive -> drives.add(DerivedJson.write(drive)));
    ArrayNode charges = json.putArray("charges");
    derived.charges().forEach(charge -> charges.add(json(charge)));
    ArrayNode standings = json.putArray("standings");
    derived.standings().forEach(standing -> standings.add(DerivedJson.write(standing)));
    ArrayNode events = json.putArray("events");
    for (Line line : chronicle.lines(span.from(), span.to())) {
      boolean within = !line.heard().isBefore(span.from()) && line.heard().isBefore(span.to());
      if (within && line.content() instanceof Line.Happened happened) {
        events.add(EventJson.write(happened.event()).put("heard", line.heard().toString()));
      }
    }
    line(json);
  }

  private ObjectNode json(Charge charge) {
    ObjectNode json = DerivedJson.write(charge);
    chronicle.cost(charge).ifPresent(cost -> json.put("cost", Math.round(cost * 100) / 100.0));
    return json;
  }

  private void line(ObjectNode json) {
    ObjectNode named = Json.object().put("vin", car.vin()).put("name", car.name());
    out.println(Json.line(named.setAll(json)));
  }
}
