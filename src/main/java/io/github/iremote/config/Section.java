package io.github.iremote.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.iremote.Failure;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * One JSON object of {@code config.json}, read strictly: a key it does not know is a typo. Each
 * complaint names the file, the key and what is expected.
 */
final class Section {
  private final String file;
  private final String path;
  private final JsonNode node;
  private final UnaryOperator<String> secrets;

  /**
   * @param path the section's own key with a dot behind it; empty at the top
   * @param secrets resolves {@code ${NAME}} and {@code ${file:/path}}
   */
  Section(String file, String path, JsonNode node, UnaryOperator<String> secrets) {
    this.file = file;
    this.path = path;
    this.node = node;
    this.secrets = secrets;
  }

  Optional<Section> section(String key) {
    return value(key)
        .map(
            value -> {
              require(value.isObject(), key, "expected an object { … }");
              return new Section(file, path + key + ".", value, secrets);
            });
  }

  List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    for (JsonNode element : elements(key)) {
      String name = key + "[" + sections.size() + "]";
      require(element.isObject(), name, "expected an object { … }");
      sections.add(new Section(file, path + name + ".", element, secrets));
    }
    return sections;
  }

  List<String> strings(String key) {
    List<String> strings = new ArrayList<>();
    for (JsonNode element : elements(key)) {
      strings.add(string(key + "[" + strings.size() + "]", element));
    }
    return strings;
  }

  Optional<String> string(String key) {
    return value(key).map(value -> string(key, value));
  }

  String required(String key) {
    return string(key).orElseThrow(() -> complaint(key, "is missing"));
  }

  /** An https address without a slash at its end; plain http only to this machine. */
  Optional<String> url(String key) {
    Optional<String> text = string(key);
    text.ifPresent(
        url ->
            require(
                WebAddress.acceptable(url),
                key,
                "expected an address that begins with https:// (http:// only for this machine)"));
    return text.map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
  }

  int integer(String key, int standard, int least, int most) {
    Optional<JsonNode> value = value(key);
    value.ifPresent(
        number ->
            require(
                number.isIntegralNumber() && number.asLong() >= least && number.asLong() <= most,
                key,
                "expected a whole number from " + least + " to " + most));
    return value.map(JsonNode::asInt).orElse(standard);
  }

  boolean flag(String key) {
    Optional<JsonNode> value = value(key);
    value.ifPresent(flag -> require(flag.isBoolean(), key, "expected true or false"));
    return value.map(JsonNode::asBoolean).orElse(false);
  }

  boolean has(String key) {
    return value(key).isPresent();
  }

  /** Complains about the first key that is none of these. */
  Section only(String... known) {
    List<String> keys = List.of(known);
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String key = names.next();
      if (!keys.contains(key)) {
        throw complaint(key, unknown(key, keys));
      }
    }
    return this;
  }

  private static String unknown(String key, List<String> keys) {
    return "is not a key iRemote knows; "
        + Spelling.nearest(key, keys)
            .map(near -> "did you mean " + near + "?")
            .orElse("expected one of " + String.join(", ", keys));
  }

  <T> T oneOf(String key, Map<String, T> choices, T standard) {
    return string(key).map(word -> choice(key, word, choices)).orElse(standard);
  }

  <T> T choice(String key, String word, Map<String, T> choices) {
    T choice = choices.get(word);
    require(
        choice != null,
        key,
        "expected one of " + String.join(", ", new TreeSet<>(choices.keySet())));
    return choice;
  }

  void require(boolean condition, String key, String expected) {
    if (!condition) {
      throw complaint(key, expected);
    }
  }

  Failure.BadConfig complaint(String key, String expected) {
    return new Failure.BadConfig(file + ": " + path + key + " " + expected);
  }

  private Optional<JsonNode> value(String key) {
    JsonNode value = node.get(key);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  private JsonNode elements(String key) {
    Optional<JsonNode> value = value(key);
    value.ifPresent(list -> require(list.isArray(), key, "expected a list [ … ]"));
    return value.orElseGet(MissingNode::getInstance);
  }

  private String string(String key, JsonNode value) {
    require(value.isTextual(), key, "expected a text in quotes");
    try {
      String text = secrets.apply(value.asText());
      require(!text.isBlank(), key, "is empty");
      require(!Placeholder.isOne(text), key, "still holds a placeholder: put the real value there");
      return text;
    } catch (IllegalArgumentException e) {
      throw complaint(key, e.getMessage());
    }
  }
}
