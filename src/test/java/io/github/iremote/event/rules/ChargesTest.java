package io.github.iremote.event.rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugs and charges: a story a row. */
class ChargesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        10:00 plug=DISCONNECTED
        10:05 plug=CONNECTED    > PLUGGED_IN
        10:10 plug=CONNECTED
        10:15 plug=DISCONNECTED > UNPLUGGED
        """,
        """
        10:00 lock=LOCKED
        10:05 plug=CONNECTED
        """
      })
  void a_plug_is_told_when_it_crosses(String story) {
    Story.tell(story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // preparing is not started
        """
        10:00 charging=NOT_CHARGING plug=CONNECTED stateOfCharge=40
        10:05 charging=PREPARING
        10:10 charging=CHARGING     > CHARGING_STARTED
        10:15 charging=CHARGING stateOfCharge=42
        """,
        // first seen charging, or first heard of
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=40
        10:05 charging=CHARGING
        """,
        """
        10:00 plug=CONNECTED
        10:05 charging=CHARGING
        10:30 charging=NOT_CHARGING@10:25 stateOfCharge=60 > CHARGING_INTERRUPTED
        """,
        // a pause is neither an end nor a new start
        """
        10:00 charging=NOT_CHARGING plug=CONNECTED stateOfCharge=40
        10:05 charging=CHARGING     > CHARGING_STARTED
        10:10 charging=PAUSED
        10:30 charging=CHARGING
        10:35 charging=PREPARING
        10:50 charging=CHARGING
        """,
        // a short stop is not an end
        """
        10:00 charging=NOT_CHARGING plug=CONNECTED stateOfCharge=40
        10:05 charging=CHARGING     > CHARGING_STARTED
        10:20 charging=NOT_CHARGING
        10:22 charging=CHARGING
        """,
        // but pulling the cable in a pause is: what follows is another charge
        """
        10:00 charging=NOT_CHARGING plug=CONNECTED stateOfCharge=40
        10:05 charging=CHARGING     > CHARGING_STARTED
        10:10 charging=PAUSED
        10:20 plug=DISCONNECTED     > UNPLUGGED
        18:00 plug=CONNECTED        > PLUGGED_IN
        18:05 charging=CHARGING     > CHARGING_STARTED
        """
      })
  void a_charge_starts_once(String story) {
    Story.tell(story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // full; at the target, give or take a percent; in the car's own words
        """
        10:00 charging=NOT_CHARGING plug=CONNECTED stateOfCharge=40
        10:05 charging=CHARGING                 > CHARGING_STARTED
        12:00 charging=ENDED stateOfCharge=100  > CHARGING_FINISHED
        12:05 charging=NOT_CHARGING
        """,
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=40 targetStateOfCharge=80
        12:00 charging=NOT_CHARGING stateOfCharge=79 > CHARGING_FINISHED
        """,
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=40
        12:00 charging=FULL stateOfCharge=97    > CHARGING_FINISHED
        """,
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=40
        12:00 charging=ENDED stateOfCharge=80 chargeEndReason=CHARGING_GOAL_REACHED > CHARGING_FINISHED
        """,
        // the same words for another charge
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=40 chargeEndReason=CHARGING_GOAL_REACHED@09:00
        12:00 charging=ENDED stateOfCharge=80 chargeEndReason=CHARGING_GOAL_REACHED > CHARGING_FINISHED
        """,
        // unplugged and full in one poll; unplugged half-way is neither finished nor interrupted
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=90
        12:00 charging=NOT_CHARGING plug=DISCONNECTED stateOfCharge=100 > CHARGING_FINISHED, UNPLUGGED
        """,
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=40
        12:00 charging=NOT_CHARGING plug=DISCONNECTED stateOfCharge=60 > UNPLUGGED
        12:10
        """,
        // short of it, still plugged in
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=40
        11:00 charging=NOT_CHARGING stateOfCharge=60
        11:02
        11:03                                   > CHARGING_INTERRUPTED
        11:08
        """,
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=40 chargeEndReason=CHARGING_GOAL_REACHED@09:00
        11:00 charging=ENDED@10:50 stateOfCharge=60 > CHARGING_INTERRUPTED
        """,
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=40
        11:00 charging=ENDED@10:50 stateOfCharge=60 chargeEndReason=POWER_LOSS > CHARGING_INTERRUPTED (power loss)
        """,
        // an error is an error, and no interruption besides
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=40
        11:00 charging=ERROR@10:50              > CHARGING_ERROR
        11:10
        11:15 charging=NOT_CHARGING
        11:30 charging=CHARGING                 > CHARGING_STARTED
        """,
        """
        10:00 charging=ERROR plug=CONNECTED
        10:05 charging=ERROR
        """,
        // not charging, not heard of before
        """
        10:00 plug=CONNECTED
        10:05 charging=NOT_CHARGING
        10:30 charging=FULL
        """
      })
  void a_charge_ends_once(String story) {
    Story.tell(story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // the level shows it
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=70 targetStateOfCharge=80
        11:00 stateOfCharge=79
        11:05 stateOfCharge=80 > CHARGING_FINISHED (as the charge level shows; the car has not said so)
        11:10 charging=CHARGING
        12:00 charging=ENDED
        12:30
        """,
        // the cable shows it
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=70
        11:00 plug=DISCONNECTED > CHARGING_FINISHED (as the cable was unplugged; the car has not said so), UNPLUGGED
        11:05 charging=NOT_CHARGING
        """,
        // the clock shows it, a quarter of an hour after the predicted end
        """
        10:00 charging=CHARGING@09:50 plug=CONNECTED stateOfCharge=70 chargeTimeRemaining=60min@09:50
        11:05
        11:06 > CHARGING_FINISHED (as its time has passed; the car has not said so)
        11:10
        """,
        // unless it is still heard charging after that, or the prediction is of another charge
        """
        10:00 charging=CHARGING@09:50 plug=CONNECTED stateOfCharge=70 chargeTimeRemaining=60min@09:50
        11:06 charging=CHARGING@11:01
        """,
        """
        10:00 charging=CHARGING@09:50 plug=CONNECTED stateOfCharge=70 chargeTimeRemaining=60min@09:40
        11:06
        """,
        // the next charge of a car that never says that one is over
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=70
        11:00 plug=DISCONNECTED > CHARGING_FINISHED (as the cable was unplugged; the car has not said so), UNPLUGGED
        18:00 plug=CONNECTED stateOfCharge=50 > PLUGGED_IN
        18:05 charging=CHARGING > CHARGING_STARTED
        19:00 charging=ENDED stateOfCharge=100 > CHARGING_FINISHED
        """
      })
  void the_end_is_inferred_where_the_car_does_not_tell_it(String story) {
    Story.tell(story);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // told with the reason, and not once more when the short stop has lasted
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=40 updateReason=CHARGING_STARTED
        11:00 charging=ENDED stateOfCharge=60 updateReason=CHARGING_INTERRUPTED chargeEndReason=CONNECTOR_REMOVED > CHARGING_INTERRUPTED (the connector was removed)
        11:05
        11:10
        """,
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=40 updateReason=CHARGING_STARTED
        11:00 charging=ENDED stateOfCharge=60 updateReason=CHARGING_DONE > CHARGING_FINISHED
        11:30
        """,
        // an interrupted charge is no finished one, whatever the last one's end was
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=40 updateReason=CHARGING_STARTED chargeEndReason=CHARGING_GOAL_REACHED
        11:00 charging=ENDED stateOfCharge=60 updateReason=CHARGING_INTERRUPTED chargeEndReason=CHARGING_GOAL_REACHED > CHARGING_INTERRUPTED
        11:30
        """,
        // unplugged cars may say nothing of charging any more: the charge is over, and not inferred
        """
        10:00 charging=CHARGING plug=CONNECTED stateOfCharge=40 updateReason=CHARGING_STARTED
        11:00 plug=DISCONNECTED stateOfCharge=60 updateReason=DISCONNECTED > UNPLUGGED
        18:00 plug=CONNECTED updateReason=VEHICLE_SHUTDOWN > PARKED, PLUGGED_IN
        18:05 charging=NOT_CHARGING
        18:30
        """
      })
  void a_connecteddrive_car_gives_the_end_as_its_reason(String story) {
    Story.tell(story);
  }
}
