package io.github.iremote.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What one owner remembers in a file that others use as well. */
public final class Section<T> {
  private final Sections file;
  private final String name;
  private final Reader<T> read;
  private final Function<T, JsonNode> write;
  private JsonNode json;
  private T value;

  /** Makes of JSON what an owner remembers. */
  public interface Reader<T> {
    /** Throws this or a {@code RuntimeException} of a value that cannot be, if it is unusable. */
    T read(JsonNode json) throws IOException;
  }

  Section(Sections file, String name, Reader<T> read, Function<T, JsonNode> write) {
    this.file = file;
    this.name = name;
    this.read = read;
    this.write = write;
  }

  /** What is remembered. */
  public T get() {
    synchronized (file) {
      JsonNode now = file.read(name);
      if (now != json) {
        value = parse(now);
        json = file.read(name);
      }
      return value;
    }
  }

  /** Changes what is remembered; it is on disk when this returns. */
  public void update(UnaryOperator<T> change) {
    synchronized (file) {
      T changed = change.apply(get());
      JsonNode written = write.apply(changed);
      if (!written.equals(write.apply(value))) {
        file.write(name, written);
        value = changed;
        json = file.read(name);
      }
    }
  }

  /** Changes what is remembered, for the file's next write: it is not worth one of its own. */
  public void note(UnaryOperator<T> change) {
    synchronized (file) {
      T changed = change.apply(get());
      file.note(name, write.apply(changed));
      value = changed;
      json = file.read(name);
    }
  }

  /** Writes it even if it has not changed, to see whether that is possible. */
  public void save() {
    synchronized (file) {
      file.write(name, write.apply(get()));
      json = file.read(name);
    }
  }

  private T parse(JsonNode now) {
    try {
      return read.read(now);
    } catch (IOException | DateTimeException | IllegalArgumentException e) {
      file.forget(name, e);
      return first();
    }
  }

  private T first() {
    try {
      return read.read(MissingNode.getInstance());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
