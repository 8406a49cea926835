package io.github.iremote.event.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a ConnectedDrive car gives as the reason of its update. */
class ReasonsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "VEHICLE_SHUTDOWN_SECURED       | PARKED \"Car Parked and Locked\" | again",
        "VEHICLE_SHUTDOWN               | PARKED                           | again",
        "VEHICLE_MOVING                 | DRIVING                          | again",
        "VEHICLE_SECURED                | LOCKED                           | silent",
        "VEHICLE_UNSECURED              | UNLOCKED                         | again",
        "CHARGING_STARTED               | CHARGING_STARTED                 | silent",
        "CHARGING_DONE                  | CHARGING_FINISHED                | again",
        "CHARGING_INTERRUPTED           | CHARGING_INTERRUPTED             | again",
        "PREDICTION_UPDATE              | CHARGE_TIME                      | silent",
        "DISCONNECTED                   | UNPLUGGED                        | again",
        "DOOR_STATE_CHANGED             | UPDATE \"Door State Changed\"    | silent",
        "CHARGING_PAUSED                | UPDATE \"Charging Paused\"       | silent",
        "CYCLIC_RECHARGING              | UPDATE \"Cyclic Recharging\"     | silent",
        "NO_CYCLIC_RECHARGING           | UPDATE \"No Cyclic Recharging\"  | silent",
        "NO_LSC_TRIGGER                 | UPDATE \"No Lsc Trigger\"        | silent",
        "ON_DEMAND                      | UPDATE \"On Demand\"             | silent",
        "TEMPORARY_POWER_SUPPLY_FAILURE | UPDATE \"Temporary Power Supply Failure\" | silent",
        "__FLUX__CAPACITOR_             | UPDATE \"Flux Capacitor\"        | silent"
      })
  void every_reason_is_told_in_its_own_words(String reason, String told, String repeated) {
    Story.tell(
        String.join(
            "\n",
            "10:00 updateReason=SOMETHING",
            "10:05 updateReason=" + reason + " > " + told,
            "10:10 updateReason=" + reason + "@10:03",
            "10:15 updateReason=" + reason + (repeated.equals("again") ? " > " + told : ""),
            "10:20 updateReason=SOMETHING@10:04",
            "10:25 updateReason=SOMETHING > UPDATE \"Something\""));
  }

  @ParameterizedTest
  @CsvSource({
    "UNLOCKED, UNLOCKED",
    "SELECTIVE_LOCKED, UNLOCKED",
    "LOCKED, LOCKED",
    "SECURED, LOCKED"
  })
  void a_changed_door_state_is_told_by_the_lock(String lock, String told) {
    Story.tell(
        "10:00 updateReason=SOMETHING lock="
            + lock
            + "\n"
            + "10:05 updateReason=DOOR_STATE_CHANGED > "
            + told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the first reason ever is no change
        """
        10:00 lock=LOCKED
        10:05 updateReason=VEHICLE_MOVING moving=false
        """,
        // a reason that says what changed is one event; what else changed stands beneath it
        """
        10:00 updateReason=VEHICLE_SECURED lock=SECURED driverDoor=CLOSED plug=CONNECTED moving=false
        10:05 updateReason=VEHICLE_UNSECURED lock=UNLOCKED driverDoor=OPEN plug=DISCONNECTED > UNLOCKED, UNPLUGGED, OPENED (driver door)
        """,
        // the reason's words, with what was found out about it
        """
        10:00 updateReason=VEHICLE_MOVING moving=true lock=UNLOCKED odometer=100km stateOfCharge=80
        10:30 updateReason=VEHICLE_SHUTDOWN_SECURED moving=false lock=SECURED odometer=110km stateOfCharge=70 > PARKED "Car Parked and Locked" (10 km; 10 %)
        """,
        """
        10:00 updateReason=VEHICLE_MOVING moving=true lock=UNLOCKED odometer=100km
        10:30 updateReason=VEHICLE_SHUTDOWN moving=false lock=SECURED odometer=110km > PARKED (10 km), LOCKED
        """,
        // a repeated reason, and a field that changed
        """
        10:00 updateReason=VEHICLE_SECURED lock=SECURED trunk=CLOSED
        10:05 updateReason=VEHICLE_SECURED trunk=OPEN > OPENED (trunk)
        """,
        // the reason comes first, however important the rest
        """
        10:00 updateReason=VEHICLE_MOVING alarm=false stateOfCharge=30
        10:05 updateReason=CHARGING_PAUSED alarm=true stateOfCharge=10 > UPDATE "Charging Paused", ALARM, BATTERY_LOW
        """
      })
  void the_reason_is_the_headline(String story) {
    Story.tell(story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        10:00 alarm=false lock=SECURED driverDoor=CLOSED stateOfCharge=30 checkControl=none moving=false
        10:05 alarm=true lock=UNLOCKED driverDoor=OPEN stateOfCharge=10 checkControl=9 > ALARM, BATTERY_LOW, CHECK_CONTROL (9), UNLOCKED, OPENED (driver door)
        """,
        // what one event says, another does not say again
        """
        10:00 lock=UNLOCKED moving=true odometer=100km stateOfCharge=30
        10:05 lock=SECURED moving=false odometer=130km stateOfCharge=15 > BATTERY_LOW, PARKED "Car Parked and Locked" (30 km; 15 %)
        """
      })
  void without_a_reason_the_most_important_change_is_the_headline(String story) {
    Story.tell(story);
  }
}
