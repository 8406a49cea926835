package io.github.iremote.bmw.cardata;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.bmw.Words;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Report;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One {@code telematicData} answer: per key a value, a unit and the time the car sent it. BMW gives
 * several keys for most things, and which of them are alive differs from car to car.
 */
record Telematics(JsonNode data) {

  /**
   * A usable value of one key.
   *
   * @param at when the car sent it; empty where BMW does not say
   */
  record Sample<T>(T value, Optional<Instant> at) {
    <R> Sample<R> map(Function<T, R> change) {
      return new Sample<>(change.apply(value), at);
    }

    /** Whether it was sent by more than {@code margin} later than another. */
    boolean laterThan(Sample<?> other, Duration margin) {
      return at.isPresent()
          && (other.at.isEmpty() || at.get().isAfter(other.at.get().plus(margin)));
    }
  }

  /** The key's value in our words; nothing where it is absent, null or unusable. */
  <T> Optional<Sample<T>> get(Descriptor key, Function<JsonNode, Optional<T>> words) {
    return words
        .apply(value(key))
        .map(value -> new Sample<>(value, Words.timestamp(entry(key).path("timestamp"))));
  }

  /** Of several keys for one thing the one that was sent last; the first, if they are even. */
  <T> Optional<Sample<T>> newest(Function<JsonNode, Optional<T>> words, Descriptor... keys) {
    List<Optional<Sample<T>>> samples = new ArrayList<>();
    for (Descriptor key : keys) {
      samples.add(get(key, words));
    }
    return preferred(Duration.ZERO, samples);
  }

  /**
   * Of several samples the first, unless a later one was sent by more than {@code margin} later.
   */
  static <T> Optional<Sample<T>> preferred(Duration margin, List<Optional<Sample<T>>> samples) {
    Optional<Sample<T>> best = Optional.empty();
    for (Optional<Sample<T>> sample : samples) {
      if (best.isEmpty() || (sample.isPresent() && sample.get().laterThan(best.get(), margin))) {
        best = sample;
      }
    }
    return best;
  }

  /** Hands on what was found, if anything was. */
  static <T> void add(Report report, Signal<T> signal, Optional<Sample<T>> sample) {
    sample.ifPresent(found -> report.add(signal, found.value(), found.at()));
  }

  JsonNode value(Descriptor key) {
    return entry(key).path("value");
  }

  String text(Descriptor key) {
    return Words.text(value(key)).orElse("");
  }

  /** A distance; one that comes without a unit, as many do, is in the unit it was last in. */
  Optional<Sample<Distance>> distance(Descriptor key, Optional<Distance.Unit> last) {
    String word = Words.text(entry(key).path("unit")).orElse("").toLowerCase(Locale.ROOT);
    Distance.Unit unit =
        word.startsWith("mi")
            ? Distance.Unit.MILES
            : word.startsWith("k") ? Distance.Unit.KM : last.orElse(Distance.Unit.KM);
    return get(key, Words::number).map(sample -> sample.map(value -> new Distance(value, unit)));
  }

  private JsonNode entry(Descriptor key) {
    return data.path(key.key());
  }
}
