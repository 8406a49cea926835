package io.github.iremote.bmw.cardata.telematics;

import io.github.iremote.bmw.UnknownWords;
import io.github.iremote.bmw.Words;
import io.github.iremote.vehicle.Sample;
import io.github.iremote.vehicle.Samples;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of CarData's keys hold words, and what they are read by. */
public final class Vocabulary {
  private static final Map<String, UnknownWords.Reader> READERS = new HashMap<>();

  static {
    read(EnumSet.of(Descriptor.DOOR_LOCK_STATUS, Descriptor.DOOR_STATUS), Words::lock);
    read(EnumSet.range(Descriptor.DRIVER_DOOR, Descriptor.FOLDING_ROOF), Words::opening);
    read(EnumSet.of(Descriptor.CHARGING_STATUS, Descriptor.CHARGING_HV_STATUS), Words::charging);
    read(EnumSet.range(Descriptor.PORT_STATUS, Descriptor.CONNECTOR_STATUS), Words::plug);
    read(
        EnumSet.of(Descriptor.FINISH_REASON, Descriptor.LAST_CHARGING_REASON),
        UnknownWords::endReason);
    read(
        EnumSet.of(
            Descriptor.MOVING,
            Descriptor.IGNITION,
            Descriptor.DEEP_SLEEP,
            Descriptor.RECHARGE_12V,
            Descriptor.ALARM),
        Words::truth);
  }

  /** The words in these samples that this version does not know. */
  public static List<String> unknown(Samples samples) {
    Map<String, String> words = new LinkedHashMap<>();
    for (Map.Entry<String, Sample> sample : samples.byKey().entrySet()) {
      words.put(sample.getKey(), sample.getValue().value());
    }
    return UnknownWords.among(words, READERS);
  }

  private static void read(Set<Descriptor> keys, UnknownWords.Reader reader) {
    for (Descriptor key : keys) {
      READERS.put(key.key(), reader);
    }
  }

  private Vocabulary() {}
}
