package io.github.iremote.history.derived;

import io.github.iremote.vehicle.ChargingSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What electricity costs the owner. Prices with the same {@code from} belong together and hold
 * until the next date: a new price leaves what was charged before as it was.
 */
public record Tariff(String currency, List<Price> prices) {
  private static final Duration STEP = Duration.ofMinutes(1);

  public Tariff {
    prices = List.copyOf(prices);
  }

  /**
   * A price per kWh.
   *
   * @param from the first day on which it holds
   * @param hours the hours of the day in which it holds; without them in all that no other has
   */
  public record Price(LocalDate from, Optional<Hours> hours, double perKilowattHour) {}

  /** Hours of a day; they may span midnight. */
  public record Hours(LocalTime from, LocalTime to) {
    boolean contain(LocalTime time) {
      boolean afterFrom = !time.isBefore(from);
      boolean beforeTo = time.isBefore(to);
      return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
    }
  }

  /** All of it as text. Written out: the JVM links a record's own at run time, for 15 ms. */
  public String words() {
    StringBuilder words = new StringBuilder(currency);
    for (Price price : prices) {
      words.append(' ').append(price.from).append(' ').append(price.perKilowattHour);
      price.hours.ifPresent(
          hours -> words.append(' ').append(hours.from).append('-').append(hours.to));
    }
    return words.toString();
  }

  /** What a kWh costs at that time; nothing where no price says. */
  Optional<Double> at(ZonedDateTime time) {
    Optional<Double> standard = Optional.empty();
    for (Price price : on(time.toLocalDate())) {
      if (price.hours.isEmpty()) {
        standard = Optional.of(price.perKilowattHour);
      } else if (price.hours.get().contain(time.toLocalTime())) {
        return Optional.of(price.perKilowattHour);
      }
    }
    return standard;
  }

  /** The prices that hold on a day: those of the latest date that has come. */
  private List<Price> on(LocalDate day) {
    LocalDate latest = LocalDate.MIN;
    List<Price> holding = new ArrayList<>();
    for (Price price : prices) {
      if (price.from.isAfter(day) || price.from.isBefore(latest)) {
        continue;
      }
      if (price.from.isAfter(latest)) {
        holding.clear();
        latest = price.from;
      }
      holding.add(price);
    }
    return holding;
  }

  /** What a charge cost; nothing where its energy, its hours or their price is not known. */
  public Optional<Double> cost(Charge charge, ZoneId zone) {
    if (charge.energy().isEmpty()) {
      return Optional.empty();
    }
    double energy = charge.energy().get().kilowattHours();
    if (charge.start().isEmpty() || !charge.start().get().isBefore(charge.end())) {
      return onlyPrice(charge.end().atZone(zone)).map(price -> price * energy);
    }
    List<ChargingSession.Block> blocks =
        charge.power().isEmpty()
            ? List.of(new ChargingSession.Block(charge.start().get(), charge.end(), 1))
            : charge.power();
    return average(blocks, zone).map(price -> price * energy);
  }

  /** The price of a day that has no other. */
  private Optional<Double> onlyPrice(ZonedDateTime time) {
    List<Double> prices =
        on(time.toLocalDate()).stream().map(Price::perKilowattHour).distinct().toList();
    return prices.size() == 1 ? at(time) : Optional.empty();
  }

  private Optional<Double> average(List<ChargingSession.Block> blocks, ZoneId zone) {
    if (prices.size() == 1 && prices.get(0).hours.isEmpty()) {
      return at(blocks.get(0).start().atZone(zone)); // need not be asked of each minute
    }
    double sum = 0;
    double weight = 0;
    for (ChargingSession.Block block : blocks) {
      for (Instant t = block.start(); t.isBefore(block.end()); t = t.plus(STEP)) {
        Optional<Double> price = at(t.atZone(zone));
        if (price.isEmpty()) {
          return Optional.empty();
        }
        sum += price.get() * block.kilowatts();
        weight += block.kilowatts();
      }
    }
    return weight > 0 ? Optional.of(sum / weight) : Optional.empty();
  }
}
