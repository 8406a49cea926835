package io.github.iremote.pace;

import io.github.iremote.pace.Routine.Kind;
import io.github.iremote.pace.SimulatedCar.Voice;
import java.util.ArrayList;
import java.util.List;

/**
 * An owner of the simulation with a car: how he lives, and what the car tells of it. No two are
 * alike, and no seed gives them the same days.
 *
 * @param locksItself whether the car locks its doors when it drives off
 * @param forgetful how often of a hundred times it is left open or unlocked
 * @param asleep whether the machine that asks is off at night
 */
record Owner(
    String name, Kind kind, Voice voice, boolean locksItself, int forgetful, boolean asleep) {

  static final List<Owner> ALL =
      List.of(
          new Owner("regular", Kind.REGULAR, Voice.IGNITION, true, 2, false),
          new Owner("regular-plain-car", Kind.REGULAR, Voice.ODOMETER, false, 4, true),
          new Owner("regular-old-car", Kind.REGULAR, Voice.STANDING, false, 1, false),
          new Owner("shifts", Kind.SHIFTS, Voice.IGNITION, true, 3, false),
          new Owner("shifts-plain-car", Kind.SHIFTS, Voice.ODOMETER, true, 2, false),
          new Owner("shifts-machine-off", Kind.SHIFTS, Voice.IGNITION, false, 3, true),
          new Owner("stops", Kind.STOPS, Voice.IGNITION, true, 3, false),
          new Owner("stops-plain-car", Kind.STOPS, Voice.ODOMETER, false, 2, false),
          new Owner("stops-machine-off", Kind.STOPS, Voice.IGNITION, true, 5, true),
          new Owner("silent", Kind.REGULAR, Voice.SILENT, false, 4, false),
          new Owner("silent-errands", Kind.ERRANDS, Voice.SILENT, false, 3, false),
          new Owner("silent-machine-off", Kind.ERRANDS, Voice.SILENT, false, 2, true),
          new Owner("night-charging", Kind.NIGHT_CHARGING, Voice.IGNITION, true, 2, false),
          new Owner("night-charging-plain-car", Kind.NIGHT_CHARGING, Voice.ODOMETER, true, 1, true),
          new Owner("night-charging-silent", Kind.NIGHT_CHARGING, Voice.SILENT, false, 2, false));

  private static final int NEVER_LOCKS = 1000;

  /** None of the five kinds: his car stands unlocked from one drive to the next, all day. */
  static final Owner UNLOCKED_ALL_DAY =
      new Owner("unlocked-all-day", Kind.REGULAR, Voice.IGNITION, false, NEVER_LOCKS, false);

  static Owner named(String name) {
    List<Owner> known = new ArrayList<>(ALL);
    known.add(UNLOCKED_ALL_DAY);
    for (Owner owner : known) {
      if (owner.name.equals(name)) {
        return owner;
      }
    }
    throw new IllegalArgumentException(
        name + " is none of " + known.stream().map(Owner::name).toList());
  }

  boolean neverLocks() {
    return forgetful == NEVER_LOCKS;
  }

  /** By what tells his car from others, in the words of the table. */
  List<String> traits() {
    List<String> traits = new ArrayList<>();
    traits.add(
        switch (voice) {
          case IGNITION -> "ignition tells";
          case ODOMETER -> "only the odometer tells";
          case SILENT -> "silent on the road";
          case STANDING -> "silent until parked";
        });
    if (locksItself) {
      traits.add("locks itself");
    }
    if (asleep) {
      traits.add("machine off at night");
    }
    return traits;
  }

  /** One of the five kinds of which the aims speak. */
  String group() {
    return name.replaceAll("-(plain|old|machine|errands|silent).*", "");
  }
}
