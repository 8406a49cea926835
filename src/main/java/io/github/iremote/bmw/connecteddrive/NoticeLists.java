package io.github.iremote.bmw.connecteddrive;

import static io.github.iremote.bmw.Words.positive;
import static io.github.iremote.bmw.Words.text;
import static io.github.iremote.bmw.Words.word;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Notice;
import io.github.iremote.vehicle.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The car's own lists: check-control messages, and service items that are due. */
final class NoticeLists {

  static Optional<Notices> checkControl(JsonNode list) {
    return notices(list, NoticeLists::message);
  }

  static Optional<Notices> services(JsonNode list) {
    return notices(list, NoticeLists::service);
  }

  private static Optional<Notices> notices(
      JsonNode list, Function<JsonNode, Optional<Notice>> kind) {
    if (!list.isArray()) {
      return Optional.empty();
    }
    List<Notice> notices = new ArrayList<>();
    for (JsonNode item : list) {
      kind.apply(item).ifPresent(notices::add);
    }
    return Optional.of(new Notices(notices));
  }

  private static Optional<Notice> message(JsonNode message) {
    Optional<String> words =
        text(message.path("ccmDescriptionShort"))
            .or(() -> text(message.path("ccmDescriptionLong")));
    return text(message.path("ccmId"))
        .or(() -> words)
        .map(id -> new Notice(id, words.orElse("message " + id)));
  }

  private static Optional<Notice> service(JsonNode item) {
    Optional<Notice.DueState> state = state(word(item.path("cbsState")));
    Optional<String> type = text(item.path("cbsType"));
    if (state.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    String name = type.get().replace('_', ' ').toLowerCase(Locale.ROOT);
    Optional<Distance> left =
        positive(word(item.path("cbsRemainingMileage"))).map(Distance::ofKilometres);
    return Optional.of(new Notice(type.get(), name, state, left, text(item.path("cbsDueDate"))));
  }

  private static Optional<Notice.DueState> state(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "PENDING" -> Optional.of(Notice.DueState.PENDING);
      case "OVERDUE" -> Optional.of(Notice.DueState.OVERDUE);
      default -> Optional.empty();
    };
  }

  private NoticeLists() {}
}
