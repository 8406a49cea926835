package io.github.iremote.history.chronicle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.disk.OwnFile;
import io.github.iremote.json.Json;
import io.github.iremote.json.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/** The totals of all months of a car in one file: years are looked at in one read. */
final class TotalsFile {
  private static final int VERSION = 2;

  private final JsonFile file;
  private final ObjectNode json;
  private boolean changed;

  /**
   * @param prices what all totals depend on
   */
  TotalsFile(Path folder, String vin, String prices) {
    this.file = new JsonFile(folder.resolve("derived").resolve(vin + "-months.json"));
    this.json = read(prices).orElseGet(() -> Json.object().put("version", VERSION));
    json.put("by", prices);
  }

  private Optional<ObjectNode> read(String prices) {
    try {
      return file.read()
          .filter(found -> found.path("version").asInt() == VERSION)
          .filter(found -> found.path("by").asText().equals(prices))
          .map(ObjectNode.class::cast);
    } catch (IOException | ClassCastException e) {
      return Optional.empty(); // whatever is wrong with it, it is made anew
    }
  }

  /** Those of one file of lines; nothing where they were derived from something else. */
  Optional<Map<YearMonth, Totals>> of(YearMonth month, String source) {
    JsonNode known = json.path(month.toString());
    try {
      return known.path("of").asText().equals(source)
          ? Optional.of(DerivedJson.months(known.path("months")))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  void put(YearMonth month, String source, Map<YearMonth, Totals> totals) {
    ObjectNode known = Json.object().put("of", source);
    known.set("months", DerivedJson.write(totals));
    json.set(month.toString(), known);
    changed = true;
  }

  /** Keeps it where it can; a folder that cannot be written costs only time. */
  void save() {
    if (!changed) {
      return;
    }
    try {
      OwnFile.makeFolder(file.path().getParent());
      file.write(json);
    } catch (IOException | Failure.BadConfig e) {
      // it is added up anew the next time
    }
  }
}
