package io.github.iremote.message;

import java.util.Optional;

/** A place where messages go: puts a letter into the place's form, and sends it. */
@FunctionalInterface
public interface Notifier {

  /**
   * Sends one letter; when this returns, the place has said that it has it.
   *
   * @throws Refused if the place will never take it, in any form
   * @throws io.github.iremote.Failure.PlaceUnavailable if it should be kept and sent later
   */
  void send(Letter letter) throws Refused;

  /**
   * Asks whether messages would arrive, without sending one; what it found, or nothing where that
   * cannot be known.
   *
   * @throws io.github.iremote.Failure.PlaceUnavailable if they would not
   */
  default Optional<String> probe() {
    return Optional.empty();
  }

  /** The place will never take this letter; the place itself is fine. */
  final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    public Refused(String word) {
      super(word);
    }
  }
}
