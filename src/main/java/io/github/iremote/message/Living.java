package io.github.iremote.message;

/** A place that can change a message it has, and take another as an answer to it. */
public interface Living extends Notifier {

  /**
   * Sends a letter that is to be changed later.
   *
   * @return what the place calls it; empty if the place cannot change it after all
   */
  String begin(Letter letter) throws Refused;

  /**
   * Changes a message; nobody is notified of that.
   *
   * @param message what the place calls it
   * @throws Gone if it is no longer there to be changed
   * @throws io.github.iremote.Failure.PlaceUnavailable if the place was not reached
   */
  void change(String message, Letter now) throws Gone, Refused;

  /** Sends a letter as an answer to a message, so that those who look see both. */
  void answer(String message, Letter letter) throws Refused;

  /** The message is no longer there, or may no longer be changed. */
  final class Gone extends Exception {
    private static final long serialVersionUID = 1L;

    public Gone(String word) {
      super(word);
    }
  }
}
