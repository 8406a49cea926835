package io.github.iremote.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.event.EventName;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with the program's own work, told once an incident: a login that is needed or about
 * to end at once, other failures after an hour, the recovery if trouble was told.
 *
 * @param failingSince the first failure of this incident
 * @param told what of it has been told
 */
public record Trouble(Optional<Instant> failingSince, Set<EventName> told) {
  public static final Trouble NONE = new Trouble(Optional.empty(), Set.of());
  private static final Duration PATIENCE = Duration.ofHours(1);

  public Trouble {
    told = Set.copyOf(told);
  }

  /** Whether nothing is wrong. */
  public boolean none() {
    return failingSince.isEmpty();
  }

  /** The trouble after a run, and what there is to tell of it. */
  public record Step(Trouble trouble, List<News> news) {}

  /** One event of the program's own. */
  public record News(EventName name, String sentence) {}

  /** After a run in which BMW answered for every car. */
  public Step afterSuccess() {
    return new Step(
        NONE,
        told.isEmpty()
            ? List.of()
            : List.of(new News(EventName.RECOVERED, "BMW answers again, nothing needs doing")));
  }

  public Step afterFailure(Failure failure, Instant now) {
    Instant since = failingSince.filter(start -> !start.isAfter(now)).orElse(now);
    boolean login = failure instanceof Failure.LoginRequired;
    boolean lasting = failure instanceof Failure.LoginEnding || !since.plus(PATIENCE).isAfter(now);
    EventName name = login ? EventName.LOGIN_REQUIRED : EventName.TROUBLE;
    if (told.contains(name) || !(login || lasting)) {
      return new Step(new Trouble(Optional.of(since), told), List.of());
    }
    Set<EventName> known = EnumSet.of(name);
    known.addAll(told);
    return new Step(
        new Trouble(Optional.of(since), known), List.of(new News(name, failure.getMessage())));
  }

  public void toJson(ObjectNode json) {
    failingSince.ifPresent(since -> json.put("failingSince", since.toString()));
    if (!told.isEmpty()) {
      var names = json.putArray("told");
      told.forEach(name -> names.add(name.name()));
    }
  }

  public static Trouble fromJson(JsonNode json) {
    Set<EventName> told = EnumSet.noneOf(EventName.class);
    for (JsonNode name : json.path("told")) {
      told.add(EventName.valueOf(name.asText()));
    }
    return new Trouble(
        json.path("failingSince").isTextual()
            ? Optional.of(Instant.parse(json.path("failingSince").asText()))
            : Optional.empty(),
        told);
  }
}
