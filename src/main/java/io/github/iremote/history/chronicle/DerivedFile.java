package io.github.iremote.history.chronicle;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Failure;
import io.github.iremote.disk.OwnFile;
import io.github.iremote.history.SessionJson;
import io.github.iremote.history.derived.Charge;
import io.github.iremote.history.derived.Derivation;
import io.github.iremote.history.derived.Derived;
import io.github.iremote.history.derived.Drive;
import io.github.iremote.history.derived.Standing;
import io.github.iremote.history.text.WholeLines;
import io.github.iremote.json.Json;
import io.github.iremote.json.JsonFile;
import io.github.iremote.json.Times;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was derived from a month, kept so that years need not be read again: a line of totals, then
 * a line for each drive, charge and time of standing. It can be deleted at any time.
 */
final class DerivedFile {
  private static final int VERSION = 3;
  private static final String END = "\"end\":\"";

  private final JsonFile file;

  DerivedFile(Path folder, String vin, YearMonth month) {
    this.file = new JsonFile(folder.resolve("derived").resolve(vin + "-" + month + ".jsonl"));
  }

  /**
   * How the file begins.
   *
   * @param source what drives and charges were derived from
   * @param prices what else the totals depend on
   */
  record Header(String source, String prices, Map<YearMonth, Totals> months) {}

  /** The totals; nothing where they were derived from something else, or by other prices. */
  Optional<Map<YearMonth, Totals>> totals(String source, String prices) {
    try (InputStream in = Files.newInputStream(file.path())) {
      WholeLines lines = new WholeLines(in);
      return header(lines, source)
          .filter(header -> header.path("by").asText().equals(prices))
          .map(header -> DerivedJson.months(header.path("months")));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException | java.time.DateTimeException e) {
      return Optional.empty(); // whatever is wrong with it, it is made anew
    }
  }

  /** All that was derived; nothing where it was derived from something else. */
  Optional<Derived> read(String source) {
    return read(source, Derivation.Span.ALWAYS);
  }

  /** The same, but for what surely ended at another time: that is not looked at. */
  Optional<Derived> read(String source, Derivation.Span span) {
    try (InputStream in = Files.newInputStream(file.path())) {
      WholeLines lines = new WholeLines(in);
      Optional<JsonNode> header = header(lines, source);
      return header.isEmpty() ? Optional.empty() : Optional.of(derived(header.get(), lines, span));
    } catch (IOException | IllegalArgumentException | java.time.DateTimeException e) {
      return Optional.empty(); // whatever is wrong with it, it is made anew
    }
  }

  private static Optional<JsonNode> header(WholeLines lines, String source) throws IOException {
    String line = lines.next();
    if (line == null) {
      return Optional.empty();
    }
    JsonNode header = Json.parse(WholeLines.decoded(line));
    boolean current =
        header.path("version").asInt() == VERSION && header.path("of").asText().equals(source);
    return current ? Optional.of(header) : Optional.empty();
  }

  private static Derived derived(JsonNode header, WholeLines lines, Derivation.Span span)
      throws IOException {
    List<Drive> drives = new ArrayList<>();
    List<Charge> charges = new ArrayList<>();
    List<Standing> standings = new ArrayList<>();
    String from = Times.seconds(span.from());
    String to = Times.seconds(span.to());
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!ended(line, from, to)) {
        continue;
      }
      JsonNode json = Json.parse(WholeLines.decoded(line));
      if (json.has("drive")) {
        drives.add(DerivedJson.drive(json.path("drive")));
      } else if (json.has("charge")) {
        charges.add(DerivedJson.charge(json.path("charge")));
      } else if (json.has("standing")) {
        standings.add(DerivedJson.standing(json.path("standing")));
      }
    }
    return new Derived(drives, charges, standings, SessionJson.number(header, "capacity"));
  }

  /** Whether it ended in that time, to the second. */
  private static boolean ended(String line, String from, String to) {
    int end = line.indexOf(END) + END.length();
    boolean known = end >= END.length() && line.length() > end + to.length();
    String time = known ? line.substring(end, end + to.length()) : from;
    return time.compareTo(from) >= 0 && time.compareTo(to) <= 0;
  }

  /** Keeps it where it can; a folder that cannot be written costs only time. */
  void write(Header header, Derived derived) {
    StringBuilder text = new StringBuilder();
    var json = Json.object().put("version", VERSION);
    json.put("of", header.source).put("by", header.prices);
    derived.capacity().ifPresent(capacity -> json.put("capacity", capacity));
    json.set("months", DerivedJson.write(header.months));
    line(text, json);
    derived.drives().forEach(d -> line(text, Json.object().set("drive", DerivedJson.write(d))));
    derived.charges().forEach(c -> line(text, Json.object().set("charge", DerivedJson.write(c))));
    derived
        .standings()
        .forEach(s -> line(text, Json.object().set("standing", DerivedJson.write(s))));
    try {
      OwnFile.makeFolder(file.path().getParent());
      file.write(text.toString());
    } catch (IOException | Failure.BadConfig e) {
      // it is derived anew the next time
    }
  }

  private static void line(StringBuilder text, JsonNode json) {
    text.append(Json.line(json)).append('\n');
  }
}
