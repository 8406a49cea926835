package io.github.iremote.event.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locks, doors and windows: a story a row. */
class LocksAndOpeningsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        10:00 lock=UNLOCKED
        10:05 lock=LOCKED           > LOCKED
        10:10 lock=SECURED
        10:15 lock=LOCKED
        10:20 lock=SELECTIVE_LOCKED > UNLOCKED
        10:25 lock=UNLOCKED
        10:30 lock=SECURED          > LOCKED
        10:35 lock=SECURED
        """,
        // never told before: not a change; older than what is known: ignored
        """
        10:00 odometer=100km
        10:05 lock=UNLOCKED
        10:10 lock=LOCKED@10:02
        10:15 lock=LOCKED@10:03     > LOCKED
        """,
        // with a time from the future, or the same time and another value, it is news all the same
        """
        10:00 lock=UNLOCKED@10:00
        10:05 lock=LOCKED@10:00     > LOCKED
        10:10 lock=UNLOCKED@11:30   > UNLOCKED
        10:15 lock=UNLOCKED@11:30
        """
      })
  void a_lock_is_told_when_it_crosses(String story) {
    Story.tell(story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        10:00 lock=UNLOCKED moving=false odometer=100km
        10:05 lock=LOCKED moving=true               > DRIVING
        """,
        """
        10:00 lock=UNLOCKED ignition=false
        10:05 lock=LOCKED ignition=true             > DRIVING
        """,
        // only the odometer tells
        """
        10:00 lock=UNLOCKED odometer=100km
        10:05 lock=LOCKED odometer=102km            > DRIVING
        """,
        // from outside, nobody is in it
        """
        10:00 lock=UNLOCKED moving=false odometer=100km
        10:05 lock=SECURED moving=false odometer=103km > PARKED "Car Parked and Locked" (3 km)
        """
      })
  void a_car_that_locks_itself_while_driving_is_not_told_as_locked(String story) {
    Story.tell(story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the last open part closes
        """
        10:00 trunk=CLOSED driverDoor=CLOSED hood=CLOSED
        10:05 trunk=OPEN driverDoor=OPEN > OPENED (driver door; trunk)
        10:08 driverDoor=CLOSED
        10:10 hood=OPEN                  > OPENED (hood)
        10:12 trunk=CLOSED hood=CLOSED   > CLOSED (trunk; hood)
        """,
        // one in place of another
        """
        10:00 trunk=OPEN driverDoor=CLOSED
        10:05 trunk=CLOSED driverDoor=OPEN > OPENED (driver door)
        """,
        // every kind of part
        """
        10:00 sunroof=CLOSED convertibleRoof=CLOSED rearWindow=CLOSED passengerRearWindow=CLOSED
        10:05 sunroof=OPEN rearWindow=OPEN > OPENED (rear window; sunroof)
        10:08 convertibleRoof=OPEN passengerRearWindow=OPEN > OPENED (rear passenger-side window; convertible roof)
        """,
        // unknown is neither open nor closed
        """
        10:00 lock=UNLOCKED
        10:05 trunk=OPEN
        10:08 hood=CLOSED
        """,
        // an older word does not count
        """
        10:00 trunk=CLOSED@09:58
        10:05 trunk=OPEN@09:57
        """
      })
  void parts_are_told_when_they_open_and_when_the_last_one_closes(String story) {
    Story.tell(story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        10:00    trunk=CLOSED
        10:05    trunk=OPEN@10:04:30
        10:05:29
        10:05:30                     > OPENED (trunk)
        10:10
        """,
        // closed again before anybody was told
        """
        10:00 trunk=CLOSED
        10:05 trunk=OPEN@10:04:30
        10:10 trunk=CLOSED
        """,
        // more than an opening: told at once
        """
        10:00 trunk=CLOSED lock=LOCKED
        10:05 trunk=OPEN@10:04:30 lock=UNLOCKED@10:04:20 > UNLOCKED, OPENED (trunk)
        """
      })
  void a_part_opened_this_moment_waits_for_what_comes_with_it(String story) {
    Story.tell(story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        10:00 lock=UNLOCKED sunroof=OPEN@09:50  moving=false
        10:03 lock=SECURED@10:02      > LOCKED (sunroof)
        """,
        """
        10:00 lock=UNLOCKED sunroof=CLOSED moving=false
        10:03 lock=SECURED@10:02 sunroof=OPEN@10:01 > LOCKED (sunroof), OPENED (sunroof)
        """,
        // the longer-lasting news says it already
        """
        10:00 lock=UNLOCKED sunroof=OPEN@09:58 moving=false
        10:10 lock=SECURED@10:02      > LEFT_OPEN (sunroof; since 09:58), LOCKED
        """
      })
  void a_car_locked_with_a_part_open_is_told_with_it(String story) {
    Story.tell(story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        10:00 lock=SECURED moving=false driverDoor=CLOSED
        14:00 lock=UNLOCKED@13:46 driverDoor=OPEN@13:46 moving=true@13:50 > DRIVING, past UNLOCKED (since 13:46), past OPENED (driver door; since 13:46)
        """,
        """
        10:00 lock=SECURED odometer=100km
        14:25 lock=UNLOCKED@13:20 odometer=120km@13:50 > LEFT_UNLOCKED (since 13:50), PARKED (20 km), past UNLOCKED (since 13:20)
        """,
        // a car that was unlocked when it had arrived is unlocked
        """
        10:00 lock=SECURED moving=true
        14:00 lock=UNLOCKED@13:56 moving=false@13:50 > PARKED, UNLOCKED
        """,
        // it says that it moves, and was switched off, plugged in, or locked since
        """
        10:00 moving=false ignition=false
        14:00 moving=true@13:40 ignition=false@13:50
        """,
        """
        10:00 moving=false plug=DISCONNECTED
        14:00 moving=true@13:40 plug=CONNECTED@13:50 > PLUGGED_IN
        """
      })
  void what_is_over_is_told_as_past_and_never_first(String story) {
    Story.tell(story);
  }
}
