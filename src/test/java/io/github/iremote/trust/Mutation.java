package io.github.iremote.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes answers that no server should give: fields dropped, retyped, swapped, moved; text cut. */
final class Mutation {
  private static final List<String> ODD_VALUES =
      List.of(
          "null, true, false, 0, -1, -0.0, 0.4, 1, 101, 1e9, 1e18, 1e300, -1e300, 1e-300",
          "9223372036854775807, -9223372036854775808, 99999999999999999999999999",
          "\"\", \" \", \"INVALID\", \"UNKNOWN\", \"NaN\", \"Infinity\", \"12\", \" 7 \", \"-5\"",
          "\"0x1p4\", \"12d\", \"OPEN\", \"CLOSED\", \"SECURED\", \"CONNECTED\", \"CHARGING\"",
          "\"ERROR\", \"OVERDUE\", \"PENDING\", \"VEHICLE_MOVING\", \"ß_ı__\", \"_\", \"ASN_\"",
          "\"<!channel> & <https://example.com|x>\", \"\\u0000\\u001b[31m\", \"a\\nb\", \"\\ud800\"",
          "[], {}, [[]], [1, \"a\", null, {}], {\"value\": 1}, {\"lat\": 91, \"lon\": 181}",
          "\"2018-03-12T08:50:00+0100\", \"2018-03-12T08:50:00\", \"2018-02-30T08:50:00+0100\"",
          "\"9999-12-31T23:59:59+0000\", \"+999999999-12-31T23:59:59Z\"",
          "\"-999999999-01-01T00:00:00+1800\", \"1970-01-01T00:00:00Z\", \"2018-03-12\"");

  private final Random random;
  private final ArrayNode oddValues = Json.array();

  Mutation(Random random) {
    this.random = random;
    for (String line : ODD_VALUES) {
      parse("[" + line + "]").forEach(oddValues::add);
    }
  }

  /** The answer with up to six things wrong, as text. */
  String of(JsonNode answer) {
    JsonNode changed = answer.deepCopy();
    for (int times = random.nextInt(7); times > 0; times--) {
      changed = mutated(changed);
    }
    String text = Json.line(changed);
    return random.nextInt(12) == 0 ? cut(text) : text;
  }

  private JsonNode mutated(JsonNode root) {
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    if (containers.isEmpty()) {
      return root;
    }
    JsonNode container = containers.get(random.nextInt(containers.size()));
    if (container instanceof ObjectNode object) {
      mutate(object);
    } else if (container instanceof ArrayNode array) {
      mutate(array);
    }
    return root;
  }

  private void mutate(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty()) {
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    String other = names.get(random.nextInt(names.size()));
    JsonNode value = object.get(name);
    switch (random.nextInt(6)) {
      case 0 -> object.remove(name);
      case 1, 2 -> object.set(name, odd());
      case 3 -> {
        object.set(name, object.get(other));
        object.set(other, value);
      }
      case 4 -> object.set(other, value.deepCopy());
      default ->
          object.put(name, value.isNumber() ? value.asDouble() * factor() : random.nextInt(99999));
    }
  }

  private void mutate(ArrayNode array) {
    if (array.isEmpty() || random.nextInt(3) == 0) {
      array.add(odd());
    } else {
      int at = random.nextInt(array.size());
      if (random.nextBoolean()) {
        array.remove(at);
      } else {
        array.insert(at, array.get(at).deepCopy());
      }
    }
  }

  private double factor() {
    return new double[] {-1, 0, 0.5, 1.609344, 2, 10, 1e6}[random.nextInt(7)];
  }

  private JsonNode odd() {
    return oddValues.get(random.nextInt(oddValues.size())).deepCopy();
  }

  private String cut(String text) {
    int at = random.nextInt(text.length());
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, at);
      case 1 -> text + text;
      case 2 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1));
      case 3 -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(at);
      default -> "[".repeat(random.nextInt(300)) + text;
    };
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  static JsonNode parse(String text) {
    try {
      return Json.parse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
