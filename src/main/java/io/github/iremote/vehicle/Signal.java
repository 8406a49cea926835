package io.github.iremote.vehicle;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One thing a car can report, such as its lock state or its odometer: the key under which {@link
 * VehicleStatus} keeps the reading, and the type of its value.
 */
public final class Signal<T> {
  private static final Map<String, Signal<?>> ALL = new LinkedHashMap<>();

  public static final Signal<String> UPDATE_REASON = signal("updateReason", String.class);
  public static final Signal<LockState> LOCK = signal("lock", LockState.class);
  public static final Signal<Boolean> MOVING = signal("moving", Boolean.class);
  public static final Signal<Boolean> IGNITION = signal("ignition", Boolean.class);
  public static final Signal<Boolean> DEEP_SLEEP = signal("deepSleep", Boolean.class);
  public static final Signal<Boolean> ALARM = signal("alarm", Boolean.class);
  public static final Signal<Distance> ODOMETER = signal("odometer", Distance.class);
  public static final Signal<Distance> TRIP_END_ODOMETER =
      signal("tripEndOdometer", Distance.class);

  /** Charge level of the high-voltage battery in percent. */
  public static final Signal<Double> STATE_OF_CHARGE = signal("stateOfCharge", Double.class);

  /** The charge level at which the car will stop charging, in percent. */
  public static final Signal<Double> TARGET_STATE_OF_CHARGE =
      signal("targetStateOfCharge", Double.class);

  public static final Signal<Distance> ELECTRIC_RANGE = signal("electricRange", Distance.class);

  /** Fill level of the tank in percent. */
  public static final Signal<Double> FUEL_LEVEL = signal("fuelLevel", Double.class);

  public static final Signal<Distance> FUEL_RANGE = signal("fuelRange", Distance.class);

  /** How far the car can go in all, where BMW says it in one number. */
  public static final Signal<Distance> TOTAL_RANGE = signal("totalRange", Distance.class);

  /** True where the engine only charges the battery (i3 REX). */
  public static final Signal<Boolean> RANGE_EXTENDER = signal("rangeExtender", Boolean.class);

  public static final Signal<ChargingState> CHARGING = signal("charging", ChargingState.class);
  public static final Signal<PlugState> PLUG = signal("plug", PlugState.class);
  public static final Signal<Duration> CHARGE_TIME_REMAINING =
      signal("chargeTimeRemaining", Duration.class);

  /** What flows into the battery, in kW; true only near its own time. */
  public static final Signal<Double> CHARGING_POWER = signal("chargingPower", Double.class);

  /** What the battery holds when it is full, in kWh, by the car's own word. */
  public static final Signal<Double> BATTERY_CAPACITY = signal("batteryCapacity", Double.class);

  /** Why the last charge ended, in BMW's word. */
  public static final Signal<String> CHARGE_END_REASON = signal("chargeEndReason", String.class);

  public static final Signal<Position> POSITION = signal("position", Position.class);

  /** What the car asks for its 12 V battery. */
  public static final Signal<Battery12v> BATTERY_12V = signal("battery12v", Battery12v.class);

  /** Service items that are pending or overdue. */
  public static final Signal<Notices> SERVICE = signal("service", Notices.class);

  public static final Signal<Notices> CHECK_CONTROL = signal("checkControl", Notices.class);

  private static final Map<Opening, Signal<OpeningState>> OPENINGS = new EnumMap<>(Opening.class);
  private static final Map<Wheel, Signal<Double>> TYRE_PRESSURES = new EnumMap<>(Wheel.class);
  private static final Map<Wheel, Signal<Double>> TYRE_TARGETS = new EnumMap<>(Wheel.class);

  static {
    for (Opening opening : Opening.values()) {
      OPENINGS.put(opening, signal(camelCase(opening), OpeningState.class));
    }
    for (Wheel wheel : Wheel.values()) {
      TYRE_PRESSURES.put(wheel, signal(camelCase(wheel) + "TyrePressure", Double.class));
      TYRE_TARGETS.put(wheel, signal(camelCase(wheel) + "TyrePressureTarget", Double.class));
    }
  }

  private final String name;
  private final Class<T> type;

  private Signal(String name, Class<T> type) {
    this.name = name;
    this.type = type;
  }

  /** The field's name in {@code event-<VIN>.json} and in {@code --json}. */
  public String name() {
    return name;
  }

  public Class<T> type() {
    return type;
  }

  public static Signal<OpeningState> of(Opening opening) {
    return OPENINGS.get(opening);
  }

  /** Tyre pressure in kPa. */
  public static Signal<Double> tyrePressure(Wheel wheel) {
    return TYRE_PRESSURES.get(wheel);
  }

  /** The pressure the tyre should have, in kPa. */
  public static Signal<Double> tyrePressureTarget(Wheel wheel) {
    return TYRE_TARGETS.get(wheel);
  }

  /** Every signal, in the order in which they are written. */
  public static Collection<Signal<?>> all() {
    return Collections.unmodifiableCollection(ALL.values());
  }

  /** The signal of that name, or null: a newer version may have written more. */
  public static Signal<?> named(String name) {
    return ALL.get(name);
  }

  private static <T> Signal<T> signal(String name, Class<T> type) {
    Signal<T> signal = new Signal<>(name, type);
    ALL.put(name, signal);
    return signal;
  }

  private static String camelCase(Enum<?> constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.name().split("_")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    name.setCharAt(0, Character.toLowerCase(name.charAt(0)));
    return name.toString();
  }

  @Override
  public String toString() {
    return name;
  }
}
