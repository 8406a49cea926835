package io.github.iremote.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.event.Event;
import io.github.iremote.json.Json;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/** A letter as JSON for programs, in words and in figures; documented in the README. */
public final class PlainJson {
  /** Raised when something in it changes its meaning; what is only new does not. */
  private static final int VERSION = 1;

  public static ObjectNode of(Letter letter, LetterWording wording, Instant now) {
    Worded worded = wording.of(letter, now);
    Message newest = letter.newest();
    ObjectNode json = Json.object().put("version", VERSION).put("id", letter.id());
    ArrayNode events = json.putArray("events");
    names(letter).forEach(events::add);
    json.put("weight", newest.weight().name()).put("urgent", urgent(letter));
    newest
        .car()
        .ifPresent(car -> json.putObject("car").put("vin", car.vin()).put("name", car.name()));
    json.put("title", worded.title()).put("text", worded.body());
    worded.time().ifPresent(time -> json.put("time", time.toString()));
    worded.link().ifPresent(link -> json.put("link", link));
    ArrayNode fields = json.putArray("fields");
    for (Worded.Field field : worded.details()) {
      fields.addObject().put("title", field.title()).put("value", field.value());
    }
    ArrayNode messages = json.putArray("messages");
    letter.messages().forEach(message -> messages.add(LetterJson.write(message)));
    return json;
  }

  private static boolean urgent(Letter letter) {
    return letter.messages().stream().anyMatch(Message::urgent);
  }

  private static Set<String> names(Letter letter) {
    Set<String> names = new LinkedHashSet<>();
    for (Message message : letter.messages()) {
      for (Event event : message.events()) {
        names.add(event.name().name());
      }
    }
    return names;
  }

  private PlainJson() {}
}
