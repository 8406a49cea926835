package io.github.iremote.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Section;
import io.github.iremote.json.Sections;
import io.github.iremote.json.Times;
import io.github.iremote.watch.timing.Attempts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code watch} remembers in {@code run.json} from one start to the next.
 *
 * @param looks when cars were asked because they had not been listened to, the oldest first
 * @param deafTold whether the owner knows that the stream is not heard
 */
public record Memory(Attempts attempts, List<Instant> looks, boolean deafTold, Streamed streamed) {
  private static final int LOOKS_KEPT = 6;

  public Memory {
    looks = List.copyOf(looks);
  }

  /** Where it is kept. */
  public static Section<Memory> in(Sections runFile) {
    return runFile.section("stream", Memory::fromJson, Memory::toJson);
  }

  Memory with(Attempts now) {
    return new Memory(now, looks, deafTold, streamed);
  }

  Memory with(Streamed now) {
    return new Memory(attempts, looks, deafTold, now);
  }

  Memory withDeafTold(boolean told) {
    return new Memory(attempts, looks, told, streamed);
  }

  Memory withLook(Instant now) {
    List<Instant> more = new ArrayList<>(looks);
    more.add(now);
    int kept = Math.max(0, more.size() - LOOKS_KEPT);
    return new Memory(attempts, more.subList(kept, more.size()), deafTold, streamed);
  }

  JsonNode toJson() {
    ObjectNode json = (ObjectNode) attempts.toJson();
    ArrayNode times = json.putArray("looks");
    looks.forEach(look -> times.add(look.toString()));
    json.put("deafTold", deafTold);
    json.set("streamed", streamed.toJson());
    return json;
  }

  static Memory fromJson(JsonNode json) {
    List<Instant> looks = new ArrayList<>();
    for (JsonNode look : json.path("looks")) {
      looks.add(Times.parse(look.asText()));
    }
    return new Memory(
        Attempts.fromJson(json),
        looks,
        json.path("deafTold").asBoolean(),
        Streamed.fromJson(json.path("streamed")));
  }
}
