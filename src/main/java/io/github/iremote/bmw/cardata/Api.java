package io.github.iremote.bmw.cardata;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.bmw.Words;
import io.github.iremote.bmw.cardata.telematics.Heard;
import io.github.iremote.bmw.cardata.telematics.KeptKeys;
import io.github.iremote.bmw.cardata.telematics.SampleReader;
import io.github.iremote.bmw.cardata.telematics.Vocabulary;
import io.github.iremote.http.JsonHttp;
import io.github.iremote.json.Json;
import io.github.iremote.vehicle.Answer;
import io.github.iremote.vehicle.ChargingSession;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * BMW CarData, the official API for a car's owner.
 *
 * @see <a href="https://bmw-cardata.bmwgroup.com/customer/public/api-documentation">CarData API</a>
 */
public final class Api implements VehicleApi {
  private static final String VEHICLES = "/customers/vehicles/";

  private final Calls calls;
  private final Containers containers;
  private final Models models;
  private final KeptKeys kept;
  private final boolean location;
  private final InstantSource clock;
  private final Log log;

  /**
   * @param extraDescriptors the owner's own keys
   * @param location whether it may be kept where a car is
   */
  public Api(
      JsonHttp http,
      String server,
      List<String> extraDescriptors,
      boolean location,
      Book book,
      Models models,
      InstantSource clock,
      Log log) {
    this.calls = new Calls(http, server, book);
    this.containers = new Containers(calls, book, extraDescriptors, log);
    this.models = models;
    this.kept = new KeptKeys(extraDescriptors, location);
    this.location = location;
    this.clock = clock;
    this.log = log;
  }

  /**
   * {@code GET /customers/vehicles/mappings}, and {@code …/{vin}/basicData} for each car. Only the
   * cars of which this account is the main user: BMW shows no data of others.
   */
  @Override
  public List<Vehicle> vehicles(String accessToken) {
    JsonNode answer = get("/customers/vehicles/mappings", accessToken);
    JsonNode list = answer.path("mappings").isMissingNode() ? answer : answer.path("mappings");
    if (list.has("vin")) {
      list = Json.array().add(list); // one car, as BMW's OpenAPI file has it
    }
    if (!list.isArray()) {
      throw new Failure.BmwUnavailable(
          "BMW's answer holds no list of cars; the next run tries again");
    }
    List<Vehicle> vehicles = new ArrayList<>();
    for (JsonNode mapping : list) {
      String vin = mapping.path("vin").asText().toUpperCase(Locale.ROOT);
      boolean secondary = mapping.path("mappingType").asText().equalsIgnoreCase("SECONDARY");
      if (!secondary && Vehicle.isVin(vin)) {
        vehicles.add(new Vehicle(vin, model(vin, accessToken)));
      } else {
        log.info(() -> "not ours: " + vin + (secondary ? ", of which another is main user" : ""));
      }
    }
    return vehicles;
  }

  /** {@code GET /customers/vehicles/{vin}/telematicData}: one call for all keys of one car. */
  @Override
  public Answer status(String accessToken, Vehicle car) {
    JsonNode answer = telematicData(accessToken, car);
    JsonNode data = answer.path(answer.has("telematicData") ? "telematicData" : "data");
    if (!data.isObject()) {
      throw new Failure.BmwUnavailable(
          "BMW's answer for " + car.name() + " holds no telematicData; the next run tries again");
    }
    Instant now = clock.instant();
    Samples samples = SampleReader.read(data, now);
    if (log.talking()) {
      for (String word : Vocabulary.unknown(samples)) {
        log.info(() -> "a word of BMW that this version does not know: " + word);
      }
    }
    boolean noMessages = SampleReader.saysNoMessages(data, samples);
    return new Heard(samples, noMessages, kept, car.model(), now);
  }

  /**
   * {@code GET /customers/vehicles/{vin}/chargingHistory}: the charges of a time of at most 45
   * days; every page is a call.
   *
   * @param most how many pages are asked for at most
   */
  public List<ChargingSession> sessions(
      String accessToken, Vehicle car, Instant from, Instant to, int most) {
    Set<String> asked = new HashSet<>();
    List<ChargingSession> sessions = new ArrayList<>();
    String path = VEHICLES + car.vin() + "/chargingHistory?from=" + from + "&to=" + to;
    Optional<String> next = Optional.of("");
    while (next.isPresent() && asked.size() < most && asked.add(next.get())) {
      String more = next.get().isEmpty() ? "" : "&nextToken=" + encoded(next.get());
      JsonNode answer = get(path + more, accessToken);
      sessions.addAll(ChargingHistory.sessions(answer, location));
      next = ChargingHistory.nextPage(answer);
    }
    return sessions;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Sees to it that there is a container with all our keys. */
  public void prepare(String accessToken) {
    try {
      containers.renewed(accessToken);
    } catch (Refused e) {
      throw e.failure();
    }
  }

  private JsonNode telematicData(String accessToken, Vehicle car) {
    String path = VEHICLES + car.vin() + "/telematicData?containerId=";
    try {
      String container = containers.id(accessToken);
      try {
        return calls.get(path + container, accessToken);
      } catch (Refused e) {
        if (!e.containerUnusable()) {
          throw e;
        }
        log.info(() -> "the container is gone (" + e.code() + "): making another");
        return calls.get(path + containers.insteadOf(container, accessToken), accessToken);
      }
    } catch (Refused e) {
      throw e.failure();
    }
  }

  /** The name BMW sells it under; a car is worth listing without one. */
  private String model(String vin, String accessToken) {
    return models
        .of(vin)
        .orElseGet(
            () -> {
              Optional<String> told = toldModel(vin, accessToken);
              told.ifPresent(model -> models.keep(vin, model));
              return told.orElse("BMW");
            });
  }

  private Optional<String> toldModel(String vin, String accessToken) {
    try {
      JsonNode data = calls.get(VEHICLES + vin + "/basicData", accessToken);
      return Words.text(data.path("modelName"))
          .or(() -> Words.text(data.path("series")))
          .or(() -> Words.text(data.path("brand")));
    } catch (Refused | Failure.BmwUnavailable e) {
      log.info(() -> "BMW does not tell the model of " + vin + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private JsonNode get(String path, String accessToken) {
    try {
      return calls.get(path, accessToken);
    } catch (Refused e) {
      throw e.failure();
    }
  }
}
