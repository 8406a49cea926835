package io.github.iremote.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.iremote.Failure;
import io.github.iremote.json.Json;
import java.io.IOException;

/** Keys of a configuration as if they stood otherwise in its file. */
final class Changes {

  /** Sets what {@code thresholds.leftOpenMinutes=30} says; JSON where it is, else a text. */
  static void set(ObjectNode tree, String change) {
    int sign = change.indexOf('=');
    if (sign < 1) {
      throw new Failure.BadConfig("--set " + change + ": expected KEY=VALUE");
    }
    String[] path = change.substring(0, sign).trim().split("\\.");
    ObjectNode section = tree;
    for (int i = 0; i < path.length - 1; i++) {
      JsonNode inner = section.path(path[i]);
      section = inner.isObject() ? (ObjectNode) inner : section.putObject(path[i]);
    }
    section.set(path[path.length - 1], value(change.substring(sign + 1)));
  }

  private static JsonNode value(String text) {
    try {
      return Json.parse(text);
    } catch (IOException e) {
      return TextNode.valueOf(text);
    }
  }

  private Changes() {}
}
