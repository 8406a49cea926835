package io.github.iremote.event.rules;

import io.github.iremote.event.Thresholds;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Levels that run low and what the car itself warns of: a story a row. */
class WarningsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        // below the threshold; again only after recovering by 5 points
        """
        10:00 stateOfCharge=21
        10:05 stateOfCharge=20
        10:10 stateOfCharge=19.9 > BATTERY_LOW
        10:15 stateOfCharge=12
        10:20 stateOfCharge=24.9
        10:25 stateOfCharge=19
        10:30 stateOfCharge=25
        10:35 stateOfCharge=19   > BATTERY_LOW
        """,
        """
        10:00 fuelLevel=10 stateOfCharge=90
        10:05 fuelLevel=9        > FUEL_LOW
        10:10 fuelLevel=14
        10:15 fuelLevel=9
        10:20 fuelLevel=60
        10:25 fuelLevel=8        > FUEL_LOW
        """,
        // low when first seen, or first heard of
        """
        10:00 stateOfCharge=15 rangeExtender=true
        10:05 fuelLevel=5
        10:10 stateOfCharge=14 fuelLevel=4
        10:15 stateOfCharge=26 fuelLevel=30
        10:20 stateOfCharge=14 fuelLevel=4 > BATTERY_LOW, FUEL_LOW
        """,
        // an empty battery is a plug-in hybrid's daily bread
        """
        10:00 stateOfCharge=26 fuelLevel=30
        10:05 stateOfCharge=14 fuelLevel=4 > FUEL_LOW
        """
      })
  void a_level_is_told_once_until_it_has_recovered(String story) {
    Story.tell(story);
  }

  @Test
  void thresholds_are_the_owners() {
    Duration hour = Duration.ofHours(1);
    Story.tell(
        """
        10:00 stateOfCharge=60 fuelLevel=9 trunk=OPEN lock=UNLOCKED
        10:05 stateOfCharge=49 fuelLevel=0 > BATTERY_LOW
        10:57
        10:58                              > LEFT_OPEN (trunk; since 09:58), LEFT_UNLOCKED (since 09:58)
        """,
        new Thresholds(50, 0, hour, hour, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        10:00 alarm=false
        10:05 alarm=true  > ALARM
        10:10 alarm=true
        10:15 alarm=false
        10:20 alarm=true  > ALARM
        """,
        """
        10:00 battery12v=FINE
        10:05 battery12v=RECHARGE > BATTERY_12V (recharge required)
        10:10 battery12v=RECHARGE
        """,
        // each worse step once, and a battery that is better for a moment is not well
        """
        10:00 battery12v=FINE
        10:05 battery12v=REPLACEMENT_RECOMMENDED > BATTERY_12V (replacement recommended)
        10:10 battery12v=FINE
        10:15 battery12v=REPLACEMENT_RECOMMENDED
        10:20 battery12v=REPLACEMENT_REQUIRED > BATTERY_12V (replacement required)
        10:25 battery12v=REPLACEMENT_URGENT > BATTERY_12V (replacement urgently required)
        10:30 battery12v=REPLACEMENT_REQUIRED
        10:35 battery12v=REPLACEMENT_URGENT
        10:40 battery12v=FINE
        11:00+1
        11:05+1 battery12v=REPLACEMENT_RECOMMENDED > BATTERY_12V (replacement recommended)
        """,
        // where nothing was known before: what the car has said since; a battery's time is ours
        """
        10:00 lock=LOCKED
        10:05 alarm=true battery12v=RECHARGE > ALARM
        10:10 alarm=true battery12v=RECHARGE
        """,
        """
        10:00 lock=LOCKED
        10:05 alarm=true@09:50 charging=ERROR@09:50 checkControl=955@09:50
        """,
        """
        10:00 lock=LOCKED
        10:05 charging=ERROR                     > CHARGING_ERROR
        10:10 checkControl=955                   > CHECK_CONTROL (955)
        10:15 frontLeftTyrePressure=200 frontLeftTyrePressureTarget=260 > TYRE_PRESSURE (front left 60 kPa under target)
        """
      })
  void the_cars_alarms(String story) {
    Story.tell(story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // more than 30 kPa; mended within 20 kPa of the target
        """
        10:00 frontLeftTyrePressure=250 frontLeftTyrePressureTarget=260
        10:05 frontLeftTyrePressure=230
        10:10 frontLeftTyrePressure=229 > TYRE_PRESSURE (front left 31 kPa under target)
        10:15 frontLeftTyrePressure=235
        10:20 frontLeftTyrePressure=220
        10:25 frontLeftTyrePressure=240
        10:30 frontLeftTyrePressure=220 > TYRE_PRESSURE (front left 40 kPa under target)
        """,
        """
        10:00 rearLeftTyrePressure=260 rearLeftTyrePressureTarget=260 rearRightTyrePressure=260 rearRightTyrePressureTarget=260
        10:05 rearLeftTyrePressure=220 rearRightTyrePressure=210 > TYRE_PRESSURE (rear left 40 kPa under target; rear right 50 kPa under target)
        """,
        // the target wanders with the load, and the tyre does not
        """
        10:00 frontLeftTyrePressure=250 frontLeftTyrePressureTarget=250
        10:05 frontLeftTyrePressureTarget=290
        10:10 frontLeftTyrePressure=245
        10:15 frontLeftTyrePressureTarget=250
        10:20 frontLeftTyrePressureTarget=290
        10:25 frontLeftTyrePressure=215 > TYRE_PRESSURE (front left 35 kPa under target)
        """,
        // low when first seen; no target, no warning; a target first heard of is no change
        """
        10:00 rearLeftTyrePressure=200 rearLeftTyrePressureTarget=260
        10:05 rearLeftTyrePressure=199
        """,
        """
        10:00 rearLeftTyrePressure=260
        10:05 rearLeftTyrePressure=100
        10:10 rearLeftTyrePressureTarget=260
        """
      })
  void a_tyre_is_told_once_until_it_is_mended(String story) {
    Story.tell(story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        10:00 checkControl=none service=none
        10:05 checkControl=955           > CHECK_CONTROL (955)
        10:10 checkControl=956+955       > CHECK_CONTROL (956)
        10:15 checkControl=none
        10:20 service=OIL_PENDING        > SERVICE_DUE (oil pending)
        10:25 service=OIL_OVERDUE        > SERVICE_DUE (oil overdue)
        """
            + "10:30 checkControl=955+17 service=none > CHECK_CONTROL (955; 17)",
        // what was there when first seen, or first heard of
        """
        10:00 checkControl=955
        10:05 service=OIL_PENDING
        10:10 checkControl=955 service=OIL_PENDING
        """,
        // the same message with a new time; mended, and months later back again
        """
        10:00 checkControl=none
        10:05 checkControl=955           > CHECK_CONTROL (955)
        10:10 checkControl=955
        10:15 checkControl=none
        10:20 checkControl=955           > CHECK_CONTROL (955)
        """,
        // what is less due than before is no news
        """
        10:00 service=OIL_OVERDUE
        10:05 service=OIL_PENDING
        """
      })
  void the_cars_lists_are_told_by_what_is_new_on_them(String story) {
    Story.tell(story);
  }
}
