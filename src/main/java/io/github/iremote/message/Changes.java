package io.github.iremote.message;

import io.github.iremote.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that has changed, line by line, as the field of a message. */
record Changes(Wording wording) {
  /** A field longer than this is cut off by Discord, in Slack's form as well. */
  private static final int LONGEST_CHANGES = 1000;

  /** What is known beyond the headline; what is too much for a field is counted. */
  Optional<String> of(List<Event> events, Instant now) {
    List<String> lines = new ArrayList<>();
    wording.detail(events.get(0), now).ifPresent(lines::add);
    events.stream().skip(1).forEach(event -> lines.add(wording.sentence(event, now)));
    return lines.isEmpty() ? Optional.empty() : Optional.of(fitting(lines));
  }

  private String fitting(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (text.isEmpty() && line.length() > LONGEST_CHANGES) {
        text.append(line, 0, LONGEST_CHANGES - 1).append('…');
      } else if (text.length() + line.length() > LONGEST_CHANGES) {
        int more = lines.size() - i;
        String key = more == 1 ? "more.one" : "more";
        return text.append(text.isEmpty() ? "" : "\n")
            .append(wording.phrases().get(key, more))
            .toString();
      } else {
        text.append(text.isEmpty() ? "" : "\n").append(line);
      }
    }
    return text.toString();
  }
}
