package io.github.iremote.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What BMW has said of a car so far, and whether a message says more: every number in one must be a
 * number of the field it claims to be, rounded, or the plain difference or share of two such.
 */
final class Evidence {
  private static final double KM_PER_MILE = 1.609344;
  private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d(, \\d+ \\w+ \\d{4})?");

  private final Map<String, List<Double>> numbers = new HashMap<>();
  private boolean battery;

  void heard(JsonNode car) {
    for (var field : car.properties()) {
      number(field.getValue())
          .ifPresent(n -> numbers.computeIfAbsent(field.getKey(), k -> new ArrayList<>()).add(n));
    }
    battery |=
        car.path("connectionStatus").asText().equals("CONNECTED")
            || car.path("chargingStatus").asText().matches(".*(CHARG|FINISHED|ERROR).*")
            || all("chargingLevelHv").stream().anyMatch(n -> n > 0)
            || kilometres("remainingRangeElectric").stream().anyMatch(n -> n > 0)
            || kilometres("maxRangeElectric").stream().anyMatch(n -> n > 0);
  }

  /** What a message says that cannot be known; nothing if all is well. */
  List<String> invented(JsonNode message) {
    List<String> invented = new ArrayList<>();
    String text = message.path("text").asText();
    for (String part : text.split(" · ")) {
      check(part.matches("\\d+ km") ? "Any Range" : "", part, invented);
      check(part.matches("-?\\d+ %") ? "Any Level" : "", part.replace(" %", "%"), invented);
    }
    for (JsonNode field : message.path("attachments").path(0).path("fields")) {
      check(field.path("title").asText(), field.path("value").asText(), invented);
    }
    if ((text + message).contains("<")) {
      invented.add("markup in " + message);
    }
    return invented;
  }

  private void check(String title, String value, List<String> invented) {
    boolean right =
        switch (title) {
          case "Electric Range" -> battery && range(value, "Electric", electricLevels());
          case "REX Range", "Fuel Range" -> range(value, "Fuel", fuelLevels());
          case "Any Range" ->
              range(value, "Electric", List.of()) || range(value, "Fuel", List.of());
          case "Any Level" ->
              range(value, "Electric", electricLevels()) || range(value, "Fuel", fuelLevels());
          case "Current Mileage" -> value.endsWith(" km") && isOne(value, all("mileage"));
          case "Charge Time Remaining" -> chargeTime(value);
          case "Changes" -> changes(TIME.matcher(value).replaceAll(""));
          default -> true;
        };
    if (!right) {
      invented.add(title + ": " + value);
    }
  }

  private boolean range(String value, String kind, List<Double> levels) {
    Matcher parts = Pattern.compile("(?:(\\d+) km)?(?: : )?(?:(\\d+)%)?").matcher(value);
    if (!parts.matches() || value.isEmpty()) {
      return false;
    }
    String level = parts.group(2);
    return (parts.group(1) == null || isOne(parts.group(1), kilometres("remainingRange" + kind)))
        && (level == null || (Integer.parseInt(level) <= 100 && isOne(level, levels)));
  }

  private boolean chargeTime(String value) {
    String[] parts = value.split(":");
    BigDecimal minutes =
        new BigDecimal(parts[0]).multiply(BigDecimal.valueOf(60)).add(new BigDecimal(parts[1]));
    return isOne(minutes.toPlainString(), all("chargingTimeRemaining"));
  }

  private boolean changes(String value) {
    Matcher driven = Pattern.compile("(-?\\d+) km driven").matcher(value);
    Matcher used = Pattern.compile("(-?\\d+) % of the battery used").matcher(value);
    return (!driven.find() || isOne(driven.group(1), differences(all("mileage"))))
        && (!used.find() || isOne(used.group(1), differences(electricLevels())));
  }

  private List<Double> electricLevels() {
    return levels("chargingLevelHv", kilometres("remainingRangeElectric"), "maxRangeElectric");
  }

  private List<Double> fuelLevels() {
    List<Double> levels = levels("fuelPercent", all("remainingFuel"), "maxFuel");
    return levels;
  }

  private List<Double> levels(String percent, List<Double> parts, String whole) {
    List<Double> levels = new ArrayList<>(all(percent));
    List<Double> wholes = whole.equals("maxFuel") ? all(whole) : kilometres(whole);
    for (double part : parts) {
      wholes.forEach(all -> levels.add(Math.min(100, 100 * part / all)));
    }
    return levels;
  }

  private List<Double> kilometres(String field) {
    List<Double> kilometres = new ArrayList<>(all(field));
    all(field + "Mls").forEach(miles -> kilometres.add(miles * KM_PER_MILE));
    return kilometres;
  }

  private List<Double> all(String field) {
    return numbers.getOrDefault(field, List.of());
  }

  private static List<Double> differences(List<Double> values) {
    List<Double> differences = new ArrayList<>();
    values.forEach(a -> values.forEach(b -> differences.add(b - a)));
    return differences;
  }

  /** Whether the number at the start of the text is one of these, rounded. */
  private static boolean isOne(String text, List<Double> values) {
    BigDecimal said = new BigDecimal(text.split(" ")[0]);
    for (double value : values) {
      if (Double.isFinite(value)
          && BigDecimal.valueOf(value)
                  .setScale(0, RoundingMode.FLOOR)
                  .subtract(said)
                  .abs()
                  .compareTo(BigDecimal.ONE)
              <= 0
          && Math.abs(value - said.doubleValue()) <= 0.5 + Math.abs(value) * 1e-12) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Double> number(JsonNode value) {
    try {
      return value.isNumber() || value.isTextual()
          ? Optional.of(Double.valueOf(value.asText().trim()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
