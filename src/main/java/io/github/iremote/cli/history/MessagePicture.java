package io.github.iremote.cli.history;

import io.github.iremote.cli.Home;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.history.HistoryFolder;
import io.github.iremote.history.chronicle.Chronicle;
import io.github.iremote.history.derived.Charge;
import io.github.iremote.history.derived.Tariff;
import io.github.iremote.message.Message;
import io.github.iremote.message.Pictured;
import io.github.iremote.message.Wording;
import io.github.iremote.picture.Picture;
import io.github.iremote.vehicle.Vehicle;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What there is to be seen of what a message tells: the charge that has ended, or the month. */
public final class MessagePicture {
  /** A charge that ended longer ago is not the one that is told of. */
  private static final Duration RECENT = Duration.ofHours(6);

  private final Home home;

  public MessagePicture(Home home) {
    this.home = home;
  }

  /** The picture; nothing where nothing is known, or this machine cannot draw. */
  public Optional<Pictured.Picture> of(Message message) {
    HistoryFolder folder = new HistoryFolder(home.configs(), home.log());
    Vehicle car = new Vehicle(message.car().get().vin(), message.car().get().name());
    ZoneId zone = home.config().timezone().get();
    Optional<Tariff> tariff = home.config().history().tariff();
    Optional<Double> capacity = new Cars(home.config(), home.seen(), folder).capacity(car);
    Chronicle.Terms terms = new Chronicle.Terms(zone, tariff, capacity, home.config().location());
    Chronicle chronicle = new Chronicle(folder, car.vin(), terms, message.at());
    Figures figures = new Figures(Wording.of(home.config()), tariff.map(Tariff::currency));
    SceneMaker maker = new SceneMaker(chronicle, figures, message.at());
    String name = message.car().get().name();
    for (Event event : message.events()) {
      for (Item item : event.items()) {
        if (event.name() == EventName.REPORT && item instanceof Item.Period period) {
          return Picture.png(maker.bars(name, span(period, zone)))
              .map(png -> new Pictured.Picture("report.png", png));
        }
      }
    }
    return charge(chronicle, message.at())
        .flatMap(charge -> Picture.png(maker.charge(name, charge)))
        .map(png -> new Pictured.Picture("charge.png", png));
  }

  private Span span(Item.Period period, ZoneId zone) {
    return new Span(
        period.start().atStartOfDay(zone).toInstant(),
        period.end().atStartOfDay(zone).toInstant(),
        Wording.of(home.config()).item(period),
        period.start().plusMonths(1).equals(period.end()),
        true);
  }

  private static Optional<Charge> charge(Chronicle chronicle, Instant now) {
    List<Charge> charges =
        chronicle.nearby(now.minus(RECENT), now.plus(Duration.ofMinutes(1))).charges();
    return charges.isEmpty() ? Optional.empty() : Optional.of(charges.get(charges.size() - 1));
  }
}
