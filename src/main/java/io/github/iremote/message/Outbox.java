package io.github.iremote.message;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.config.QuietHours;
import io.github.iremote.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Rules for messages that wait: which may go now, and which have become one. */
public record Outbox(Optional<QuietHours> quiet, Wording wording) {
  /** More waiting messages than this are a flood that nobody reads. */
  private static final int MOST_WAITING = 20;

  /** Folding stops short of the limit, so that it is not done again with every new message. */
  private static final int LEFT_AFTER_FOLDING = 15;

  /** Slack recommends 4,000 characters at most; a summary longer than this grows no more. */
  private static final int LONGEST_SUMMARY = 2000;

  private static final Duration LATE = Duration.ofHours(1);

  /** The first message that may be posted now. */
  public Optional<Pending> next(List<Pending> waiting, Instant now) {
    boolean silence = quiet.isPresent() && quiet.get().contain(now);
    for (Pending pending : waiting) {
      if (pending.urgent() || !silence) {
        return Optional.of(pending);
      }
    }
    return Optional.empty();
  }

  /** The waiting messages, with those folded together that are to arrive as one. */
  public List<Pending> folded(List<Pending> waiting, Instant now) {
    if (waiting.size() < 2) {
      return waiting;
    }
    List<Pending> folded = waiting;
    if (quiet.isPresent() && !quiet.get().contain(now)) {
      folded = fold(folded, pending -> quiet.get().contain(pending.at()), folded.size(), now);
    }
    if (folded.size() > MOST_WAITING) {
      folded = fold(folded, pending -> true, folded.size() - LEFT_AFTER_FOLDING + 1, now);
    }
    return folded;
  }

  /** The message as it is posted: one that comes late says from when it is. */
  public ObjectNode dated(Pending pending, Instant now) {
    String text = pending.text();
    boolean late = pending.at().plus(LATE).isBefore(now);
    return !late || text.contains("as of ") || text.contains("\n")
        ? pending.message()
        : pending.message().deepCopy().put("text", text + asOf(pending, now));
  }

  private String asOf(Pending pending, Instant now) {
    return " · as of " + wording.time(pending.at(), now);
  }

  /** Makes one message of the oldest ordinary ones that match, where the first of them was. */
  private List<Pending> fold(
      List<Pending> waiting, Predicate<Pending> matching, int most, Instant now) {
    List<Pending> parts = new ArrayList<>();
    List<Pending> rest = new ArrayList<>();
    int place = 0;
    for (Pending pending : waiting) {
      boolean ordinary = !pending.urgent() && pending.text().length() < LONGEST_SUMMARY;
      if (ordinary && parts.size() < most && matching.test(pending)) {
        place = parts.isEmpty() ? rest.size() : place;
        parts.add(pending);
      } else {
        rest.add(pending);
      }
    }
    if (parts.size() < 2) {
      return waiting;
    }
    rest.add(place, merged(parts, now));
    return rest;
  }

  /** A line for each with its time, and the fields of the newest. */
  private Pending merged(List<Pending> parts, Instant now) {
    Pending newest = parts.get(parts.size() - 1);
    StringBuilder text = new StringBuilder();
    for (Pending part : parts) {
      boolean summary = part.text().contains("\n");
      text.append(text.isEmpty() ? "" : "\n").append(part.text());
      text.append(summary || part.text().contains("as of ") ? "" : asOf(part, now));
    }
    ObjectNode message = Json.object().put("text", text.toString());
    if (newest.message().path("attachments") instanceof ArrayNode attachments) {
      message.set("attachments", attachments);
    }
    return new Pending(parts.get(0).at(), false, message);
  }
}
