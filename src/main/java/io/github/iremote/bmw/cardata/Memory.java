package io.github.iremote.bmw.cardata;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What CarData makes us remember from run to run: the calls BMW counts, and our container. */
public interface Memory {

  /**
   * Counts a call that is about to be sent; it is on disk when this returns.
   *
   * @throws io.github.iremote.Failure.BmwUnavailable if the quota leaves no call
   */
  void count();

  /**
   * An answer has come.
   *
   * @param date the time by BMW's clock, where the answer tells it
   */
  void answered(Optional<Instant> date);

  /**
   * BMW says that the quota is spent.
   *
   * @param retryAfter for how long, where BMW tells it
   */
  void closed(Optional<Duration> retryAfter);

  /** The model of a car as BMW has told it before: it costs a call, and does not change. */
  Optional<String> model(String vin);

  /** What {@link #keep} was given last; a missing node if nothing was. */
  JsonNode container();

  /** Remembers our container; it is on disk when this returns. */
  void keep(JsonNode container);
}
