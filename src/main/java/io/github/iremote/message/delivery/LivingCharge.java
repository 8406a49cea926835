package io.github.iremote.message.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.json.Times;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A charge under way at one place.
 *
 * @param message what the place calls the message
 * @param at when it was last changed
 * @param level the charge level it shows
 */
record LivingCharge(String message, Instant at, double level) {

  static JsonNode write(Map<String, LivingCharge> charges) {
    ObjectNode json = Json.object();
    charges.forEach(
        (key, charge) ->
            json.putObject(key)
                .put("message", charge.message())
                .put("at", charge.at().toString())
                .put("level", charge.level()));
    return json;
  }

  static Map<String, LivingCharge> read(JsonNode json) {
    Map<String, LivingCharge> charges = new LinkedHashMap<>();
    for (var field : json.properties()) {
      JsonNode charge = field.getValue();
      charges.put(
          field.getKey(),
          new LivingCharge(
              charge.path("message").asText(),
              Times.parse(charge.path("at").asText()),
              charge.path("level").asDouble()));
    }
    return charges;
  }
}
