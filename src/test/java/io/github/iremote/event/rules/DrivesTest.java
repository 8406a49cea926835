package io.github.iremote.event.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a drive begins and ends, and what it took: a story a row. */
class DrivesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        // distance and battery from where it began
        """
        10:00 moving=false odometer=100km stateOfCharge=80 lock=UNLOCKED
        10:05 moving=true                                 > DRIVING
        10:10 moving=true odometer=105km stateOfCharge=78
        10:40 moving=false odometer=112km stateOfCharge=73.6 > PARKED (12 km; 6 %)
        10:45 moving=false odometer=112km
        """,
        // the ignition alone; a stop at the lights is no end
        """
        10:00 moving=false ignition=false odometer=100km
        10:05 ignition=true                               > DRIVING
        10:10 moving=true
        10:15 moving=false
        10:20 moving=true
        10:30 moving=false odometer=104km
        10:35 ignition=false                              > PARKED (4 km)
        """,
        // begun and ended between two polls
        """
        10:00 moving=false odometer=100km stateOfCharge=80
        11:00 moving=false odometer=130km stateOfCharge=60 > PARKED (30 km; 20 %)
        """,
        // first seen on the road
        """
        10:00 moving=true odometer=100km stateOfCharge=80
        10:05 odometer=103km
        10:30 moving=false odometer=120km stateOfCharge=70 > PARKED (20 km; 10 %)
        """,
        // moved, but not driven
        """
        10:00 moving=false odometer=100km stateOfCharge=80
        10:05 moving=true                                 > DRIVING
        10:10 moving=false odometer=100.3km stateOfCharge=79.5 > PARKED
        """,
        // charged on the way
        """
        10:00 moving=false odometer=100km stateOfCharge=20.5
        10:05 moving=true                                 > DRIVING
        12:00 moving=false odometer=250km stateOfCharge=55 > PARKED (150 km)
        """,
        // a drive that nobody took back ends when the car is secured from outside
        """
        10:00 moving=false lock=UNLOCKED odometer=100km
        10:05 moving=true                                 > DRIVING
        10:30 lock=SECURED odometer=109km                 > PARKED "Car Parked and Locked" (9 km)
        """,
        // that it moves is news only to those who knew that it stood
        """
        10:00 lock=UNLOCKED
        10:05 moving=true
        10:30 moving=false                                > PARKED
        """,
        """
        10:00 lock=UNLOCKED
        10:05 moving=false
        10:10 moving=true                                 > DRIVING
        """,
        // a car that shows miles
        """
        10:00 moving=false odometer=100miles
        10:05 moving=true                                 > DRIVING
        10:30 moving=false odometer=110miles              > PARKED (10 miles)
        """
      })
  void a_car_that_says_whether_it_moves(String story) {
    Story.tell(story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // stands in a jam, then for half an hour
        """
        10:00 odometer=100km stateOfCharge=80
        10:05 odometer=104km stateOfCharge=78  > DRIVING
        10:20 odometer=104km
        10:30 odometer=112km stateOfCharge=74
        10:57
        10:58                                  > PARKED (12 km; 6 %)
        11:30
        """,
        // what only a parked car does
        """
        10:00 odometer=100km lock=UNLOCKED
        10:05 odometer=104km                   > DRIVING
        10:10 odometer=106km lock=SECURED      > PARKED "Car Parked and Locked" (6 km)
        """,
        // asked between parking and locking
        """
        10:00 odometer=100km lock=SECURED driverDoor=CLOSED
        10:30 odometer=110km lock=UNLOCKED     > PARKED (10 km), UNLOCKED
        10:35 lock=SECURED                     > LOCKED
        """,
        """
        10:00 odometer=100km lock=LOCKED driverDoor=CLOSED
        10:30 odometer=110km                   > DRIVING
        10:35 driverDoor=OPEN                  > PARKED (10 km), OPENED (driver door)
        """,
        // its doors locked by themselves, with the driver inside
        """
        10:00 moving=true odometer=100km lock=LOCKED
        10:30 moving=false odometer=110km      > PARKED (10 km)
        """,
        """
        10:00 odometer=100km plug=DISCONNECTED
        10:30 odometer=110km plug=CONNECTED    > PARKED (10 km), PLUGGED_IN
        """,
        """
        10:00 odometer=100km tripEndOdometer=100km
        10:05 odometer=104km                   > DRIVING
        10:10 odometer=106km tripEndOdometer=106km > PARKED (6 km)
        """,
        // rounding, a correction downwards, an odometer in other units: no drive
        """
        10:00 odometer=100km
        10:05 odometer=100.4km
        10:10 odometer=99.5km
        10:15 odometer=61.8miles
        """,
        """
        10:00 odometer=48000km
        10:05 odometer=29826km
        10:10 odometer=48000miles
        """,
        // its first word on the distance
        """
        10:00 lock=UNLOCKED
        10:05 odometer=100km
        10:10 odometer=105km                   > DRIVING
        """
      })
  void a_car_of_which_only_the_odometer_tells(String story) {
    Story.tell(story);
  }
}
