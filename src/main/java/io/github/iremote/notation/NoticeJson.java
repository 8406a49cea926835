package io.github.iremote.notation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Notice;
import io.github.iremote.vehicle.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lines of a car's own lists as JSON. */
final class NoticeJson {

  static ObjectNode write(Notice notice) {
    ObjectNode json = Json.object().put("id", notice.id()).put("text", notice.text());
    notice.state().ifPresent(state -> json.put("state", state.name()));
    notice.remaining().ifPresent(left -> json.set("remaining", DistanceJson.write(left)));
    notice.date().ifPresent(date -> json.put("date", date));
    return json;
  }

  static Notices readAll(JsonNode list) {
    if (!list.isArray()) {
      throw new IllegalArgumentException("expected a list");
    }
    List<Notice> notices = new ArrayList<>();
    for (JsonNode notice : list) {
      notices.add(read(notice));
    }
    return new Notices(notices);
  }

  static Notice read(JsonNode json) {
    String id = json.path("id").asText();
    String text = json.path("text").asText();
    for (Notice.DueState state : Notice.DueState.values()) {
      // files of the first versions have the state in the id
      String ending = " " + state;
      boolean old = id.endsWith(ending);
      if (old || json.path("state").asText().equals(state.name())) {
        String item = old ? id.substring(0, id.length() - ending.length()) : id;
        return new Notice(item, text, Optional.of(state), remaining(json), date(json));
      }
    }
    return new Notice(id, text);
  }

  private static Optional<Distance> remaining(JsonNode json) {
    return json.has("remaining")
        ? Optional.of(DistanceJson.read(json.path("remaining")))
        : Optional.empty();
  }

  private static Optional<String> date(JsonNode json) {
    return json.path("date").isTextual()
        ? Optional.of(json.path("date").asText())
        : Optional.empty();
  }

  private NoticeJson() {}
}
