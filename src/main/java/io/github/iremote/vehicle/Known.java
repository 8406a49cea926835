package io.github.iremote.vehicle;

/**
 * What is known of a car: in our words, and as its source put it.
 *
 * @param samples none where the source's answers are whole in themselves
 */
public record Known(VehicleStatus status, Samples samples) {
  public static final Known NOTHING = new Known(VehicleStatus.UNKNOWN, Samples.NONE);

  /** Whether nothing has been heard since {@code before}. */
  public boolean unchangedSince(Known before) {
    return status.equals(before.status) && samples.equals(before.samples);
  }
}
