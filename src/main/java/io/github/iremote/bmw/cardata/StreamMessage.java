package io.github.iremote.bmw.cardata;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.bmw.Words;
import io.github.iremote.bmw.cardata.telematics.Descriptor;
import io.github.iremote.bmw.cardata.telematics.SampleReader;
import io.github.iremote.json.Json;
import io.github.iremote.vehicle.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** One message of the stream: what one car says, most often of one thing. */
record StreamMessage(String vin, Samples samples) {
  /** The longest value there is takes a few thousand. */
  private static final int LONGEST = 256 * 1024;

  /**
   * Reads a message; nothing where it says nothing that is worth keeping.
   *
   * @param topic ends with the VIN, which an owner's relay may leave out of the message
   */
  static Optional<StreamMessage> read(
      String topic, byte[] payload, Predicate<String> kept, Instant now) {
    if (payload.length > LONGEST) {
      return Optional.empty();
    }
    try {
      JsonNode message = Json.parse(new String(payload, StandardCharsets.UTF_8));
      String named = message.path("vin").asText();
      String vin = named.isEmpty() ? topic.substring(topic.lastIndexOf('/') + 1) : named;
      Samples samples = SampleReader.read(message.path("data"), now).only(kept);
      return samples.byKey().isEmpty()
          ? Optional.empty()
          : Optional.of(new StreamMessage(vin.toUpperCase(Locale.ROOT), samples));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether it says that the alarm is going off. */
  boolean alarm() {
    return samples
        .get(Descriptor.ALARM.key())
        .flatMap(sample -> Words.truth(sample.value()))
        .orElse(false);
  }
}
