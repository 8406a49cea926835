package io.github.iremote.cli.demo;

import io.github.iremote.event.Event;
import io.github.iremote.message.Message;
import io.github.iremote.run.CarReport;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.watch.Journal;
import java.util.List;
import java.util.Optional;

/** Says nothing: the demo shows what arrives. */
final class SilentJournal implements Journal {
  @Override
  public void line(String sentence) {}

  @Override
  public void detail(String sentence) {}

  @Override
  public void warn(String sentence) {}

  @Override
  public void event(Vehicle car, List<Event> events, Optional<Message> message) {}

  @Override
  public void cards(List<CarReport> cars) {}
}
