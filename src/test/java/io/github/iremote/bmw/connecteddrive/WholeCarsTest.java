package io.github.iremote.bmw.connecteddrive;

import static io.github.iremote.bmw.connecteddrive.Answered.car;
import static io.github.iremote.bmw.connecteddrive.Answered.json;
import static io.github.iremote.bmw.connecteddrive.Answered.mapped;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.vehicle.Statuses;
import org.junit.jupiter.api.Test;

/** Whole answers of cars of every kind. */
class WholeCarsTest {
  @Test
  void an_i3_without_range_extender() {
    assertEquals(
        """
        updateReason VEHICLE_SECURED
        lock SECURED
        moving false
        odometer 21529.0 km
        stateOfCharge 79.0
        electricRange 88.0 km
        charging NOT_CHARGING
        plug DISCONNECTED
        chargeEndReason CHARGING_GOAL_REACHED
        service VEHICLE_TUV OVERDUE: vehicle tuv, 2024-02; VEHICLE_CHECK PENDING: vehicle check, 800.0 km
        checkControl none
        driverDoor CLOSED
        passengerDoor CLOSED
        driverRearDoor CLOSED
        passengerRearDoor CLOSED
        driverWindow CLOSED
        passengerWindow OPEN
        trunk CLOSED
        hood CLOSED
        """,
        Statuses.text(mapped(car("i3-bev"), "i3")));
  }

  @Test
  void an_i3_with_range_extender_that_charges() {
    ObjectNode car = car("i3-rex");
    car.put("chargingStatus", "CHARGING").put("connectionStatus", "CONNECTED");
    car.put("chargingTimeRemaining", 332);
    assertEquals(
        """
        updateReason VEHICLE_SHUTDOWN_SECURED
        lock SECURED
        moving false
        odometer 38807.0 km
        stateOfCharge 79.0
        electricRange 88.0 km
        fuelLevel 95.0
        fuelRange 88.0 km
        rangeExtender true
        charging CHARGING
        plug CONNECTED
        chargeTimeRemaining 332 min
        position 48.1771/11.5562
        service none
        checkControl none
        driverDoor CLOSED
        passengerDoor CLOSED
        driverRearDoor CLOSED
        passengerRearDoor CLOSED
        driverWindow CLOSED
        passengerWindow CLOSED
        driverRearWindow CLOSED
        passengerRearWindow CLOSED
        trunk CLOSED
        hood CLOSED
        """,
        Statuses.text(mapped(car, "")));
  }

  @Test
  void a_plug_in_hybrid() {
    assertEquals(
        """
        updateReason DOOR_STATE_CHANGED
        lock SELECTIVE_LOCKED
        odometer 5050.0 km
        stateOfCharge 85.0
        electricRange 32.0 km
        fuelLevel 92.4
        fuelRange 484.0 km
        plug DISCONNECTED
        position 48.17695/11.55863
        service none
        checkControl none
        driverDoor OPEN
        passengerDoor CLOSED
        driverRearDoor CLOSED
        passengerRearDoor CLOSED
        driverWindow CLOSED
        passengerWindow CLOSED
        driverRearWindow CLOSED
        passengerRearWindow CLOSED
        trunk CLOSED
        hood CLOSED
        sunroof OPEN
        """,
        Statuses.text(mapped(car("plug-in-hybrid"), "530e")));
  }

  @Test
  void a_petrol_car() {
    assertEquals(
        """
        updateReason VEHICLE_SHUTDOWN_SECURED
        lock SECURED
        moving false
        odometer 41544.0 km
        fuelLevel 65.0
        fuelRange 590.0 km
        position 50.50505/10.1010101
        service none
        checkControl 955: Tyre pressure notification
        driverDoor CLOSED
        passengerDoor CLOSED
        trunk CLOSED
        hood CLOSED
        """,
        Statuses.text(mapped(car("petrol"), "X1")));
  }

  @Test
  void a_petrol_car_that_answers_with_four_fields() {
    assertEquals(
        """
        updateReason VEHICLE_SHUTDOWN
        moving false
        odometer 88123.0 km
        """,
        Statuses.text(
            mapped(
                json(
                    """
                    {"vin": "WBA1A1C50EV000204", "mileage": 88123,
                     "updateTime": "2024-03-10T09:35:30Z", "updateReason": "VEHICLE_SHUTDOWN"}"""),
                "")));
  }
}
