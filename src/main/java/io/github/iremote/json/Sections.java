package io.github.iremote.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Log;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * A JSON file in which several remember something, each in a section that nobody else reads or
 * writes. Read at the first use, which is after the lock was taken.
 */
public final class Sections {
  private final JsonFile file;
  private final Layout layout;
  private final InstantSource clock;
  private final Log log;
  private ObjectNode whole;

  /** Which form the file has today, and how an older one becomes it. */
  public interface Layout {
    /** A file in which nobody has remembered anything yet. */
    ObjectNode empty();

    /**
     * @throws IOException if it is of no version that is known
     */
    ObjectNode current(ObjectNode found) throws IOException;
  }

  public Sections(Path path, Layout layout, InstantSource clock, Log log) {
    this.file = new JsonFile(path);
    this.layout = layout;
    this.clock = clock;
    this.log = log;
  }

  /** Where the file is. */
  public Path path() {
    return file.path();
  }

  /**
   * The section of this name.
   *
   * @param read makes of its JSON what its owner remembers; of a missing node, what he does at
   *     first
   */
  public <T> Section<T> section(String name, Section.Reader<T> read, Function<T, JsonNode> write) {
    return new Section<>(this, name, read, write);
  }

  /**
   * Forgets what was read, so that the next use reads the file again: for whoever stays while other
   * processes write, after each taking of the lock.
   */
  public synchronized void readAgain() {
    whole = null;
  }

  synchronized JsonNode read(String name) {
    return whole().path(name);
  }

  /** On disk with the next write, whoever's that is. */
  synchronized void note(String name, JsonNode section) {
    ObjectNode changed = layout.empty();
    changed.setAll(whole());
    changed.set(name, section);
    whole = changed;
  }

  /** On disk when this returns; what cannot be written is not remembered either. */
  synchronized void write(String name, JsonNode section) {
    ObjectNode changed = layout.empty();
    changed.setAll(whole());
    changed.set(name, section);
    file.write(changed);
    whole = changed;
  }

  /** A section that its owner cannot read is forgotten; the others are no worse for it. */
  synchronized void forget(String name, Exception why) {
    setAside("its section \"" + name + "\" holds an unusable value: " + why.getMessage());
    ObjectNode rest = whole().deepCopy();
    rest.remove(name);
    file.write(rest);
    whole = rest;
  }

  private ObjectNode whole() {
    if (whole == null) {
      whole = read();
    }
    return whole;
  }

  private ObjectNode read() {
    try {
      Optional<JsonNode> json = file.read();
      return json.isEmpty() ? layout.empty() : layout.current((ObjectNode) json.get());
    } catch (IOException e) {
      setAside(e.getMessage());
      return layout.empty();
    }
  }

  private void setAside(String why) {
    log.warn(file.path() + " is unusable (" + why + "); kept as " + file.setAside(clock));
  }
}
