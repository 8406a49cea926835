package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What {@code status} shows to a person. */
class StatusCardTest {
  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;

  @Test
  void a_car_is_shown_as_it_is() {
    account
        .says(
            "cabin.door.lock.status = UNLOCKED @ 09:40",
            "cabin.door.row1.driver.isOpen = false @ 09:40",
            "body.trunk.isOpen = true @ 09:50",
            "drivetrain.batteryManagement.header = 60 @ 09:40",
            "drivetrain.electricEngine.kombiRemainingElectricRange = 240 @ 09:40",
            "body.chargingPort.status = CONNECTED @ 09:40",
            "drivetrain.electricEngine.charging.status = CHARGINGACTIVE @ 09:40",
            "drivetrain.electricEngine.charging.timeToFullyCharged = 95 @ 09:50",
            "powertrain.electric.battery.stateOfCharge.target = 80 @ 09:40",
            "vehicle.travelledDistance = 22466 @ 09:40")
        .watched();
    account.later(Duration.ofMinutes(2));

    Result result = machine.status();

    assertEquals(0, result.code(), result.err());
    assertTrue(
        result
            .out()
            .matches(
                """
                My i4: unchanged since 11:00
                  car         i4 eDrive40 …000123
                  lock        UNLOCKED
                  open        trunk
                  battery     60 % · 240 km
                  charging    charging to 80 %, 01:35 left
                  driven      22466 km
                  as of       10:50, 12 minutes ago
                  next look   11:\\d\\d
                """),
        result.out());
  }

  @Test
  void a_line_a_car_is_there_for_who_wants_it() {
    account.watched();

    String line = "My i4: unchanged since 11:00 · 60 % · 240 km · next look at 11:\\d\\d\n";
    assertTrue(machine.status("--short").out().matches(line), machine.status("--short").out());
  }

  @Test
  void the_last_digits_of_the_vin_name_a_car() {
    account.watched();

    assertEquals(0, machine.status("--short", "--car", "000123").code());
    assertEquals(0, machine.status("--short", "--car", "…000123").code());
    Result other = machine.status("--car", "999123");
    assertEquals(2, other.code());
    assertEquals("iremote: --car 999123 is none of the cars: My i4 (…000123)\n", other.err());
  }
}
