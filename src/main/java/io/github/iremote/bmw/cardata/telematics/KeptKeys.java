package io.github.iremote.bmw.cardata.telematics;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** The keys of which samples are kept: those we read and the owner's own. */
public final class KeptKeys implements Predicate<String> {
  private static final List<String> OF_PLACES =
      List.of(
          "location",
          "latitude",
          "longitude",
          "altitude",
          "heading",
          "gps",
          "destination",
          "address");

  private final Set<String> keys;

  /**
   * @param extra the owner's own keys
   * @param location whether it may be kept where the car is
   */
  public KeptKeys(List<String> extra, boolean location) {
    this.keys = new HashSet<>(Descriptor.all(List.of()));
    extra.stream().filter(key -> location || !tellsOfPlaces(key)).forEach(keys::add);
    if (!location) {
      Descriptor.PLACE.forEach(place -> keys.remove(place.key()));
    }
  }

  @Override
  public boolean test(String key) {
    return keys.contains(key);
  }

  /** Whether a key that the owner has asked for may tell where the car is. */
  public static boolean tellsOfPlaces(String key) {
    String words = key.toLowerCase(Locale.ROOT);
    return OF_PLACES.stream().anyMatch(words::contains);
  }
}
