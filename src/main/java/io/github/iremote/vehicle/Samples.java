package io.github.iremote.vehicle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The last raw value of every key of a source. They are kept beside the {@link VehicleStatus}, so
 * that what several keys say together can be decided over all that is known, however little of it a
 * single answer holds.
 */
public record Samples(Map<String, Sample> byKey) {
  public static final Samples NONE = new Samples(Map.of());

  public Samples {
    byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
  }

  public Optional<Sample> get(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /**
   * These with what has been heard since: of each key the one that the car sent later; of two of
   * one time the one heard later.
   */
  public Samples merged(Samples newer) {
    Map<String, Sample> merged = new LinkedHashMap<>(byKey);
    newer.byKey.forEach((key, sample) -> merged.merge(key, sample, Sample::followedBy));
    return new Samples(merged);
  }

  /** These without what is not to be kept. */
  public Samples only(Predicate<String> kept) {
    Map<String, Sample> left = new LinkedHashMap<>(byKey);
    left.keySet().removeIf(key -> !kept.test(key));
    return left.size() == byKey.size() ? this : new Samples(left);
  }

  public Samples with(String key, Sample sample) {
    Map<String, Sample> more = new LinkedHashMap<>(byKey);
    more.put(key, sample);
    return new Samples(more);
  }

  /** Written out: the JVM links a record's own at run time, which costs a poll 20 ms. */
  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Samples samples && byKey.equals(samples.byKey));
  }

  @Override
  public int hashCode() {
    return byKey.hashCode();
  }
}
