package io.github.iremote.cli.watch;

import io.github.iremote.Masked;
import io.github.iremote.cli.CarPrinter;
import io.github.iremote.cli.TerminalMessage;
import io.github.iremote.cli.Wiring;
import io.github.iremote.event.Event;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Message;
import io.github.iremote.message.Wording;
import io.github.iremote.run.CarReport;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.watch.Journal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says what happens on standard output: to a person as Slack would show it, to systemd's journal,
 * which has the time beside each line, in a line.
 */
final class LineByLine implements Journal {
  private final Wiring wiring;
  private final boolean quiet;

  /**
   * @param quiet whether only what should be otherwise is said
   */
  LineByLine(Wiring wiring, boolean quiet) {
    this.wiring = wiring;
    this.quiet = quiet;
  }

  @Override
  public void line(String sentence) {
    if (!quiet) {
      wiring.here.out().println(time() + Masked.text(sentence));
    }
  }

  @Override
  public void detail(String sentence) {
    wiring.log.info(() -> sentence);
  }

  @Override
  public void warn(String sentence) {
    wiring.here.err().println("iremote: " + Masked.text(sentence));
  }

  @Override
  public void event(Vehicle car, List<Event> events, Optional<Message> message) {
    if (wiring.here.terminal() && message.isPresent() && !quiet) {
      line(car.name());
      new TerminalMessage(wiring.here.out(), true)
          .print(
              wiring
                  .slackMessage()
                  .of(Letter.of("slack", message.get()), wiring.here.clock().instant()));
    } else {
      line(car.name() + ": " + sentences(events));
    }
  }

  private String sentences(List<Event> events) {
    Wording wording = wiring.wording();
    Instant now = wiring.here.clock().instant();
    List<String> sentences = new ArrayList<>();
    events.forEach(event -> sentences.add(wording.sentence(event, now)));
    return String.join(" · ", sentences);
  }

  @Override
  public void cards(List<CarReport> cars) {
    if (!quiet) {
      CarPrinter printer = new CarPrinter(wiring);
      cars.forEach(printer::printCard);
    }
  }

  private String time() {
    return wiring.here.terminal()
        ? LocalTime.ofInstant(wiring.here.clock().instant(), wiring.config.timezone().get())
                .truncatedTo(ChronoUnit.SECONDS)
            + "  "
        : "";
  }
}
