package io.github.iremote.bmw.cardata.telematics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.bmw.Words;
import io.github.iremote.json.Json;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Notice;
import io.github.iremote.vehicle.Notices;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The car's own lists, which BMW packs as JSON text into one value each. */
final class NoticeLists {
  private static final int MOST = 30;
  private static final List<String> FIELDS =
      List.of("id", "text", "title", "status", "unitOfLengthRemaining", "date");

  static Optional<Notices> checkControl(String value) {
    return list(value).map(list -> notices(list, NoticeLists::message));
  }

  /**
   * Service items that are due. A car has items always: an empty list is silence.
   *
   * @param unit the one that the car counts in
   */
  static Optional<Notices> services(String value, Distance.Unit unit) {
    return list(value)
        .filter(list -> !list.isEmpty())
        .map(list -> notices(list, item -> service(item, unit)));
  }

  /** Whether the key's value is one of these lists. */
  static boolean has(String key) {
    return key.equals(Descriptor.CHECK_CONTROL.key()) || key.equals(Descriptor.SERVICES.key());
  }

  /** A list without what is too much of it; empty if it is no list. */
  static String shortened(String value) {
    ArrayNode shorter = Json.array();
    for (JsonNode item : list(value).orElse(shorter)) {
      if (shorter.size() < MOST) {
        ObjectNode fields = shorter.addObject();
        for (String field : FIELDS) {
          Words.text(item.path(field)).ifPresent(text -> fields.put(field, text));
        }
      }
    }
    return shorter.isEmpty() ? "" : Json.line(shorter);
  }

  private static Optional<Notice> message(JsonNode item) {
    Optional<String> text = words(item, "text", "title");
    return words(item, "id").or(() -> text).map(id -> new Notice(id, text.orElse("message " + id)));
  }

  private static Optional<Notice> service(JsonNode item, Distance.Unit unit) {
    Optional<Notice.DueState> state = state(Words.word(item.path("status")));
    if (state.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> title = words(item, "title", "text");
    Optional<String> id = words(item, "id").or(() -> title);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Notice(
            id.get(),
            title.orElse("service " + id.get()),
            state,
            Words.positive(Words.word(item.path("unitOfLengthRemaining")))
                .map(left -> new Distance(left, unit)),
            words(item, "date")));
  }

  private static Optional<Notice.DueState> state(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "PENDING" -> Optional.of(Notice.DueState.PENDING);
      case "OVERDUE" -> Optional.of(Notice.DueState.OVERDUE);
      default -> Optional.empty();
    };
  }

  /** The first of these fields that says something. */
  private static Optional<String> words(JsonNode item, String... fields) {
    return Stream.of(fields).flatMap(field -> Words.text(item.path(field)).stream()).findFirst();
  }

  private static Notices notices(JsonNode list, Function<JsonNode, Optional<Notice>> kind) {
    List<Notice> notices = new ArrayList<>();
    for (JsonNode item : list) {
      // some cars wrap the messages of each control unit once more
      Optional<JsonNode> inner = list(item.path("value"));
      inner.ifPresentOrElse(
          more -> more.forEach(one -> kind.apply(one).ifPresent(notices::add)),
          () -> kind.apply(item).ifPresent(notices::add));
    }
    return new Notices(notices);
  }

  private static Optional<JsonNode> list(JsonNode value) {
    return value.isArray() ? Optional.of(value) : list(value.asText());
  }

  private static Optional<JsonNode> list(String text) {
    try {
      JsonNode list = Json.parse(text);
      return list.isArray() ? Optional.of(list) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private NoticeLists() {}
}
