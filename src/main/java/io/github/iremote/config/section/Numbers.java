package io.github.iremote.config.section;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The numbers of a section, each within its limits. */
public final class Numbers {

  public static int integer(Section section, String key, int standard, int least, int most) {
    if (!section.has(key)) {
      return standard;
    }
    JsonNode number = section.value(key);
    if (!number.isIntegralNumber() || number.asLong() < least || number.asLong() > most) {
      String expected = "expected a whole number from " + least + " to " + most;
      throw section.complaint(key, expected + ", not " + section.quoted(key));
    }
    return number.asInt();
  }

  public static Optional<Double> between(Section section, String key, double least, double most) {
    String expected = "expected a number from " + (long) least + " to " + (long) most;
    return number(section, key, least, most, expected);
  }

  public static Optional<Double> notNegative(Section section, String key) {
    return number(section, key, 0, Double.POSITIVE_INFINITY, "expected a number");
  }

  private static Optional<Double> number(
      Section section, String key, double least, double most, String expected) {
    if (!section.has(key)) {
      return Optional.empty();
    }
    JsonNode value = section.value(key);
    double number = value.asDouble(Double.NaN);
    section.require(value.isNumber() && number >= least && number <= most, key, expected);
    return Optional.of(number);
  }

  private Numbers() {}
}
