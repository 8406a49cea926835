package io.github.iremote.car;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Item;
import io.github.iremote.event.Notes;
import io.github.iremote.json.Json;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Message;
import io.github.iremote.notation.StatusJson;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Notice;
import io.github.iremote.vehicle.Notices;
import io.github.iremote.vehicle.Opening;
import io.github.iremote.vehicle.Position;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Sample;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.Statuses;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleStatus;
import io.github.iremote.vehicle.Wheel;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code event-<VIN>.json}, there and back. */
class SavedCarTest {
  private static final Vehicle CAR = new Vehicle("WBY1Z4C50EV000123", "i3");
  private static final Instant NOW = Instant.parse("2024-03-10T12:00:00.123456789Z");

  @Test
  void whatever_is_saved_comes_back() throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      SavedCar car = anyCar(random);
      assertEquals(car, readBack(Json.pretty(car.toJson())));
    }
  }

  @Test
  void a_car_never_seen_comes_back() throws IOException {
    SavedCar car = SavedCar.neverSeen(CAR);
    assertEquals(car, readBack(Json.pretty(car.toJson())));
  }

  @Test
  void a_person_can_read_it() {
    SavedCar car =
        new SavedCar(
            CAR.vin(),
            Optional.of(new SavedCar.Told(Event.of(EventName.LOCKED), Statuses.at("12:00"))),
            Statuses.status("odometer=100km lock=SECURED@11:58 service=OIL"),
            Samples.NONE,
            new Notes(Map.of("BATTERY_LOW", Statuses.at("11:00")), Optional.empty()),
            List.of(),
            List.of());
    assertEquals(
        """
        {
          "version": 2,
          "vin": "WBY1Z4C50EV000123",
          "event": {
            "name": "LOCKED",
            "at": "2024-03-10T12:00:00Z"
          },
          "pending": [ ],
          "notes": {
            "ongoing": {
              "BATTERY_LOW": "2024-03-10T11:00:00Z"
            }
          },
          "status": {
            "lock": {
              "value": "SECURED",
              "since": "2024-03-10T11:58:00Z",
              "at": "2024-03-10T11:58:00Z"
            },
            "odometer": {
              "value": 100.0,
              "unit": "km",
              "since": "2024-03-10T12:00:00Z",
              "at": "2024-03-10T12:00:00Z"
            },
            "service": {
              "value": [
                {
                  "id": "OIL",
                  "text": "oil"
                }
              ],
              "since": "2024-03-10T12:00:00Z",
              "at": "2024-03-10T12:00:00Z"
            }
          }
        }
        """,
        Json.pretty(car.toJson()));
  }

  @Test
  void what_a_newer_version_may_add_is_left_out() throws IOException {
    VehicleStatus status = Statuses.status("lock=LOCKED");
    ObjectNode json = StatusJson.write(status);
    json.putObject("flux").put("value", 88);
    assertEquals(status, StatusJson.read(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"version\": 3, \"vin\": \"WBY1Z4C50EV000123\"",
        "\"vin\": \"WBY1Z4C50EV000123\"",
        "\"version\": 1, \"vin\": \"WBY1Z4C50EV000124\"",
        "\"version\": 1",
        "GOOD, \"event\": {\"name\": \"NONE\", \"title\": \"x\", \"at\": \"2024-03-10T12:00:00Z\"}",
        "GOOD, \"event\": {\"name\": \"LOCKED\", \"title\": \"x\", \"at\": \"noon\"}",
        "GOOD, \"notes\": {\"ongoing\": {\"CHARGING\": 12}}",
        "GOOD, \"notes\": {\"journey\": {\"km\": 12}}",
        "GOOD, \"pending\": [{\"at\": \"2024-03-10T12:00:00Z\", \"message\": \"text\"}]",
        "GOOD, \"pending\": [{\"message\": {}}]",
        "GOOD, \"status\": {\"lock\": {\"value\": \"AJAR\", TIMES}}",
        "GOOD, \"status\": {\"lock\": {\"value\": \"LOCKED\"}}",
        "GOOD, \"status\": {\"lock\": 7}",
        "GOOD, \"status\": {\"moving\": {\"value\": \"yes\", TIMES}}",
        "GOOD, \"status\": {\"stateOfCharge\": {\"value\": \"79\", TIMES}}",
        "GOOD, \"status\": {\"odometer\": {\"value\": 100, TIMES}}",
        "GOOD, \"status\": {\"odometer\": {\"value\": 100, \"unit\": \"leagues\", TIMES}}",
        "GOOD, \"status\": {\"position\": {\"latitude\": 50, TIMES}}",
        "GOOD, \"status\": {\"service\": {\"value\": \"oil\", TIMES}}",
        "GOOD, \"status\": {\"updateReason\": {TIMES}}"
      })
  void a_damaged_file_is_refused(String fields) throws IOException {
    String good = "\"version\": 1, \"vin\": \"WBY1Z4C50EV000123\"";
    String times = "\"since\": \"2024-03-10T12:00:00Z\", \"at\": \"2024-03-10T12:00:00Z\"";
    String json = "{" + fields.replace("GOOD", good).replace("TIMES", times) + "}";
    assertThrows(IOException.class, () -> readBack(json), json);
  }

  private static SavedCar readBack(String json) throws IOException {
    return SavedCar.fromJson(Json.parse(json), CAR);
  }

  private static Letter pending(int number) {
    Instant at = NOW.plusSeconds(number);
    Vehicle car = new Vehicle(CAR.vin(), "äöü <" + number + "> \"\n", "i3");
    VehicleStatus status = Statuses.status("stateOfCharge=79 odometer=100km lock=SECURED");
    List<Event> events =
        List.of(
            anyEvent(EventName.OPENED).since(at),
            Event.of(EventName.UPDATE, new Item.Reason("ODD_WORD")));
    Letter one = Letter.of("slack", Message.of(car, events, status, at));
    ObjectNode slack = Json.object().put("text", "äöü <" + number + "> \"\n");
    slack.putArray("attachments").addObject().put("ts", NOW.getEpochSecond());
    Message old = Message.ofVersion1(at, number % 3 == 0, slack);
    Message own = Message.ofProgram(EventName.TROUBLE, "BMW <&> \u00e4", at);
    return number % 2 == 0 ? one : new Letter("my phone", List.of(old, own, one.newest()), 7);
  }

  private static Event anyEvent(EventName name) {
    List<Item> items =
        List.of(
            new Item.Part(Opening.SUNROOF),
            new Item.Tyre(Wheel.REAR_LEFT, 33.5),
            new Item.Line(new Notice("OIL", "oil")),
            Item.Fact.TIME_PASSED);
    return Event.of(name, items).after(Optional.of(Distance.ofKilometres(12.5)), Optional.of(3.5));
  }

  private static SavedCar anyCar(Random random) {
    VehicleStatus status = VehicleStatus.UNKNOWN;
    for (Signal<?> signal : Signal.all()) {
      status = random.nextInt(3) == 0 ? status : anyReading(status, signal, random);
    }
    Optional<Distance> odometer =
        Optional.of(anyDistance(random)).filter(d -> random.nextBoolean());
    Optional<Double> charge = Optional.of(random.nextDouble()).filter(d -> random.nextBoolean());
    Notes notes =
        new Notes(
            random.nextBoolean() ? Map.of() : Map.of("LEFT_OPEN reminder", NOW, "CHARGING", NOW),
            Optional.of(new Notes.Journey(NOW, odometer, charge))
                .filter(j -> random.nextBoolean()));
    EventName name = EventName.values()[random.nextInt(EventName.values().length)];
    return new SavedCar(
        CAR.vin(),
        Optional.of(new SavedCar.Told(anyEvent(name), NOW)),
        status,
        anySamples(random),
        notes,
        List.of(pending(1), pending(2)),
        random.nextBoolean() ? List.of() : List.of(pending(3)));
  }

  private static Samples anySamples(Random random) {
    Samples samples = Samples.NONE;
    for (int i = random.nextInt(3); i > 0; i--) {
      Instant at = NOW.minusSeconds(random.nextInt(1_000_000));
      samples =
          samples.with(
              "vehicle.key" + i,
              new Sample(
                  "[{\"id\":\"Ü\"}]",
                  random.nextBoolean() ? Optional.of("km") : Optional.empty(),
                  random.nextBoolean() ? Optional.of(at) : Optional.empty()));
    }
    return samples;
  }

  private static <T> VehicleStatus anyReading(
      VehicleStatus status, Signal<T> signal, Random random) {
    Instant since = NOW.minusSeconds(random.nextInt(1_000_000));
    return status.with(
        signal, new Reading<>(signal.type().cast(anyValue(signal.type(), random)), since, NOW));
  }

  private static Object anyValue(Class<?> type, Random random) {
    Object[] constants = type.getEnumConstants();
    List<Notice> notices = List.of(new Notice("1", "\"tyres\" & oil\n"), new Notice("2", ""));
    Map<Class<?>, Object> values =
        Map.of(
            Boolean.class,
            random.nextBoolean(),
            Double.class,
            random.nextDouble() * 100,
            Distance.class,
            anyDistance(random),
            Duration.class,
            Duration.ofMinutes(random.nextInt(10_000)),
            Position.class,
            new Position(random.nextGaussian() * 1e-5, random.nextDouble() * 180),
            Notices.class,
            new Notices(notices.subList(0, random.nextInt(3))),
            String.class,
            "WORD_" + random.nextInt());
    return constants == null ? values.get(type) : constants[random.nextInt(constants.length)];
  }

  private static Distance anyDistance(Random random) {
    double value = random.nextInt(3) == 0 ? random.nextInt(300_000) : random.nextDouble() * 300_000;
    return new Distance(value, Distance.Unit.values()[random.nextInt(2)]);
  }
}
