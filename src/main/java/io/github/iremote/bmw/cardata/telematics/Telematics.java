package io.github.iremote.bmw.cardata.telematics;

import io.github.iremote.bmw.Words;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Report;
import io.github.iremote.vehicle.Sample;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that CarData has said of a car: per key a value, a unit and the time the car sent it. BMW
 * gives several keys for most things, and which of them are alive differs from car to car.
 */
record Telematics(Samples samples) {
  /**
   * A usable value of one key.
   *
   * @param at when the car sent it; empty where BMW does not say
   */
  record Dated<T>(T value, Optional<Instant> at) {
    <R> Dated<R> map(Function<T, R> change) {
      return new Dated<>(change.apply(value), at);
    }

    /** Whether it was sent by more than {@code margin} later than another. */
    boolean laterThan(Dated<?> other, Duration margin) {
      return at.isPresent()
          && (other.at.isEmpty() || at.get().isAfter(other.at.get().plus(margin)));
    }
  }

  /** What was kept while our clock was ahead has no time that can be believed. */
  static Samples credible(Samples samples, Instant now) {
    Samples credible = samples;
    for (Map.Entry<String, Sample> entry : samples.byKey().entrySet()) {
      Sample sample = entry.getValue();
      if (sample.at().isPresent() && !Report.credible(sample.at().get(), now)) {
        Sample undated = new Sample(sample.value(), sample.unit(), Optional.empty());
        credible = credible.with(entry.getKey(), undated);
      }
    }
    return credible;
  }

  /** The key's value in our words; nothing where it is absent or unusable. */
  <T> Optional<Dated<T>> get(Descriptor key, Function<String, Optional<T>> words) {
    return samples
        .get(key.key())
        .flatMap(
            sample -> words.apply(sample.value()).map(value -> new Dated<>(value, sample.at())));
  }

  /** Of several keys for one thing the one that was sent last; the first, if they are even. */
  <T> Optional<Dated<T>> newest(Function<String, Optional<T>> words, Descriptor... keys) {
    return preferred(Duration.ZERO, Stream.of(keys).map(key -> get(key, words)).toList());
  }

  /**
   * Of several samples the first, unless a later one was sent by more than {@code margin} later.
   */
  static <T> Optional<Dated<T>> preferred(Duration margin, List<Optional<Dated<T>>> samples) {
    Optional<Dated<T>> best = Optional.empty();
    for (Optional<Dated<T>> sample : samples) {
      if (best.isEmpty() || (sample.isPresent() && sample.get().laterThan(best.get(), margin))) {
        best = sample;
      }
    }
    return best;
  }

  /** Hands on what was found, if anything was. */
  static <T> void add(Report report, Signal<T> signal, Optional<Dated<T>> sample) {
    sample.ifPresent(found -> report.add(signal, found.value(), found.at()));
  }

  String text(Descriptor key) {
    return samples.get(key.key()).map(Sample::value).orElse("");
  }

  /** A distance; one that comes without a unit, as many do, is in the unit it was last in. */
  Optional<Dated<Distance>> distance(Descriptor key, Optional<Distance.Unit> last) {
    Optional<Dated<Double>> number = get(key, Words::number);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    String word = samples.get(key.key()).get().unit().orElse("").toLowerCase(Locale.ROOT);
    Distance.Unit unit =
        word.startsWith("mi")
            ? Distance.Unit.MILES
            : word.startsWith("k") ? Distance.Unit.KM : last.orElse(Distance.Unit.KM);
    return Optional.of(number.get().map(value -> new Distance(value, unit)));
  }
}
