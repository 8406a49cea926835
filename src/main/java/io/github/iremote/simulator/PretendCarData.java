package io.github.iremote.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.simulator.LoopbackServer.Request;
import io.github.iremote.simulator.LoopbackServer.Response;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** BMW's CarData server, with its containers, its strings for everything, and its quota. */
public final class PretendCarData implements LoopbackServer.Site {
  private static final int CALLS_A_DAY = 50;
  private static final int MOST_CONTAINERS = 10;
  private static final String CONTAINERS = "/customers/containers";
  private static final String MAPPINGS = "/customers/vehicles/mappings";

  private final PretendCar car;
  private final PretendDeviceFlow login;
  private final InstantSource clock;
  private final Map<String, JsonNode> containers = new TreeMap<>();
  private LocalDate today = LocalDate.MIN;
  private int calls;

  public PretendCarData(PretendCar car, InstantSource clock) {
    this.car = car;
    this.clock = clock;
    this.login = new PretendDeviceFlow();
  }

  @Override
  public synchronized Response answer(Request request) {
    try {
      return request.path().startsWith(PretendDeviceFlow.PATH)
          ? login.answer(request)
          : counted(request);
    } catch (IOException e) {
      return error(400, "CU-400", "Bad request");
    }
  }

  /** The calls of this day, by UTC. */
  public synchronized int calls() {
    return calls;
  }

  /** Whether the stream takes this login. */
  public synchronized boolean opensStream(String user, String password) {
    return login.opensStream(user, password);
  }

  private Response counted(Request request) throws IOException {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    calls = day.equals(today) ? calls + 1 : 1;
    today = day;
    if (calls > CALLS_A_DAY) {
      return error(403, "CU-429", "API rate limit reached");
    }
    if (!login.accepts(request.authorization())) {
      return error(403, "CU-127", "invalid_token");
    }
    if (request.is("GET", MAPPINGS)) {
      ObjectNode mapping = Json.object().put("mappedSince", "2024-10-24T13:43:15.082Z");
      mapping.put("mappingType", "PRIMARY").put("vin", car.vin());
      return new Response(200, Json.line(Json.array().add(mapping)));
    }
    if (request.is("GET", vehicle("/basicData"))) {
      return ok(Json.object().put("brand", "BMW").put("modelName", car.model()));
    }
    return request.is("GET", vehicle("/telematicData"))
        ? telematicData(request.query())
        : container(request);
  }

  private String vehicle(String what) {
    return "/customers/vehicles/" + car.vin() + what;
  }

  private Response telematicData(String query) {
    JsonNode container = containers.get(query.replace("containerId=", ""));
    if (container == null) {
      return error(403, "CU-105", "No permission for containerId");
    }
    ObjectNode answer = Json.object();
    ObjectNode data = answer.putObject("telematicData");
    Map<String, ObjectNode> known = TelematicWords.of(car.status());
    for (JsonNode key : container.path("technicalDescriptors")) {
      data.set(key.asText(), known.getOrDefault(key.asText(), TelematicWords.untold()));
    }
    return ok(answer);
  }

  private Response container(Request request) throws IOException {
    if (request.is("GET", CONTAINERS)) {
      ObjectNode answer = Json.object();
      containers.values().forEach(answer.putArray("containers")::add);
      return ok(answer);
    }
    if (request.is("POST", CONTAINERS)) {
      return containers.size() >= MOST_CONTAINERS
          ? error(403, "CU-124", "Maximum number of containers reached")
          : created((ObjectNode) Json.parse(request.body()));
    }
    containers.remove(request.path().substring(request.path().lastIndexOf('/') + 1));
    return new Response(204, "");
  }

  private Response created(ObjectNode container) {
    String id = "S00I000000" + (100 + containers.size());
    containers.put(id, container.put("containerId", id).put("state", "ACTIVE"));
    return new Response(201, Json.line(container));
  }

  private static Response ok(JsonNode answer) {
    return new Response(200, Json.line(answer));
  }

  private static Response error(int status, String code, String words) {
    ObjectNode error = Json.object().put("exveErrorId", code).put("exveErrorMsg", words);
    return new Response(status, Json.line(error.put("exveErrorRef", "pretend")));
  }
}
