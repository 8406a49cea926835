package io.github.iremote.message.phrases;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The English table. Other languages are files: to open the jar for one takes as long as a third of
 * a Java that says hello.
 */
final class English {
  private static final String TEXT =
      """
      # The words of messages. An event is called by its name; {0} is what is told of it.
      ALARM=Alarm
      LOGIN_REQUIRED=Login Required
      TROUBLE=Trouble
      RECOVERED=Working Again
      CHARGING_ERROR=Charging Error
      CHARGING_INTERRUPTED=Charging Interrupted
      LEFT_OPEN=Car Left Open
      LEFT_UNLOCKED=Car Left Unlocked
      BATTERY_LOW=Battery Low
      FUEL_LOW=Fuel Low
      TYRE_PRESSURE=Tyre Pressure Low
      BATTERY_12V=12 V Battery Needs Attention
      CHECK_CONTROL=Check Control Message
      SERVICE_DUE=Service Due
      DRIVING=Car Moving
      PARKED=Car Parked
      PARKED.locked=Car Parked and Locked
      CHARGING_FINISHED=Charging Completed
      CHARGING_STARTED=Charging Started
      CHARGING_STARTED.goesOn=Charging
      UNPLUGGED=Car Unplugged
      PLUGGED_IN=Car Plugged In
      UNLOCKED=Car Unlocked
      OPENED=Car Opened
      LOCKED=Car Locked
      CLOSED=Car Closed
      CHARGE_TIME=Charging Time Update
      UPDATE=Update
      REPORT=Report
      WATCHING=Watching
      DEPARTED=Car Departed
      ARRIVED=Car Arrived
      ARRIVED.locked=Car Arrived and Locked
      PLUG_IN_REMINDER=Please Plug In

      part.DRIVER_DOOR=driver door
      part.PASSENGER_DOOR=passenger door
      part.DRIVER_REAR_DOOR=rear driver-side door
      part.PASSENGER_REAR_DOOR=rear passenger-side door
      part.DRIVER_WINDOW=driver window
      part.PASSENGER_WINDOW=passenger window
      part.DRIVER_REAR_WINDOW=rear driver-side window
      part.PASSENGER_REAR_WINDOW=rear passenger-side window
      part.REAR_WINDOW=rear window
      part.TRUNK=trunk
      part.HOOD=hood
      part.SUNROOF=sunroof
      part.CONVERTIBLE_ROOF=convertible roof
      part.open={0} open

      wheel.FRONT_LEFT=front left
      wheel.FRONT_RIGHT=front right
      wheel.REAR_LEFT=rear left
      wheel.REAR_RIGHT=rear right
      tyre={0} {1} kPa under target

      fact.LOCKED=locked
      fact.UNLOCKED=unlocked
      fact.CHARGING=charging
      fact.ALARM=alarm
      fact.CHARGING_ERROR=charging error
      fact.LEVEL_REACHED=as the charge level shows; the car has not said so
      fact.CABLE_UNPLUGGED=as the cable was unplugged; the car has not said so
      fact.TIME_PASSED=as its time has passed; the car has not said so

      service.PENDING={0} pending
      service.OVERDUE={0} overdue
      battery12v=12 V battery: {0}
      battery12v.RECHARGE=recharge required
      battery12v.REPLACEMENT_RECOMMENDED=replacement recommended
      battery12v.REPLACEMENT_REQUIRED=replacement required
      battery12v.REPLACEMENT_URGENT=replacement urgently required
      reason.CHARGING_GOAL_REACHED=target reached
      reason.END_REQUESTED_BY_DRIVER=ended by the driver
      reason.CONNECTOR_REMOVED=the connector was removed
      reason.POWERGRID_FAILED=the power grid failed
      reason.HV_SYSTEM_FAILURE=a fault in the car's high-voltage system
      reason.CHARGING_STATION_FAILURE=a fault in the charging station
      reason.PARKING_LOCK_FAILED=the parking lock failed
      reason.NO_PARKING_LOCK=the parking lock was not engaged
      LOCKED.past=was locked at {0}
      UNLOCKED.past=was unlocked at {0}
      OPENED.past=was opened at {0}

      figure.DISTANCE={0} driven
      figure.CONSUMPTION=about {0}
      figure.ENERGY.GRID={0} charged
      figure.ENERGY.BATTERY=about {0} charged (what the battery took, by BMW)
      figure.ENERGY.POWER=about {0} charged (from the charging power)
      figure.ENERGY.CAPACITY=about {0} charged (from charge and capacity)
      figure.COST={0}
      figure.LONGEST_DRIVE=longest drive {0}
      figure.CHARGES=charges: {0}
      figure.LOST_STANDING={0} of the battery lost standing
      figure.ofSome={0} for {1} of the charges
      figure.before={0} ({1} the time before)

      driven={0} driven
      batteryUsed={0} of the battery used
      since=since {0}
      asOf=as of {0}
      more={0} more changes
      more.one=one more change
      folded={0} messages
      LOGIN_REQUIRED.sentence={0}
      TROUBLE.sentence={0}
      RECOVERED.sentence={0}
      place.dead={0} has taken no messages since {1}; they are kept. {2}
      place.back={0} takes messages again
      leftOut={0} messages before these were left out: too many have waited

      field.event=Update Event
      field.changes=Changes
      field.electricRange=Electric Range
      field.rexRange=REX Range
      field.fuelRange=Fuel Range
      field.range=Range
      field.odometer=Current Mileage
      field.chargeTime=Charge Time Remaining
      field.location=Location
      field.advice=What to do

      unit.km=km
      unit.miles=miles
      format.locale=en
      format.percent=%
      format.clock={0}
      format.date=d MMM yyyy
      format.dated={0}, {1}
      test=Test Message
      test.sentence=this is where news will arrive

      picture.about=about {0}
      picture.drive={0} in 1 drive
      picture.drives={0} in {1} drives
      picture.chargedSo={0} charged ({1})
      picture.charged=charged
      picture.driven=driven
      picture.charging=charging {0}
      picture.charge=charge of {0}, {1} to {2}
      picture.chargeUntil=charge of {0}, until {1}
      picture.average={0} on average
      picture.ofSome={0} for {1} of {2} charges
      picture.battery=battery
      picture.tank=tank
      picture.power=power
      picture.nothing=nothing is known of this time
      picture.found.GRID=from the grid, by BMW's charging history
      picture.found.BATTERY=what the battery took, by BMW's charging history
      picture.found.POWER=from the charging power
      picture.found.CAPACITY=from charge and capacity
      picture.ending.FULL=full
      picture.ending.TARGET=target reached
      picture.ending.INTERRUPTED=interrupted
      picture.ending.UNPLUGGED=unplugged
      picture.ending.ERROR=error
      picture.ending.UNDER_WAY=under way
      picture.ending.UNKNOWN=
      """;

  static final Properties TABLE = read();

  private static Properties read() {
    try {
      return Phrases.read(new StringReader(TEXT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private English() {}
}
