package io.github.iremote.trust;

import io.github.iremote.OwnersMachine;
import io.github.iremote.bmw.cardata.telematics.Telemetry;
import io.github.iremote.json.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A car whose changes can be counted in the messages about them: change n is a check-control
 * message "fact n", a turn of the lock, and an electric range of n kilometres.
 */
final class CountedCar {
  /** The car forgets older messages, or its answers would grow with the experiment. */
  private static final int REMEMBERED = 40;

  private int changes = 1;
  private Instant at = Instant.EPOCH;

  synchronized void change(Instant now) {
    changes++;
    at = now.truncatedTo(ChronoUnit.SECONDS);
  }

  synchronized int changes() {
    return changes;
  }

  /** BMW's answer about it. */
  synchronized String answer() {
    var answer = Json.object();
    var car = answer.putObject("vehicleStatus");
    car.put("vin", OwnersMachine.VIN).put("updateTime", at.toString().replace("Z", "+0000"));
    car.put("doorLockState", locked(changes) ? "SECURED" : "UNLOCKED");
    car.put("chargingLevelHv", 79).put("remainingRangeElectric", changes).put("mileage", 38807);
    var messages = car.putArray("checkControlMessages");
    for (int fact = Math.max(2, changes - REMEMBERED); fact <= changes; fact++) {
      messages.addObject().put("ccmId", fact).put("ccmDescriptionShort", "fact " + fact);
    }
    return Json.line(answer);
  }

  /** CarData's answer about it: every value is a text. */
  synchronized String carDataAnswer() {
    var messages = Json.array();
    for (int fact = Math.max(2, changes - REMEMBERED); fact <= changes; fact++) {
      messages.addObject().put("id", fact).put("text", "fact " + fact);
    }
    String time = at.toString();
    return Telemetry.answer(
        "cabin.door.lock.status = " + (locked(changes) ? "SECURED" : "UNLOCKED") + " @ " + time,
        "drivetrain.batteryManagement.header = 79 @ " + time,
        "drivetrain.electricEngine.kombiRemainingElectricRange = " + changes + " [km] @ " + time,
        "vehicle.travelledDistance = 38807 [km] @ " + time,
        "status.checkControlMessages = " + Json.line(messages) + " @ " + time);
  }

  /** The first message about it. */
  static String watching(int change) {
    List<String> seen = new ArrayList<>(List.of(locked(change) ? "locked" : "unlocked"));
    for (int fact = Math.max(2, change - REMEMBERED); fact <= change; fact++) {
      seen.add("fact " + fact);
    }
    return "*My i3*: Watching: " + String.join(", ", seen) + " · 79 % · " + change + " km";
  }

  /** The message that tells the changes after {@code told} up to {@code now}. */
  static String message(int told, int now) {
    List<String> facts = new ArrayList<>();
    for (int fact = told + 1; fact <= now; fact++) {
      facts.add("fact " + fact);
    }
    String list = String.join(", ", facts);
    return "*My i3*: Check Control Message: " + list + " · 79 % · " + now + " km";
  }

  /** What that message lists beside its headline. */
  static String alsoChanged(int told, int now) {
    return locked(told) == locked(now) ? "" : locked(now) ? "Car Locked" : "Car Unlocked";
  }

  private static boolean locked(int change) {
    return change % 2 == 1;
  }
}
