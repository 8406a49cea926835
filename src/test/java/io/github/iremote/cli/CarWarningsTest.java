package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.CarDataAccount;
import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What cars over CarData warn of, as it arrives in Slack. */
class CarWarningsTest {
  private static final String DEMAND = "electricalSystem.battery.serviceDemand.";
  private static final String LOCK = "cabin.door.lock.status = SECURED @ 09:40";
  private static final String NO_MESSAGES = "status.checkControlMessages = null";

  @RegisterExtension final CarDataAccount account = new CarDataAccount();
  private final OwnersMachine machine = account.machine;

  /** Half an hour later the car says this. */
  private Result poll(String... entries) {
    Result result = account.later(Duration.ofMinutes(30)).says(entries).machine.status("--force");
    assertEquals(0, result.code(), result.err());
    return result;
  }

  private static final String ODOMETER = "vehicle.travelledDistance = 38402.9 [km] @ 09:40";

  private static String messages(String json) {
    return "status.checkControlMessages = " + json;
  }

  @Test
  void the_first_message_of_a_car_is_news_and_so_is_one_that_comes_back() {
    String low =
        "[{\"id\":164,\"text\":\"The washer fluid level is low.\",\"title\":null,\"status\":\"NULL\","
            + "\"date\":null,\"messageType\":\"CCM\",\"unitOfLengthRemaining\":\"19596\"}]";
    account.says(LOCK, NO_MESSAGES).watched();

    poll(LOCK, messages(low + " @ 10:20"));
    assertEquals(
        List.of("*My i4*: Check Control Message: The washer fluid level is low."),
        machine.headlines());
    poll(LOCK, messages(low.replace("19596", "19601") + " @ 10:50"));
    poll(LOCK, NO_MESSAGES);
    assertEquals(List.of(), machine.headlines());
    poll(LOCK, messages(low.replace("19596", "20800") + " @ 11:50"));
    assertEquals(1, machine.headlines().size());
  }

  @Test
  void a_service_is_told_with_what_there_is_of_distance_and_date() {
    String item =
        "{\"id\":%d,\"title\":\"%s\",\"status\":\"%s\",\"date\":\"%s\","
            + "\"unitOfLengthRemaining\":\"%s\",\"text\":\"-\"}";
    String services = "status.conditionBasedServices = [%s] @ ";
    String fine = item.formatted(2, "Front Brake", "OK", "null", "9000");
    account.says(LOCK, NO_MESSAGES, services.formatted(fine) + "09:40").watched();

    poll(
        LOCK,
        services.formatted(
                item.formatted(2, "Front Brake", "PENDING", "null", "1900")
                    + ","
                    + item.formatted(3, "Vehicle check", "OVERDUE", "2027-01", "-"))
            + "10:20");
    assertEquals(
        List.of(
            "*My i4*: Service Due: Front Brake pending (1900 km), Vehicle check overdue (2027-01)"),
        machine.headlines());

    poll(LOCK, "status.conditionBasedServices = null");
    poll(
        LOCK,
        services.formatted(item.formatted(2, "Front Brake", "PENDING", "null", "1800")) + "11:20");
    assertEquals(List.of(), machine.headlines(), "silence is not mending");
  }

  @Test
  void first_sight_names_what_stands_out() {
    account
        .says(
            "cabin.door.lock.status = UNLOCKED @ 09:40",
            "body.trunk.isOpen = OPEN @ 09:40",
            messages("[{\"id\":1,\"text\":\"Low oil.\"}] @ 09:00"),
            DEMAND + "replace = 110 @ 10:00")
        .loggedIn();
    machine.posted();

    assertEquals(0, machine.status("--force").code());

    assertEquals(
        List.of(
            "*My i4*: Watching: unlocked, trunk open, 12 V battery: replacement required,"
                + " Low oil."),
        machine.headlines());
  }

  @Test
  void a_recommended_battery_is_told_once_and_green() {
    account.says(LOCK, DEMAND + "replace = 200 @ 10:00").watched();

    poll(LOCK, DEMAND + "replace = 140 @ 10:30");
    var message = machine.posted().get(0);
    assertEquals(
        "*My i4*: 12 V Battery Needs Attention: replacement recommended",
        message.path("text").asText());
    assertEquals("#2eb67d", message.path("attachments").path(0).path("color").asText());
    poll(LOCK, DEMAND + "replace = 140 @ 11:00");
    assertEquals(List.of(), machine.posted());
    poll(LOCK, DEMAND + "replace = 110 @ 11:30");
    assertEquals("#ecb22e", machine.posted().get(0).at("/attachments/0/color").asText());
  }

  @Test
  void an_alarm_that_was_never_heard_of_before_is_told() {
    account.says(LOCK, NO_MESSAGES).watched();

    poll(LOCK, "vehicle.antiTheftAlarmSystem.alarm.isOn = true @ 10:20");

    assertEquals(List.of("*My i4*: Alarm"), machine.headlines());
  }
}
