package io.github.iremote.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.history.Line;
import io.github.iremote.message.phrases.Phrases;
import io.github.iremote.picture.Scene;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The curves of battery and tank between their readings. */
class LevelCurvesTest {
  private static Instant at(String time) {
    return Instant.parse("2026-03-02T" + time + ":00Z");
  }

  private static Line line(Signal<Double> signal, String time, double value) {
    Reading<Double> reading = new Reading<>(value, at(time), at(time));
    return new Line(signal.name() + time, at(time), new Line.Measured<>(signal, reading));
  }

  private static Scene.Band band(String from, String to, boolean charge) {
    return new Scene.Band(Optional.of(at(from)), at(to), charge, List.of());
  }

  @Test
  void a_charge_changes_the_battery_and_leaves_the_tank_as_it_is() {
    List<Line> lines =
        List.of(
            line(Signal.STATE_OF_CHARGE, "00:00", 60),
            line(Signal.FUEL_LEVEL, "00:00", 70),
            line(Signal.STATE_OF_CHARGE, "10:00", 80),
            line(Signal.FUEL_LEVEL, "10:10", 69));
    List<Scene.Band> bands = List.of(band("02:00", "10:00", true), band("10:00", "11:00", false));
    Span span = new Span(at("00:00"), at("12:00"), "", false, true);

    List<Scene.Curve> curves =
        new LevelCurves(Phrases.english(), at("12:00")).of(lines, bands, span);

    assertEquals(Optional.of(70.0), Scene.value(curves.get(0), at("06:00")));
    assertEquals(Optional.of(70.0), Scene.value(curves.get(1), at("06:00")));
    assertEquals(Optional.of(69.5), Scene.value(curves.get(1), at("10:05")));
  }
}
