package io.github.iremote.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.json.Section;
import io.github.iremote.json.Sections;
import io.github.iremote.json.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of the account at BMW.
 *
 * @param clientId the CarData client that last logged in; a set-up that was broken off goes on with
 *     it
 * @param listedAt when BMW last listed the account's cars
 */
public record Account(Optional<String> clientId, Optional<Instant> listedAt) {
  public static final Account UNKNOWN = new Account(Optional.empty(), Optional.empty());

  /** Cars are bought and sold more seldom; each look costs a call. */
  private static final Duration LIST_LASTS = Duration.ofDays(1);

  /** Whether the list of cars need not be asked for again. */
  boolean listedLately(Instant now) {
    return listedAt.filter(at -> !at.isAfter(now) && at.plus(LIST_LASTS).isAfter(now)).isPresent();
  }

  Account listed(Instant now) {
    return new Account(clientId, Optional.of(now));
  }

  /** After a login; nothing else is known of what may be another account. */
  public static Account of(String clientId) {
    return new Account(Optional.of(clientId), Optional.empty());
  }

  JsonNode toJson() {
    ObjectNode json = Json.object();
    clientId.ifPresent(id -> json.put("clientId", id));
    listedAt.ifPresent(at -> json.put("listedAt", at.toString()));
    return json;
  }

  static Account fromJson(JsonNode json) {
    return new Account(
        Optional.of(json.path("clientId").asText()).filter(id -> !id.isEmpty()),
        Optional.of(json.path("listedAt").asText()).filter(at -> !at.isEmpty()).map(Times::parse));
  }

  /** Where it is remembered. */
  public static Section<Account> in(Sections runFile) {
    return runFile.section("account", Account::fromJson, Account::toJson);
  }
}
