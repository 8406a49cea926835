package io.github.iremote.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SectionsTest {
  @TempDir Path directory;

  @Test
  void what_another_process_wrote_is_seen_after_reading_again() {
    Sections mine = open();
    Section<String> word = word(mine, "word");
    word.update(before -> "mine");
    word(open(), "word").update(before -> "theirs");
    assertEquals("mine", word.get());
    mine.readAgain();
    assertEquals("theirs", word.get());
  }

  @Test
  void after_reading_again_a_section_is_added_to_what_others_wrote() {
    Sections mine = open();
    Section<String> own = word(mine, "own");
    own.update(before -> "first");
    word(open(), "other").update(before -> "kept");
    mine.readAgain();
    own.update(before -> "second");
    assertEquals("kept", word(open(), "other").get());
    assertEquals("second", word(open(), "own").get());
  }

  @Test
  void a_file_that_was_removed_is_empty_after_reading_again() throws IOException {
    Sections mine = open();
    Section<String> word = word(mine, "word");
    word.update(before -> "mine");
    Files.delete(directory.resolve("file.json"));
    mine.readAgain();
    assertEquals("", word.get());
  }

  private static Section<String> word(Sections file, String name) {
    return file.section(
        name, json -> json.path("word").asText(), word -> Json.object().put("word", word));
  }

  private Sections open() {
    Path file = directory.resolve("file.json");
    return new Sections(file, new Plain(), () -> Instant.EPOCH, new Log(0));
  }

  private static final class Plain implements Sections.Layout {
    @Override
    public ObjectNode empty() {
      return Json.object();
    }

    @Override
    public ObjectNode current(ObjectNode found) {
      return found;
    }
  }
}
