package io.github.iremote.cli.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The figures of a week or month, as one message after its end. */
class ReportTest {
  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;
  private final Path configs = machine.configs;

  private void wanted(String period) throws IOException {
    machine.config(
        Files.readString(configs.resolve("config.json"))
            .replace("\"timezone\"", "\"report\": \"" + period + "\", \"timezone\"")
            .replace(
                "\"timezone\"",
                "\"tariff\": {\"currency\":\"EUR\",\"prices\":[{\"perKilowattHour\":0.5}]},"
                    + " \"timezone\"")
            .replace("\"My i4\"", "\"My i4\", \"batteryKilowattHours\": 80"));
    account.loggedIn();
  }

  private void poll(String time, int kilometres, int percent) {
    machine.now = Instant.parse(time + ":00Z");
    account.says(
        "vehicle.travelledDistance = " + kilometres + " [km] @ " + time + ":00Z",
        "drivetrain.batteryManagement.header = " + percent + " @ " + time + ":00Z");
    assertEquals(0, machine.status("--force", "--quiet").code());
  }

  private List<String> reports() {
    return machine.headlines().stream().filter(line -> line.contains("Report")).toList();
  }

  @Test
  void a_month_is_told_once_beside_the_one_before() throws IOException {
    wanted("monthly");
    poll("2026-03-02T10:00", 1000, 80);
    poll("2026-03-05T09:30", 1000, 80);
    poll("2026-03-05T10:00", 1040, 70);
    poll("2026-04-02T09:00", 1040, 70);
    poll("2026-04-02T10:00", 1100, 50);
    poll("2026-04-03T10:00", 1100, 75);
    reports();

    poll("2026-04-30T22:30", 1100, 75);

    assertEquals(
        List.of(
            "*My i4*: Report: April 2026, 60 km driven (40 km the time before), about 26.7 kWh/100"
                + " km (20.0 kWh/100 km the time before), about 20.0 kWh charged (from charge and"
                + " capacity), 10.00 €, longest drive 60 km, charges: 1 · 75 %"),
        reports());
    poll("2026-05-01T10:00", 1100, 75);
    assertEquals(List.of(), reports());
  }

  @Test
  void a_cost_that_is_not_of_all_charges_says_so() throws IOException {
    wanted("monthly");
    machine.config(
        Files.readString(configs.resolve("config.json"))
            .replace("{\"perKilowattHour\"", "{\"from\":\"2026-04-10\",\"perKilowattHour\""));
    poll("2026-04-02T10:00", 1000, 50);
    poll("2026-04-03T10:00", 1000, 75);
    poll("2026-04-12T10:00", 1050, 50);
    poll("2026-04-13T10:00", 1050, 75);
    reports();

    poll("2026-04-30T22:30", 1050, 75);

    List<String> told = reports();
    assertEquals(1, told.size());
    assertTrue(
        told.get(0)
            .contains(
                "about 40.0 kWh charged (from charge and capacity), 10.00 € for 1 of the charges,"
                    + " longest drive 50 km, charges: 2"),
        told.get(0));
  }

  @Test
  void a_week_is_told_after_its_sunday() throws IOException {
    wanted("weekly");
    poll("2026-03-02T10:00", 1000, 80);
    poll("2026-03-05T10:00", 1040, 70);
    poll("2026-03-08T21:00", 1041, 70);
    assertEquals(List.of(), reports());

    poll("2026-03-09T06:00", 1041, 70);

    List<String> told = reports();
    assertEquals(1, told.size());
    assertTrue(told.get(0).startsWith("*My i4*: Report: 2 Mar 2026 – 8 Mar 2026, 41 km driven, "));
  }

  @Test
  void a_time_of_which_nothing_is_known_is_not_told() throws IOException {
    wanted("monthly");
    poll("2026-03-02T10:00", 1000, 80);
    poll("2026-03-31T23:00", 1000, 80);

    assertEquals(List.of(), reports());
  }
}
