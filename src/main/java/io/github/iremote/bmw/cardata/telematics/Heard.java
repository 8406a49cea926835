package io.github.iremote.bmw.cardata.telematics;

import io.github.iremote.vehicle.Answer;
import io.github.iremote.vehicle.Known;
import io.github.iremote.vehicle.Sample;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.VehicleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What CarData has said of a car: all its keys, as a poll brings them, or a single one, as the
 * stream does.
 *
 * @param noMessages whether BMW was asked for the car's messages, and had none
 * @param kept the keys that are worth keeping
 * @param model the car's model name; empty where it is not known
 * @param at when it was heard
 */
public record Heard(Samples samples, boolean noMessages, KeptKeys kept, String model, Instant at)
    implements Answer {
  /** How long BMW may take to show what a car has sent. */
  private static final Duration LAG = Duration.ofMinutes(15);

  private static final String NO_MESSAGES = "[]";

  @Override
  public Known addTo(Known known) {
    Samples before = Telematics.credible(known.samples(), at).only(kept);
    Samples all = before.merged(withMessages(before).only(kept));
    VehicleStatus status = Mapping.status(all, known.status(), model, at);
    return new Known(status, all);
  }

  /** The samples, and what their silence says of messages. */
  private Samples withMessages(Samples before) {
    String key = Descriptor.CHECK_CONTROL.key();
    Optional<Sample> last = before.get(key);
    boolean hadNone = last.isPresent() && last.get().value().equals(NO_MESSAGES);
    if (noMessages && !hadNone) {
      return samples.with(key, new Sample(NO_MESSAGES, Optional.empty(), Optional.of(at)));
    }
    Optional<Sample> now = samples.get(key);
    return hadNone && now.isPresent() && onItsWay(now.get(), last.get())
        ? samples.with(key, new Sample(now.get().value(), now.get().unit(), last.get().at()))
        : samples;
  }

  /**
   * That there is no message carries the time of our question; one may have been under way then.
   */
  private static boolean onItsWay(Sample message, Sample none) {
    return message.at().isPresent()
        && none.at().isPresent()
        && message.at().get().isBefore(none.at().get())
        && message.at().get().plus(LAG).isAfter(none.at().get());
  }
}
