package io.github.iremote.event.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The car that was left open or unlocked, and how it is known that it stands: a story a row. */
class LeftBehindTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        // by the car's own timestamps; one reminder after two hours; not again
        """
        10:00 trunk=CLOSED moving=false
        10:05 trunk=OPEN@10:03  > OPENED (trunk)
        10:12
        10:13                   > LEFT_OPEN (trunk; since 10:03)
        10:30
        12:02
        12:03                   > LEFT_OPEN (trunk; since 10:03)
        12:10
        15:00
        """,
        // open when first seen
        """
        10:00 trunk=OPEN@09:58
        10:08                   > LEFT_OPEN (trunk; since 09:58)
        """,
        // left open long before it was first seen: the reminder alone
        """
        10:00 trunk=OPEN@09:00
        10:59
        11:00                   > LEFT_OPEN (trunk; since 09:00)
        11:05
        """,
        // a machine that slept tells once
        """
        10:00 trunk=CLOSED
        10:05 trunk=OPEN        > OPENED (trunk)
        13:00                   > LEFT_OPEN (trunk; since 10:03)
        13:05
        """,
        // closed and opened again: another episode
        """
        10:00 trunk=CLOSED
        10:05 trunk=OPEN        > OPENED (trunk)
        10:15                   > LEFT_OPEN (trunk; since 10:03)
        10:20 trunk=CLOSED      > CLOSED (trunk)
        10:25 trunk=OPEN        > OPENED (trunk)
        10:32
        10:33                   > LEFT_OPEN (trunk; since 10:23)
        """,
        // the same with a new timestamp is the same episode
        """
        10:00 trunk=CLOSED
        10:05 trunk=OPEN        > OPENED (trunk)
        10:15 trunk=OPEN        > LEFT_OPEN (trunk; since 10:03)
        10:40 trunk=OPEN
        """,
        // one part in place of another: still left open
        """
        10:00 trunk=CLOSED hood=CLOSED
        10:05 trunk=OPEN        > OPENED (trunk)
        10:15                   > LEFT_OPEN (trunk; since 10:03)
        10:20 hood=OPEN         > OPENED (hood)
        10:22 trunk=CLOSED
        10:40
        """,
        // not while driving; from the end of the drive on
        """
        10:00 driverWindow=OPEN@09:58 moving=false
        10:05 moving=true       > DRIVING
        10:30
        10:40 moving=false      > PARKED
        10:47
        10:48                   > LEFT_OPEN (driver window; since 10:38)
        """,
        // the engine was switched off later than the car stood still
        """
        10:00 driverWindow=CLOSED moving=true ignition=true
        10:05 driverWindow=OPEN > OPENED (driver window)
        10:20 moving=false
        10:40 ignition=false    > PARKED
        10:47
        10:48                   > LEFT_OPEN (driver window; since 10:38)
        """,
        // only the odometer tells that it was driven
        """
        10:00 driverWindow=OPEN@09:58 lock=UNLOCKED@09:58 odometer=100km
        10:05 odometer=103km    > DRIVING
        10:25 odometer=110km lock=SECURED > PARKED "Car Parked and Locked: driver window open" (10 km)
        10:32
        10:33                   > LEFT_OPEN (driver window; since 10:23)
        """
      })
  void a_parked_car_left_open_is_told_once_and_once_more(String story) {
    Story.tell(story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        10:00 lock=SECURED
        10:05 lock=UNLOCKED@10:03 > UNLOCKED
        10:17
        10:18                     > LEFT_UNLOCKED (since 10:03)
        12:02
        12:03                     > LEFT_UNLOCKED (since 10:03)
        14:10
        14:15 lock=SECURED        > LOCKED
        """,
        // one door is enough, and unlocking the others is no new episode
        """
        10:00 lock=SECURED
        10:05 lock=SELECTIVE_LOCKED@10:03 > UNLOCKED
        10:18                     > LEFT_UNLOCKED (since 10:03)
        10:20 lock=UNLOCKED
        10:40
        """,
        // both at once, and not while driving
        """
        10:00 lock=SECURED trunk=CLOSED moving=false
        10:05 lock=UNLOCKED trunk=OPEN > UNLOCKED, OPENED (trunk)
        10:30                     > LEFT_OPEN (trunk; since 10:03), LEFT_UNLOCKED (since 10:03)
        10:35 moving=true         > DRIVING
        12:30
        12:35 moving=false        > PARKED
        12:47                     > LEFT_OPEN (trunk; since 12:33)
        12:48                     > LEFT_UNLOCKED (since 12:33)
        """
      })
  void a_parked_car_left_unlocked_is_told_once_and_once_more(String story) {
    Story.tell(story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // a whole drive between two polls: what says anew that it stands was driven
        """
        10:00 lock=SECURED ignition=false@09:00 moving=false@09:00
        10:05 lock=UNLOCKED@10:03    > UNLOCKED
        10:20 ignition=false@10:18 moving=false@10:18
        10:32
        10:33                        > LEFT_UNLOCKED (since 10:18)
        """,
        """
        10:00 lock=SECURED ignition=false@09:00 odometer=100km@09:00
        10:05 lock=UNLOCKED@10:03    > UNLOCKED
        10:25 odometer=112km@10:22 ignition=false@10:22 > PARKED (12 km)
        10:36
        10:37                        > LEFT_UNLOCKED (since 10:22)
        """,
        // locked and unlocked again between two polls
        """
        10:00 lock=SECURED
        10:05 lock=UNLOCKED@10:03    > UNLOCKED
        10:17 lock=UNLOCKED@10:16
        10:30
        10:31                        > LEFT_UNLOCKED (since 10:16)
        """,
        // somebody at its doors; of some cars the lock is told only to who asks, and may be another
        """
        10:00 lock=SECURED trunk=CLOSED moving=false
        10:05 lock=UNLOCKED@10:03    > UNLOCKED
        10:15 trunk=OPEN@10:14       > OPENED (trunk)
        10:20 trunk=CLOSED@10:19     > CLOSED (trunk)
        10:33
        10:34                        > LEFT_UNLOCKED (since 10:03)
        """
      })
  void the_newest_time_of_a_signal_proves_that_the_car_was_used(String story) {
    Story.tell(story);
  }
}
