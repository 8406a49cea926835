package io.github.iremote.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.message.Letter;
import io.github.iremote.message.LetterWording;
import io.github.iremote.message.Worded;
import java.time.Instant;
import java.util.StringJoiner;

/**
 * Makes the JSON that a Slack webhook takes: one line for the lock screen, and one attachment with
 * a coloured bar and fields. Mattermost, Rocket.Chat and Discord's {@code /slack} show it too.
 *
 * @see <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">Incoming
 *     webhooks</a>
 */
public record SlackMessage(LetterWording wording) {
  private static final String GREEN = "#2eb67d";
  private static final String AMBER = "#ecb22e";
  private static final String RED = "#e01e5a";

  /** The letter in Slack's form; what version 1 has put into that form stays as it is. */
  public ObjectNode of(Letter letter, Instant now) {
    Worded worded = wording.of(letter, now);
    var readyMade = letter.newest().readyMade();
    if (readyMade.isPresent()) {
      ObjectNode message = readyMade.get().deepCopy();
      return message.put("text", text(worded, true));
    }
    ObjectNode message = Json.object().put("text", text(worded, false));
    if (worded.fields().isEmpty()) {
      return message;
    }
    ObjectNode attachment = message.putArray("attachments").addObject();
    attachment.put("color", color(worded.tone()));
    Worded.Line newest = worded.lines().get(worded.lines().size() - 1);
    attachment.put("fallback", escape(newest.toString()));
    attachment.set("fields", fields(worded));
    worded.time().ifPresent(time -> attachment.put("ts", time.getEpochSecond()));
    return message;
  }

  private static String color(Worded.Tone tone) {
    return switch (tone) {
      case GOOD -> GREEN;
      case ATTENTION -> AMBER;
      case URGENT -> RED;
    };
  }

  /** A line without a subject is in Slack's form already, or the program's own. */
  private static String text(Worded worded, boolean readyMade) {
    StringJoiner text = new StringJoiner("\n");
    for (Worded.Line line : worded.lines()) {
      String bold = line.subject().isEmpty() ? "" : "*" + name(line.subject()) + "*: ";
      boolean raw = line.subject().isEmpty() && (readyMade || worded.lines().size() > 1);
      text.add(bold + (raw ? line.text() : escape(line.text())));
    }
    return text.toString();
  }

  /** A name as it is: what Slack would take for markup is written with look-alikes. */
  private static String name(String name) {
    return escape(name.replace('*', '∗').replace('_', 'ˍ').replace('~', '∼').replace('`', 'ˋ'));
  }

  private static ArrayNode fields(Worded worded) {
    ArrayNode fields = Json.array();
    for (Worded.Field field : worded.fields()) {
      fields
          .addObject()
          .put("title", field.title())
          .put("value", escape(field.value()))
          .put("short", field.brief());
    }
    return fields;
  }

  /** The three characters that Slack would take for markup. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
