package io.github.iremote.event.rules;

import org.junit.jupiter.api.Test;

/** Cars of which nothing is heard on the road: they stand where they show it. */
class SilentCarsTest {
  @Test
  void a_car_that_is_silent_on_the_road_is_called_left_where_it_shows_that_it_stands() {
    Story.tell(
        """
        08:00 lock=SECURED odometer=100km@07:00
        08:20 lock=UNLOCKED@08:18   > UNLOCKED
        08:35
        08:50 odometer=130km@08:48 lock=SECURED@08:49 > PARKED "Car Parked and Locked" (30 km)
        18:30 odometer=170km@18:20 lock=UNLOCKED@18:20 > PARKED (40 km), UNLOCKED
        18:34
        18:35                       > LEFT_UNLOCKED (since 18:20)
        20:00 lock=SECURED@19:59    > LOCKED
        21:00 lock=UNLOCKED@20:59   > UNLOCKED
        21:38
        21:39                       > LEFT_UNLOCKED (since 20:59)
        """);
  }

  @Test
  void a_car_that_has_been_heard_on_the_road_stands_where_nothing_is_heard_of_it() {
    Story.tell(
        """
        08:00 lock=SECURED odometer=100km@07:00
        08:10 odometer=103km        > DRIVING
        08:15 odometer=107km
        08:30 odometer=110km@08:28 lock=SECURED@08:29 > PARKED "Car Parked and Locked" (10 km)
        17:00 lock=UNLOCKED@16:59   > UNLOCKED
        17:14                       > LEFT_UNLOCKED (since 16:59)
        """);
  }

  @Test
  void nobody_drives_with_the_trunk_open_but_with_a_window() {
    Story.tell(
        """
        08:00 lock=SECURED odometer=100km@07:00 trunk=CLOSED driverWindow=CLOSED
        08:20 trunk=OPEN@08:18      > OPENED (trunk)
        08:28                       > LEFT_OPEN (trunk; since 08:18)
        09:00 trunk=CLOSED@08:58    > CLOSED (trunk)
        12:00 driverWindow=OPEN@11:58 > OPENED (driver window)
        12:37
        12:38                       > LEFT_OPEN (driver window; since 11:58)
        """);
  }

  @Test
  void a_car_unlocked_anew_soon_after_it_has_arrived_may_be_on_the_road_again() {
    Story.tell(
        """
        08:00 lock=SECURED odometer=100km@07:00
        09:10 odometer=110km@08:27  > PARKED "Car Parked and Locked" (10 km)
        14:10 lock=UNLOCKED@14:08 odometer=120km@14:06 > PARKED (10 km), UNLOCKED
        14:47
        14:48                       > LEFT_UNLOCKED (since 14:08)
        """);
  }

  @Test
  void after_a_long_silent_drive_nothing_but_a_sign_will_do() {
    Story.tell(
        """
        08:00 lock=SECURED odometer=100km@07:00
        08:20 lock=UNLOCKED@08:18   > UNLOCKED
        08:57
        08:58                       > LEFT_UNLOCKED (since 08:18)
        09:20 odometer=180km@09:18 lock=SECURED@09:19 > PARKED "Car Parked and Locked" (80 km)
        17:00 lock=UNLOCKED@16:59   > UNLOCKED
        17:50
        18:10 odometer=260km@18:08 lock=UNLOCKED@18:09 > PARKED (80 km)
        18:23
        18:24                       > LEFT_UNLOCKED (since 18:09)
        """);
  }

  /** As a stream brings it: before it is locked, the car says anew that it is open. */
  @Test
  void a_silent_drive_was_long_also_where_the_lock_is_heard_of_on_arrival() {
    Story.tell(
        """
        08:00 lock=LOCKED odometer=100km@07:00
        08:50 odometer=110km@08:48  > DRIVING
        09:30                       > PARKED (10 km)
        12:00 odometer=120km@11:58  > DRIVING
        12:40                       > PARKED (10 km)
        16:00 lock=UNLOCKED@15:59   > UNLOCKED
        16:38
        16:39                       > LEFT_UNLOCKED (since 15:59)
        16:51 odometer=180km@16:50 lock=UNLOCKED@16:50 > PARKED (60 km)
        16:55 lock=LOCKED@16:54     > LOCKED
        18:00 lock=UNLOCKED@17:59   > UNLOCKED
        18:50
        """);
  }

  @Test
  void a_car_that_tells_its_odometer_only_where_it_stands_is_not_told_as_moving_for_ever() {
    Story.tell(
        """
        08:00 lock=LOCKED odometer=100km@07:00
        08:50 odometer=110km@08:48  > DRIVING
        09:30                       > PARKED (10 km)
        12:00 odometer=120km@11:58  > DRIVING
        12:40                       > PARKED (10 km)
        18:00 odometer=130km@17:58  > PARKED (10 km)
        19:00 odometer=134km@18:58  > PARKED (4 km)
        19:05 odometer=138km@19:03  > DRIVING
        """);
  }

  /** As a stream brings it, and BMW passes the odometer on late. */
  @Test
  void whoever_has_closed_a_door_since_the_odometer_moved_has_arrived() {
    Story.tell(
        """
        08:00 lock=SECURED odometer=100km@07:00 driverDoor=CLOSED@07:01
        08:20 lock=UNLOCKED@08:18   > UNLOCKED
        08:34 driverDoor=OPEN@08:33 > OPENED (driver door)
        08:35 driverDoor=CLOSED@08:34 > CLOSED (driver door)
        08:37 odometer=130km@08:32  > PARKED (30 km)
        """);
  }

  @Test
  void a_silent_drive_was_long_also_where_the_car_seems_to_be_still_under_way() {
    Story.tell(
        """
        08:00 lock=SECURED odometer=100km@07:00
        08:20 lock=UNLOCKED@08:18   > UNLOCKED
        08:57
        08:58                       > LEFT_UNLOCKED (since 08:18)
        09:10 odometer=180km@09:08  > DRIVING
        09:20 lock=SECURED@09:19    > PARKED "Car Parked and Locked" (80 km)
        17:00 lock=UNLOCKED@16:59   > UNLOCKED
        17:50
        """);
  }
}
