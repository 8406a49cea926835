package io.github.iremote.watch.line;

import io.github.iremote.mqtt.Ending;
import java.time.Duration;
import java.time.Instant;

/** Sees what becomes of the line to the stream. */
public interface LineObserver {
  /** Cars are heard from now on, and were not for a while. */
  void connected(Duration gap);

  /** The line is renewed, and nothing was missed. */
  void renewed();

  /** They are not, and will not be before then. */
  void disconnected(Ending why, Instant next);

  /** Another program takes the stream away, again and again. */
  void evicted();

  /** It is ours again. */
  void settled();
}
