package io.github.iremote.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Failure;
import io.github.iremote.disk.OwnFile;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** {@code config.json} as a tree, before anybody asks what its keys mean. */
final class ConfigFile {

  static JsonNode read(Path file) {
    String text;
    try {
      OwnFile.requireReadable(file);
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new Failure.BadConfig(file + " does not exist: run iremote setup");
    } catch (CharacterCodingException e) {
      throw new Failure.BadConfig(file + " is not UTF-8 text: save it as UTF-8 in your editor", e);
    } catch (IOException e) {
      throw new Failure.BadConfig(file + " cannot be read as text: check its owner and mode", e);
    }
    try {
      JsonNode node = Json.parseWithComments(text);
      if (!node.isObject()) {
        throw new IOException("not a JSON object { … }");
      }
      return node;
    } catch (IOException e) {
      throw new Failure.BadConfig(file + " is " + e.getMessage(), e);
    }
  }

  private ConfigFile() {}
}
