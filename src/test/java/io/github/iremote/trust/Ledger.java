package io.github.iremote.trust;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks what arrived at Slack against what the car did. Every message is predicted in full from
 * the change told before it and the change it tells: one that differs is false.
 */
final class Ledger {
  private static final Pattern RANGE = Pattern.compile("· (\\d+) km");

  /** A message that arrived, and whether the program learnt that it did. */
  private record Entry(String step, boolean acknowledged) {}

  private final Map<String, Entry> arrived = new LinkedHashMap<>();
  private final Map<String, Integer> own = new TreeMap<>();
  final List<String> falseMessages = new ArrayList<>();
  final List<String> explainedDuplicates = new ArrayList<>();
  final List<String> duplicates = new ArrayList<>();
  int told;
  int messages;

  /**
   * A message has arrived.
   *
   * @param step what became of the run that sent it
   * @param acknowledged whether that run could know that it arrived
   */
  synchronized void arrived(JsonNode message, String step, boolean acknowledged) {
    messages++;
    String[] lines = message.path("text").asText().split("\n");
    for (String line : lines) {
      String text = line.replaceAll(" · as of .*", "");
      if (text.startsWith("*iRemote*: ")) {
        own.merge(text.substring("*iRemote*: ".length()).split(" · ")[0], 1, Integer::sum);
        continue;
      }
      Entry earlier = arrived.put(text, new Entry(step, acknowledged));
      if (earlier == null) {
        first(text, lines.length == 1 ? changes(message) : null);
      } else {
        (earlier.acknowledged ? duplicates : explainedDuplicates).add(earlier.step);
      }
    }
  }

  /** How often the program told this of itself. */
  synchronized int own(String headline) {
    return own.getOrDefault(headline, 0);
  }

  /** What an experiment reports. */
  synchronized String figures(CountedCar car) {
    return String.format(
        "changes %d, told %d, lost %d, messages %d, false or out of order %d %s, duplicates after a"
            + " lost answer %d, other duplicates %d, of the program itself %s",
        car.changes(),
        told,
        car.changes() - told,
        messages,
        falseMessages.size(),
        falseMessages,
        explainedDuplicates.size(),
        duplicates.size(),
        own);
  }

  private void first(String text, String alsoChanged) {
    Matcher range = RANGE.matcher(text);
    int now = range.find() ? Integer.parseInt(range.group(1)) : 0;
    boolean right =
        told == 0
            ? text.equals(CountedCar.watching(now))
            : now > told
                && text.equals(CountedCar.message(told, now))
                && (alsoChanged == null || alsoChanged.equals(CountedCar.alsoChanged(told, now)));
    if (right) {
      told = now;
    } else {
      falseMessages.add(text + " [" + alsoChanged + "] after change " + told);
    }
  }

  private static String changes(JsonNode message) {
    for (JsonNode field : message.path("attachments").path(0).path("fields")) {
      if (field.path("title").asText().equals("Changes")) {
        return field.path("value").asText();
      }
    }
    return "";
  }
}
