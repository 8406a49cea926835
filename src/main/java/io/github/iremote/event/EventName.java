package io.github.iremote.event;

import java.util.Set;

/**
 * What is worth telling, most important first: of several changes in one message the first is the
 * headline. The names are the ones {@code mute} takes.
 */
public enum EventName {
  ALARM(Weight.URGENT),
  LOGIN_REQUIRED(Weight.URGENT),
  TROUBLE(Weight.URGENT),
  RECOVERED(Weight.URGENT),
  CHARGING_ERROR(Weight.URGENT),
  CHARGING_INTERRUPTED(Weight.URGENT),
  LEFT_OPEN(Weight.URGENT),
  LEFT_UNLOCKED(Weight.URGENT),
  BATTERY_LOW(Weight.ATTENTION),
  FUEL_LOW(Weight.ATTENTION),
  TYRE_PRESSURE(Weight.ATTENTION),
  BATTERY_12V(Weight.ATTENTION),
  CHECK_CONTROL(Weight.ATTENTION),
  SERVICE_DUE(Weight.ATTENTION),
  PLUG_IN_REMINDER(Weight.ATTENTION),
  DRIVING(Weight.ORDINARY),
  DEPARTED(Weight.ORDINARY),
  PARKED(Weight.ORDINARY),
  ARRIVED(Weight.ORDINARY),
  CHARGING_FINISHED(Weight.ORDINARY),
  CHARGING_STARTED(Weight.ORDINARY),
  UNPLUGGED(Weight.ORDINARY),
  PLUGGED_IN(Weight.ORDINARY),
  UNLOCKED(Weight.ORDINARY),
  OPENED(Weight.ORDINARY),
  LOCKED(Weight.ORDINARY),
  CLOSED(Weight.ORDINARY),
  CHARGE_TIME(Weight.ORDINARY),
  UPDATE(Weight.ORDINARY),
  REPORT(Weight.ORDINARY),
  WATCHING(Weight.ORDINARY);

  private final Weight weight;

  EventName(Weight weight) {
    this.weight = weight;
  }

  /** How much it matters. */
  public Weight weight() {
    return weight;
  }

  public boolean urgent() {
    return weight == Weight.URGENT;
  }

  /** Whether who names {@code other} means this as well: an arrival is a way to park. */
  public boolean isKindOf(EventName other) {
    return this == other
        || (this == ARRIVED && other == PARKED)
        || (this == DEPARTED && other == DRIVING);
  }

  /** Whether one of them means this as well. */
  public boolean isKindOf(Set<EventName> others) {
    return others.stream().anyMatch(this::isKindOf);
  }

  /** Whether the owner should look after something. */
  public boolean attention() {
    return weight == Weight.ATTENTION;
  }
}
