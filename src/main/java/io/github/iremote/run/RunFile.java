package io.github.iremote.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Log;
import io.github.iremote.json.Json;
import io.github.iremote.json.Section;
import io.github.iremote.json.Sections;
import io.github.iremote.message.RefusedLetters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

/** {@code run.json}: the layout of the file, and the section of the runs themselves. */
public final class RunFile {
  public static final String NAME = "run.json";

  private final Section<RunState> own;
  private final Path beside;

  public RunFile(Sections file) {
    beside = file.path();
    own = file.section("run", RunState::fromJson, RunState::toJson);
  }

  /** The file, for all who remember something from run to run. */
  public static Sections open(Path configs, InstantSource clock, Log log) {
    return new Sections(configs.resolve(NAME), new Layout(), clock, log);
  }

  /** What is remembered. */
  public RunState state() {
    return own.get();
  }

  /** Changes what is remembered; it is on disk when this returns. */
  public void update(UnaryOperator<RunState> change) {
    own.update(change);
  }

  /** Where messages of the program's own are kept that no place would take. */
  RefusedLetters refused() {
    return new RefusedLetters(beside.resolveSibling("refused.jsonl"));
  }

  /** Writes it even if it has not changed, to see whether that is possible. */
  public void save() {
    own.save();
  }

  private static final class Layout implements Sections.Layout {
    private static final int VERSION = 2;

    @Override
    public ObjectNode empty() {
      return Json.object().put("version", VERSION);
    }

    @Override
    public ObjectNode current(ObjectNode found) throws IOException {
      int version = found.path("version").asInt();
      if (version == 1) {
        return sectioned(found);
      }
      if (version != VERSION) {
        throw new IOException("its version is neither 1 nor " + VERSION);
      }
      return found;
    }

    /** Version 1 had what the runs remember at the top, and when cars are due with the calls. */
    private ObjectNode sectioned(ObjectNode found) {
      ObjectNode sections = empty();
      ObjectNode run = sections.putObject("run");
      for (String name :
          List.of("vehicles", "failingSince", "told", "failing", "pending", "refused")) {
        move(name, found, run);
      }
      if (found.path("cardata") instanceof ObjectNode cardata) {
        move("cars", cardata, sections.putObject("pace"));
        sections.set("cardata", cardata);
      }
      return sections;
    }

    private static void move(String name, ObjectNode from, ObjectNode to) {
      JsonNode value = from.remove(name);
      if (value != null) {
        to.set(name, value);
      }
    }
  }
}
