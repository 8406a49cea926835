package io.github.iremote.history.derived;

import java.time.Instant;

/**
 * A time in which the car only stood, and what its battery lost.
 *
 * @param lost in percent of the battery
 */
public record Standing(Instant start, Instant end, double lost) {}
