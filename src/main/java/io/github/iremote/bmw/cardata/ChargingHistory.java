package io.github.iremote.bmw.cardata;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.bmw.Words;
import io.github.iremote.json.Json;
import io.github.iremote.json.Times;
import io.github.iremote.vehicle.ChargingSession;
import io.github.iremote.vehicle.Distance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The charges that BMW's servers remember: an answer of {@code chargingHistory}, or the list of the
 * archive that owners download from the My BMW portal.
 */
public final class ChargingHistory {
  /** A number of seconds since 1970 that is beyond this counts milliseconds. */
  private static final long LATEST_SECONDS = 100_000_000_000L;

  /**
   * Reads the charges of which there is at least a beginning and an end.
   *
   * @param location whether it may be kept where they were
   */
  public static List<ChargingSession> sessions(JsonNode answer, boolean location) {
    List<ChargingSession> sessions = new ArrayList<>();
    for (JsonNode entry : list(answer)) {
      Optional<Instant> start = time(entry.path("startTime"));
      Optional<Instant> end = time(entry.path("endTime"));
      if (start.isPresent() && end.isPresent() && !end.get().isBefore(start.get())) {
        sessions.add(session(entry, start.get(), end.get(), location));
      }
    }
    return sessions;
  }

  /** What the next page is asked by. */
  static Optional<String> nextPage(JsonNode answer) {
    return Stream.of("next_token", "nextToken")
        .map(name -> Words.word(answer.path(name)))
        .filter(token -> !token.isEmpty())
        .findFirst();
  }

  /** The list itself, or the first in an object that has any. */
  private static JsonNode list(JsonNode answer) {
    if (answer.isArray()) {
      return answer;
    }
    for (JsonNode value : answer) {
      if (value.isArray() && (value.isEmpty() || value.path(0).has("startTime"))) {
        return value;
      }
    }
    return Json.array();
  }

  private static ChargingSession session(
      JsonNode entry, Instant start, Instant end, boolean location) {
    return new ChargingSession(
        start,
        end,
        percent(entry.path("displayedStartSoc")),
        percent(entry.path("displayedSoc")),
        positive(entry.path("energyConsumedFromPowerGridKwh")),
        positive(entry.path("energyIncreaseHvbKwh")),
        mileage(entry),
        positive(entry.path("chargingCostInformation").path("calculatedChargingCost")),
        location ? place(entry) : Optional.empty(),
        blocks(entry.path("chargingBlocks")));
  }

  private static Optional<Double> percent(JsonNode value) {
    return Words.percent(Words.word(value));
  }

  private static Optional<Double> positive(JsonNode value) {
    return Words.positive(Words.word(value));
  }

  /** {@code MileageUnits.KM} in the documentation, {@code KM} on the wire. */
  private static Optional<Double> mileage(JsonNode entry) {
    String unit = Words.word(entry.path("mileageUnits")).toUpperCase(Locale.ROOT);
    boolean miles = !unit.contains("KM") && unit.contains("MI");
    return positive(entry.path("mileage"))
        .map(value -> new Distance(value, miles ? Distance.Unit.MILES : Distance.Unit.KM))
        .map(Distance::kilometres);
  }

  private static Optional<String> place(JsonNode entry) {
    JsonNode location = entry.path("chargingLocation");
    JsonNode point =
        entry.path("publicChargingPoint").path("potentialChargingPointMatches").path(0);
    return Words.text(location.path("formattedAddress"))
        .or(() -> Words.text(point.path("providerName")))
        .or(() -> Words.text(location.path("municipality")));
  }

  private static List<ChargingSession.Block> blocks(JsonNode list) {
    List<ChargingSession.Block> blocks = new ArrayList<>();
    for (JsonNode block : list) {
      Optional<Instant> start = time(block.path("startTime"));
      Optional<Instant> end = time(block.path("endTime"));
      Optional<Double> power = Words.number(Words.word(block.path("averagePowerGridKw")));
      if (start.isPresent() && end.isPresent() && power.filter(kw -> kw >= 0).isPresent()) {
        blocks.add(new ChargingSession.Block(start.get(), end.get(), power.get()));
      }
    }
    return blocks;
  }

  private static Optional<Instant> time(JsonNode value) {
    if (value.isNumber()) {
      long number = value.asLong();
      long seconds = number > LATEST_SECONDS ? number / 1000 : number;
      return seconds > 0
          ? Optional.of(Instant.ofEpochSecond(seconds)).filter(Times::sensible)
          : Optional.empty();
    }
    return Words.timestamp(Words.word(value));
  }

  private ChargingHistory() {}
}
