package io.github.iremote.message;

import io.github.iremote.disk.LineFile;
import io.github.iremote.json.Json;
import io.github.iremote.json.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file of letters that their place would not take in any form, kept to be looked at. */
public record RefusedLetters(Path path) {

  public String name() {
    return path.getFileName().toString();
  }

  /** Keeps one more; it is on disk when this returns. */
  public void keep(Letter letter) {
    try {
      new LineFile(path).append(List.of(Json.line(LetterJson.write(List.of(letter)).get(0))));
    } catch (IOException e) {
      throw new JsonFile(path).unwritable(e);
    }
  }
}
