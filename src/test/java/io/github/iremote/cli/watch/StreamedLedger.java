package io.github.iremote.cli.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.message.Message;
import io.github.iremote.run.CarReport;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.watch.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened to a streamed car, beside what was told of it and when. */
final class StreamedLedger implements Journal {
  private static final Duration LATEST = Duration.ofSeconds(10);

  private final Map<EventName, Integer> happened = new EnumMap<>(EventName.class);
  private final Map<EventName, Integer> told = new EnumMap<>(EventName.class);
  private final List<Duration> delays = new ArrayList<>();
  private final List<String> untimely = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private int events;
  private int posts;
  private int sentences;
  private int warnings;

  /** The first sight of the car is over. */
  void begin() {
    told.clear();
  }

  /** Something is about to happen; what there was before has been told by now. */
  void happens(EventName event, Instant at) {
    now = at;
    if (posts != events) {
      untimely.add("before " + event + " at " + at + ": " + posts + " messages of " + events);
    }
    happened.merge(event, 1, Integer::sum);
    events++;
    lines.add(at + " happened " + event);
  }

  /** Slack has got so many more messages. */
  void posted(int more) {
    posts += more;
  }

  /** Whether all that has happened was told. */
  boolean even() {
    return posts >= events;
  }

  /** What has happened was told so long after the car's last word on it, if it was. */
  void told(Duration delay) {
    delays.add(delay);
    if (!even() || delay.compareTo(LATEST) > 0) {
      untimely.add(lines.get(lines.size() - 1) + ": not told within " + delay);
    }
  }

  void assertTrue() {
    assertEquals(happened, told, () -> String.join("\n", lines));
    assertEquals(events, posts);
    assertEquals(List.of(), untimely);
  }

  void print() {
    delays.sort(Duration::compareTo);
    System.out.printf("stream: happened %s%nstream: told     %s%n", happened, told);
    System.out.printf(
        "stream: after the last message: median %s, worst %s%n",
        delays.get(delays.size() / 2), delays.get(delays.size() - 1));
    System.out.printf(
        "stream: the log has a line for each event, %d on the connection, and %d warnings%n",
        sentences, warnings);
  }

  @Override
  public void line(String sentence) {
    sentences++;
  }

  @Override
  public void detail(String sentence) {}

  @Override
  public void warn(String sentence) {
    warnings++;
    System.out.println("stream: " + sentence);
  }

  @Override
  public void event(Vehicle car, List<Event> events, Optional<Message> message) {
    events.forEach(event -> told.merge(event.name(), 1, Integer::sum));
    lines.add("after " + now + " told " + events);
  }

  @Override
  public void cards(List<CarReport> cars) {}
}
