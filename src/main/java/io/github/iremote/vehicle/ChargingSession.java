package io.github.iremote.vehicle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A charge as BMW's charging history tells it.
 *
 * @param gridEnergy what came from the grid, which is what the meter counts, in kWh
 * @param batteryEnergy what arrived in the battery, in kWh
 * @param kilometres the odometer
 * @param cost what BMW calculated, in the currency of the owner's portal
 * @param place where, if that may be kept
 * @param blocks the power, piece by piece
 */
public record ChargingSession(
    Instant start,
    Instant end,
    Optional<Double> from,
    Optional<Double> to,
    Optional<Double> gridEnergy,
    Optional<Double> batteryEnergy,
    Optional<Double> kilometres,
    Optional<Double> cost,
    Optional<String> place,
    List<Block> blocks) {
  public ChargingSession {
    blocks = List.copyOf(blocks);
  }

  /** A stretch of even power, in kW from the grid. */
  public record Block(Instant start, Instant end, double kilowatts) {}

  /** The same without what tells where the car was. */
  public ChargingSession placeless() {
    return new ChargingSession(
        start,
        end,
        from,
        to,
        gridEnergy,
        batteryEnergy,
        kilometres,
        cost,
        Optional.empty(),
        blocks);
  }

  /** This one, with what only another word of the same charge tells. */
  public ChargingSession completedBy(ChargingSession other) {
    return new ChargingSession(
        start,
        end,
        from.or(() -> other.from),
        to.or(() -> other.to),
        gridEnergy.or(() -> other.gridEnergy),
        batteryEnergy.or(() -> other.batteryEnergy),
        kilometres.or(() -> other.kilometres),
        cost.or(() -> other.cost),
        place.or(() -> other.place),
        blocks.isEmpty() ? other.blocks : blocks);
  }
}
