package io.github.iremote.bmw.cardata.telematics;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.bmw.Words;
import io.github.iremote.json.Json;
import io.github.iremote.vehicle.Report;
import io.github.iremote.vehicle.Sample;
import io.github.iremote.vehicle.Samples;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what CarData says of a car. A poll's values are strings and a stream's are typed: here they
 * become the same. What says nothing (null, INVALID, -NA-) is left out.
 */
public final class SampleReader {
  /** Longer than any value by far; whole, such values would fill the car's file. */
  private static final int LONGEST_WORD = 1_000;

  private static final int LONGEST_LIST = 20_000;

  /** Most samples share a few times. */
  private final Map<String, Optional<Instant>> times = new HashMap<>();

  private final Instant now;

  private SampleReader(Instant now) {
    this.now = now;
  }

  /**
   * The samples of an object of keys.
   *
   * @param now when it was heard
   */
  public static Samples read(JsonNode data, Instant now) {
    SampleReader reader = new SampleReader(now);
    Map<String, Sample> samples = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : data.properties()) {
      String value = value(field.getValue().path("value"));
      if (value.length() > LONGEST_LIST && NoticeLists.has(field.getKey())) {
        value = NoticeLists.shortened(value);
      }
      if (!Words.saysNothing(value) && credible(value)) {
        samples.put(field.getKey(), reader.sample(value, field.getValue(), field.getKey()));
      }
    }
    return new Samples(samples);
  }

  /** Whether an answer was to hold the car's messages, and holds everything but. */
  public static boolean saysNoMessages(JsonNode data, Samples samples) {
    String key = Descriptor.CHECK_CONTROL.key();
    return data.has(key)
        && Words.saysNothing(value(data.path(key).path("value")))
        && !samples.byKey().isEmpty();
  }

  private static boolean credible(String value) {
    boolean list = value.startsWith("[") || value.startsWith("{");
    return value.length() <= (list ? LONGEST_LIST : LONGEST_WORD);
  }

  private Sample sample(String value, JsonNode entry, String key) {
    String word = Words.word(entry.path("unit"));
    Optional<String> unit = Optional.of(word).filter(w -> !Words.saysNothing(w));
    return new Sample(value, unit, Descriptor.stampedByUs(key) ? Optional.empty() : time(entry));
  }

  private Optional<Instant> time(JsonNode entry) {
    String text = Words.word(entry.path("timestamp"));
    return times.computeIfAbsent(
        text, t -> Words.timestamp(t).filter(time -> Report.credible(time, now)));
  }

  private static String value(JsonNode value) {
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      return (number.scale() > 0 ? number.stripTrailingZeros() : number).toPlainString();
    }
    return value.isContainerNode() ? Json.line(value) : Words.word(value);
  }
}
