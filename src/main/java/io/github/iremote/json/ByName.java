package io.github.iremote.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What one owner remembers of each of several things, such as cars, by their names. */
public final class ByName<T> {
  private final Section<Map<String, T>> section;

  /**
   * @param name what the section is called
   * @param read makes of JSON what is remembered of one thing
   */
  public ByName(Sections file, String name, Section.Reader<T> read, Function<T, JsonNode> write) {
    section = file.section(name, json -> read(json, read), things -> write(things, write));
  }

  public Map<String, T> all() {
    return section.get();
  }

  public Optional<T> of(String name) {
    return Optional.ofNullable(section.get().get(name));
  }

  /** Remembers this of one thing, or nothing more; it is on disk when this returns. */
  public void put(String name, Optional<T> thing) {
    section.update(
        known -> {
          Map<String, T> changed = new TreeMap<>(known);
          changed.remove(name);
          thing.ifPresent(value -> changed.put(name, value));
          return changed;
        });
  }

  private static <T> Map<String, T> read(JsonNode json, Section.Reader<T> read) throws IOException {
    Map<String, T> things = new TreeMap<>();
    for (var field : json.properties()) {
      things.put(field.getKey(), read.read(field.getValue()));
    }
    return things;
  }

  private static <T> JsonNode write(Map<String, T> things, Function<T, JsonNode> write) {
    ObjectNode json = Json.object();
    things.forEach((name, thing) -> json.set(name, write.apply(thing)));
    return json;
  }
}
