package io.github.iremote.watch;

import io.github.iremote.event.Event;
import io.github.iremote.message.Message;
import io.github.iremote.run.CarReport;
import io.github.iremote.vehicle.Vehicle;
import java.util.List;
import java.util.Optional;

/** Where {@code watch} says what happens: a line each, and nothing while nothing does. */
public interface Journal {

  /** Something about the line to the stream, or the process. */
  void line(String sentence);

  /** Something that only those want to know who look into it. */
  void detail(String sentence);

  /** Something should be otherwise. */
  void warn(String sentence);

  /**
   * A car did something.
   *
   * @param message what is told of it, unless that is muted
   */
  void event(Vehicle car, List<Event> events, Optional<Message> message);

  /** How the cars are at the start. */
  void cards(List<CarReport> cars);
}
