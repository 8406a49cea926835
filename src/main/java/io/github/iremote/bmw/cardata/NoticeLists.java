package io.github.iremote.bmw.cardata;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.bmw.Words;
import io.github.iremote.json.Json;
import io.github.iremote.vehicle.Notice;
import io.github.iremote.vehicle.Notices;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The car's own lists, which BMW packs as JSON text into one value each. */
final class NoticeLists {

  static Optional<Notices> checkControl(String value) {
    return list(value).map(list -> notices(list, NoticeLists::message));
  }

  /** Service items that are due: one that goes from pending to overdue is a new notice. */
  static Optional<Notices> services(String value) {
    return list(value).map(list -> notices(list, NoticeLists::service));
  }

  private static Optional<Notice> message(JsonNode item) {
    Optional<String> text = words(item, "text", "title");
    return words(item, "id").or(() -> text).map(id -> new Notice(id, text.orElse("message " + id)));
  }

  private static Optional<Notice> service(JsonNode item) {
    String state = words(item, "status").orElse("").toUpperCase(Locale.ROOT);
    Optional<String> title = words(item, "title", "text");
    String due = words(item, "date").map(date -> " (" + date + ")").orElse("");
    String ending = " " + state.toLowerCase(Locale.ROOT) + due;
    return words(item, "id")
        .or(() -> title)
        .filter(id -> state.equals("PENDING") || state.equals("OVERDUE"))
        .map(id -> new Notice(id + " " + state, title.orElse("service " + id) + ending));
  }

  /** The first of these fields that says something: BMW writes "-" where it has nothing to say. */
  private static Optional<String> words(JsonNode item, String... fields) {
    for (String field : fields) {
      Optional<String> text = Words.text(item.path(field)).filter(words -> !words.equals("-"));
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
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
