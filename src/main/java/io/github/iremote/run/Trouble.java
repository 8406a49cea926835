package io.github.iremote.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.event.EventName;
import io.github.iremote.json.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is wrong with the program's own work, told once an incident: a login that is needed or about
 * to end at once, other failures after an hour, the recovery if trouble was told and every car that
 * was failing has answered.
 *
 * @param failingSince the first failure of this incident
 * @param told what of it has been told
 * @param failing the VINs of the cars that have not answered since, {@link #ACCOUNT} among them
 */
public record Trouble(Optional<Instant> failingSince, Set<EventName> told, Set<String> failing) {
  public static final Trouble NONE = new Trouble(Optional.empty(), Set.of(), Set.of());

  /** Stands for the account where a failure is no single car's. */
  static final String ACCOUNT = "account";

  private static final Duration PATIENCE = Duration.ofHours(1);

  public Trouble {
    told = Set.copyOf(told);
    failing = Set.copyOf(failing);
  }

  /** Whether nothing is wrong. */
  public boolean none() {
    return failingSince.isEmpty();
  }

  /** The trouble after a run, and what there is to tell of it. */
  public record Step(Trouble trouble, List<News> news) {}

  /** One event of the program's own. */
  public record News(EventName name, String sentence) {}

  /** After cars have answered. */
  public Step afterAnswers(Set<String> answered) {
    Set<String> left = new TreeSet<>(failing);
    left.removeAll(answered);
    left.remove(ACCOUNT);
    if (!left.isEmpty()) {
      return new Step(new Trouble(failingSince, told, left), List.of());
    }
    return new Step(
        NONE,
        told.isEmpty()
            ? List.of()
            : List.of(new News(EventName.RECOVERED, "BMW answers again, nothing needs doing")));
  }

  /**
   * After a failure.
   *
   * @param cars the VINs of those it keeps from answering
   */
  public Step afterFailure(Failure failure, Collection<String> cars, Instant now) {
    Instant since = failingSince.filter(start -> !start.isAfter(now)).orElse(now);
    Set<String> stuck = new TreeSet<>(failing);
    stuck.addAll(cars);
    boolean login = failure instanceof Failure.LoginRequired;
    boolean lasting = failure instanceof Failure.LoginEnding || !since.plus(PATIENCE).isAfter(now);
    EventName name = login ? EventName.LOGIN_REQUIRED : EventName.TROUBLE;
    if (told.contains(name) || !(login || lasting)) {
      return new Step(new Trouble(Optional.of(since), told, stuck), List.of());
    }
    Set<EventName> known = EnumSet.of(name);
    known.addAll(told);
    return new Step(
        new Trouble(Optional.of(since), known, stuck),
        List.of(new News(name, failure.getMessage())));
  }

  /** The same after these cars have answered, while others have not. */
  Trouble without(Set<String> answered) {
    Set<String> left = new TreeSet<>(failing);
    left.removeAll(answered);
    return new Trouble(failingSince, told, left);
  }

  /** The same without cars that are no longer watched. */
  Trouble only(Set<String> watched) {
    Set<String> left = new TreeSet<>(failing);
    left.removeIf(vin -> !vin.equals(ACCOUNT) && !watched.contains(vin));
    return new Trouble(failingSince, told, left);
  }

  public void toJson(ObjectNode json) {
    failingSince.ifPresent(since -> json.put("failingSince", since.toString()));
    if (!told.isEmpty()) {
      var names = json.putArray("told");
      told.forEach(name -> names.add(name.name()));
    }
    if (!failing.isEmpty()) {
      var vins = json.putArray("failing");
      new TreeSet<>(failing).forEach(vins::add);
    }
  }

  public static Trouble fromJson(JsonNode json) {
    Set<EventName> told = EnumSet.noneOf(EventName.class);
    for (JsonNode name : json.path("told")) {
      told.add(EventName.valueOf(name.asText()));
    }
    Set<String> failing = new TreeSet<>();
    for (JsonNode vin : json.path("failing")) {
      failing.add(vin.asText());
    }
    return new Trouble(
        json.path("failingSince").isTextual()
            ? Optional.of(Times.parse(json.path("failingSince").asText()))
            : Optional.empty(),
        told,
        failing);
  }
}
