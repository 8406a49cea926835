package io.github.iremote.history;

import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.disk.OwnFile;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Notes;
import io.github.iremote.vehicle.ChargingSession;
import io.github.iremote.vehicle.Known;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps what cars said and did: a line for every reading that changed and for every event. */
public final class History {
  /** As often as this, cron looks. */
  public static final Duration CRON = Duration.ofMinutes(5);

  private final HistoryFolder folder;
  private final Changes changes;
  private final boolean location;
  private final Log log;

  /**
   * @param extra keys of the source that are kept as they are, in no words of ours
   * @param location whether positions may be kept
   */
  public History(HistoryFolder folder, List<String> extra, boolean location, Log log) {
    this.folder = folder;
    this.changes = new Changes(extra, location);
    this.location = location;
    this.log = log;
  }

  /**
   * Writes down what is new; called before the car is saved: a line too many is read once, but one
   * too few could never be found again.
   *
   * @param notes what the rules remembered before, which tells one reminder from the next
   * @throws Failure.BadConfig if it cannot be written
   */
  public void append(
      String vin, Known before, Notes notes, Known after, List<Event> events, Instant now) {
    append(vin, Optional.empty(), before, notes, after, events, now);
  }

  /**
   * The same, and when the car had been asked before: of looks that find nothing there is no line.
   *
   * @param lastLook nothing, where the car may have been looked at in between
   */
  public void append(
      String vin,
      Optional<Instant> lastLook,
      Known before,
      Notes notes,
      Known after,
      List<Event> events,
      Instant now) {
    if (before == after && events.isEmpty()) {
      return;
    }
    String told = before.status().at() + " " + notes.ongoing().values().stream().sorted().toList();
    List<Line> lines = new ArrayList<>();
    changes
        .between(before, after)
        .forEach(news -> lines.add(new Line(LineJson.id(news, ""), now, news)));
    for (Event event : events) {
      Line.Content content = new Line.Happened(event);
      lines.add(new Line(LineJson.id(content, told), now, content));
    }
    if (!lines.isEmpty() && lastLook.isPresent() && lastLook.get().plus(CRON).isBefore(now)) {
      Line.Content content = new Line.Looked(lastLook.get());
      lines.add(0, new Line(LineJson.id(content, ""), now, content));
    }
    write(vin, lines, before, now);
  }

  /** Writes down that a place has taken a message. */
  public void told(String vin, String place, String message, List<EventName> events, Instant now) {
    Line.Content content = new Line.Told(place, events);
    write(vin, List.of(new Line(LineJson.id(content, message), now, content)), Known.NOTHING, now);
  }

  /**
   * Writes down charges as BMW tells them, each in the month in which it ended.
   *
   * @return how many of them are new, or told otherwise than before
   */
  public int add(String vin, List<ChargingSession> sessions, Instant now) {
    Map<YearMonth, Set<String>> known = new HashMap<>();
    int added = 0;
    for (ChargingSession session : sessions) {
      Line.Content content = new Line.Billed(location ? session : session.placeless());
      YearMonth month = HistoryFolder.month(session.end());
      MonthFile file = folder.sessions(vin, month);
      Set<String> ids = known.computeIfAbsent(month, name -> folder.ids(file));
      Line line = new Line(LineJson.id(content, ""), now, content);
      if (ids.add(line.id())) {
        try {
          OwnFile.makeFolder(folder.path);
          file.append(List.of(LineJson.write(line)));
        } catch (IOException e) {
          throw unwritable(e);
        }
        added++;
      }
    }
    return added;
  }

  private Failure unwritable(IOException e) {
    return new Failure.BadConfig(
        folder.path
            + " cannot be written: check free space and its owner, or set \"history\": false",
        e);
  }

  private void write(String vin, List<Line> lines, Known before, Instant now) {
    if (lines.isEmpty()) {
      return;
    }
    YearMonth month = HistoryFolder.month(now);
    MonthFile file = folder.lines(vin, month);
    List<String> texts = new ArrayList<>();
    try {
      if (!file.exists()) {
        begin(month);
        changes.between(Known.NOTHING, before).forEach(known -> texts.add(text(known, now)));
      }
      lines.forEach(line -> texts.add(LineJson.write(line)));
      file.append(texts);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Each month's file begins with all that is known, so that it can be read alone. */
  private static String text(Line.Content known, Instant now) {
    return LineJson.write(new Line(LineJson.id(known, ""), now, known));
  }

  private void begin(YearMonth month) throws IOException {
    OwnFile.makeFolder(folder.path);
    try {
      folder.compressBefore(month);
    } catch (IOException e) {
      log.warn("last month's history stays uncompressed: " + e.getMessage());
    }
  }
}
