package io.github.iremote.vehicle;

import java.time.Instant;
import java.util.Optional;

/**
 * One raw value of a source, before it is put into our words.
 *
 * @param value as text, however the source typed it: {@code 80}, {@code true}, {@code [{"id":…}]}
 * @param unit in the source's word, where it gives one
 * @param at when the car sent it, where the source says so
 */
public record Sample(String value, Optional<String> unit, Optional<Instant> at) {

  /** Written out: the JVM links a record's own at run time, which costs a poll 20 ms. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Sample sample
            && value.equals(sample.value)
            && unit.equals(sample.unit)
            && at.equals(sample.at));
  }

  @Override
  public int hashCode() {
    return value.hashCode() + 31 * at.hashCode();
  }

  /** Whether the car sent this one before that: a sample without a time is older than none. */
  boolean isOlderThan(Sample other) {
    return at.isPresent() && other.at.isPresent() && at.get().isBefore(other.at.get());
  }

  /** BMW leaves a unit out now and then: it is the one that it was. */
  private Sample inUnitOf(Sample last) {
    return unit.isPresent() || last.unit.isEmpty() ? this : new Sample(value, last.unit, at);
  }

  /** What is known of a thing of which this was known and {@code newer} has been heard. */
  Sample followedBy(Sample newer) {
    if (newer.isOlderThan(this)) {
      return this;
    }
    boolean repeatedWithoutTime = newer.at.isEmpty() && newer.value.equals(value);
    return repeatedWithoutTime ? this : newer.inUnitOf(this);
  }
}
