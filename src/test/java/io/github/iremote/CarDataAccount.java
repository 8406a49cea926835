package io.github.iremote;

import static io.github.iremote.OwnersMachine.VIN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.bmw.cardata.telematics.Telemetry;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A machine whose owner has a CarData client, logged in and with one car unless a test differs. */
public final class CarDataAccount implements AutoCloseable, AfterEachCallback {
  public static final String CODE = "/gcdm/oauth/device/code";
  public static final String TOKEN = "/gcdm/oauth/token";
  public static final String MAPPINGS = "/customers/vehicles/mappings";
  public static final String CAR = "/customers/vehicles/" + VIN;
  public static final String DATA = CAR + "/telematicData";
  public static final String CONTAINERS = "/customers/containers";
  public static final String ID = "S00I000012345";
  public static final String OTHER_ID = "S00I000067890";

  /** What the first login asks of BMW, in order. */
  public static final List<String> FIRST_LOGIN =
      List.of(
          "POST " + CODE,
          "POST " + TOKEN,
          "GET " + MAPPINGS,
          "GET " + CAR + "/basicData",
          "GET " + CONTAINERS,
          "POST " + CONTAINERS);

  /** What a later one asks: the car's model is known. */
  public static final List<String> LATER_LOGIN =
      List.of(
          "POST " + CODE,
          "POST " + TOKEN,
          "GET " + MAPPINGS,
          "GET " + CONTAINERS,
          "POST " + CONTAINERS);

  public final OwnersMachine machine;

  /** In a directory of its own, which goes when the machine does. */
  public CarDataAccount() {
    this(new OwnersMachine());
  }

  public CarDataAccount(Path configs) {
    this(new OwnersMachine(configs));
  }

  private CarDataAccount(OwnersMachine machine) {
    this.machine = machine;
    machine.now = Instant.parse("2026-03-02T10:00:00Z");
    machine.config(
        """
        {
          "cardata": { "clientId": "AB12CD34-0000-4444-8888-0123456789AB",
                       "authServer": "%1$s", "apiServer": "%1$s" },
          "vehicles": [ { "vin": "%2$s", "name": "My i4" } ],
          "slack": { "webhookUrl": "%3$s" },
          "timezone": "Europe/Berlin"
        }
        """
            .formatted(machine.bmw.url(), VIN, machine.hook()));
    machine.bmw.answer(CODE, 200, code(""));
    machine.bmw.answer(TOKEN, 200, token(1));
    machine.bmw.answer(MAPPINGS, 200, "[" + mapping(VIN, "PRIMARY") + "]");
    machine.bmw.answer(
        CAR + "/basicData", 200, "{\"modelName\":\"i4 eDrive40\",\"brand\":\"BMW\"}");
    machine.bmw.answer("GET " + CONTAINERS, 200, "{\"containers\":[]}");
    machine.bmw.answer("POST " + CONTAINERS, 201, "{\"containerId\":\"" + ID + "\"}");
    says(
        "cabin.door.lock.status = SECURED @ 09:40",
        "drivetrain.batteryManagement.header = 60 @ 09:40",
        "drivetrain.electricEngine.kombiRemainingElectricRange = 240 @ 09:40");
  }

  /** The device code's answer, with more fields. */
  public static String code(String more) {
    return """
        {"user_code":"K7PM3DXA","device_code":"device-secret","interval":5,"expires_in":300,
         "verification_uri":"https://customer.bmwgroup.com/oneid/link" %s}"""
        .formatted(more);
  }

  /** The n-th token; each refresh gives another pair. */
  public static String token(int n) {
    return """
        {"gcid":"account","token_type":"Bearer","access_token":"access-secret-%1$d",
         "refresh_token":"refresh-secret-%1$d","expires_in":3599,"id_token":"id-secret",
         "scope":"cardata:api:read openid cardata:streaming:read authenticate_user"}"""
        .formatted(n);
  }

  public static String mapping(String vin, String type) {
    return """
        {"mappedSince":"2024-10-24T13:43:15.082Z","mappingType":"%s","vin":"%s"}"""
        .formatted(type, vin);
  }

  public static String error(String code, String message) {
    return """
        {"exveErrorId":"%s","exveErrorMsg":"%s","exveErrorRef":"REF42","exveNote":"A note."}"""
        .formatted(code, message);
  }

  public static String container(String id, String name, String purpose, String state) {
    return """
        {"containerId":"%s","name":"%s","purpose":"%s","state":"%s"}"""
        .formatted(id, name, purpose, state);
  }

  /** What the car says from now on. */
  public CarDataAccount says(String... entries) {
    machine.bmw.answer(DATA, 200, Telemetry.answer(entries));
    return this;
  }

  /** The same with a whole answer of the test resources, some of its entries replaced. */
  public CarDataAccount saysAll(String car, String... entries) {
    try (var in = CarDataAccount.class.getResourceAsStream("/cardata/" + car + ".json")) {
      JsonNode answer = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      ((ObjectNode) answer.path("telematicData")).setAll(Telemetry.data(entries));
      machine.bmw.answer(DATA, 200, Json.line(answer));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Logs in, and forgets what was asked for it. */
  public CarDataAccount loggedIn() {
    Result result = machine.run("login");
    if (result.code() != 0) {
      throw new AssertionError(result);
    }
    machine.bmw.asked();
    return this;
  }

  /** The car has been seen and told of. */
  public CarDataAccount watched() {
    loggedIn();
    Result result = machine.status("--force");
    if (result.code() != 0) {
      throw new AssertionError(result);
    }
    machine.bmw.asked();
    machine.posted();
    return this;
  }

  public CarDataAccount later(Duration time) {
    machine.now = machine.now.plus(time);
    return this;
  }

  /** What {@code run.json} keeps for CarData. */
  public JsonNode kept() {
    return machine.read("run.json").path("cardata");
  }

  /** What {@code run.json} keeps of when the cars are looked at, by VIN. */
  public JsonNode rhythms() {
    return machine.read("run.json").path("pace").path("cars");
  }

  @Override
  public void close() {
    machine.close();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }
}
