package io.github.iremote.message;

import io.github.iremote.json.Json;
import io.github.iremote.json.LineFile;
import java.nio.file.Path;
import java.util.List;

/** A file of letters that their place would not take in any form, kept to be looked at. */
public record RefusedLetters(Path path) {

  public String name() {
    return path.getFileName().toString();
  }

  /** Keeps one more; it is on disk when this returns. */
  public void keep(Letter letter) {
    new LineFile(path).add(Json.line(LetterJson.write(List.of(letter)).get(0)));
  }
}
