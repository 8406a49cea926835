package io.github.iremote.message.delivery;

import io.github.iremote.message.Letter;
import java.util.List;

/** A file that keeps letters until their places have them. */
public interface Mailbox {

  /** The letters that wait, the oldest first. */
  List<Letter> letters();

  /** Keeps what is left after one letter; it is on disk when this returns. */
  void keep(Delivery.Step step);

  /** Writes what there is, to see whether that is possible. */
  void save();

  /** What the file is called that keeps what no place would take. */
  String refusedFile();
}
