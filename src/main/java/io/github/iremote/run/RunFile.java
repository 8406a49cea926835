package io.github.iremote.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Log;
import io.github.iremote.json.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code run.json}: read once, written when what it says changes. */
public final class RunFile {
  public static final String NAME = "run.json";

  private final JsonFile file;
  private final InstantSource clock;
  private final Log log;
  private RunState state;

  public RunFile(Path configs, InstantSource clock, Log log) {
    this.file = new JsonFile(configs.resolve(NAME));
    this.clock = clock;
    this.log = log;
  }

  /** What is remembered. Read at the first use, which is after the lock was taken. */
  public synchronized RunState state() {
    if (state == null) {
      state = read();
    }
    return state;
  }

  /** Changes what is remembered; it is on disk when this returns. */
  public synchronized void update(UnaryOperator<RunState> change) {
    RunState changed = change.apply(state());
    if (!changed.equals(state)) {
      file.write(changed.toJson());
      state = changed;
    }
  }

  /** Writes it even if it has not changed, to see whether that is possible. */
  public synchronized void save() {
    file.write(state().toJson());
  }

  /** What the file holds; a damaged one is moved aside. */
  private RunState read() {
    try {
      Optional<JsonNode> json = file.read();
      return json.isEmpty() ? RunState.NEW : RunState.fromJson(json.get());
    } catch (IOException e) {
      log.warn(
          file.path() + " is unusable (" + e.getMessage() + "); kept as " + file.setAside(clock));
      return RunState.NEW;
    }
  }
}
