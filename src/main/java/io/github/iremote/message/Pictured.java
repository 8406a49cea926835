package io.github.iremote.message;

import java.util.Optional;

/** A place that takes pictures. */
public interface Pictured extends Notifier {

  /**
   * Sends a picture that belongs to a letter which the place has.
   *
   * @param message what the place calls the message to put it under, where there is one
   * @throws io.github.iremote.Failure.PlaceUnavailable if it was not reached; nobody tries again
   */
  void show(Letter letter, Optional<String> message, Picture picture) throws Refused;

  /**
   * A picture for a message.
   *
   * @param file its name, such as {@code charge.png}
   */
  record Picture(String file, byte[] png) {}
}
