package io.github.iremote.vehicle;

/**
 * What a source has heard of a car, on its way into what is known: the answer to a question, a
 * burst of a stream, a line of a recording.
 */
public interface Answer {

  /** What is known with this; the same as before where it says nothing new. */
  Known addTo(Known known);

  /** Whether it was waited for what else the car had to say: no more is about to follow. */
  default boolean awaited() {
    return false;
  }
}
