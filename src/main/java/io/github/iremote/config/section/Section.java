package io.github.iremote.config.section;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.iremote.Failure;
import io.github.iremote.json.Json;
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
public final class Section {
  private static final int LONGEST_QUOTE = 40;

  private final String file;
  private final String path;
  private final JsonNode node;
  private final UnaryOperator<String> secrets;

  /**
   * @param path the section's own key with a dot behind it; empty at the top
   * @param secrets resolves {@code ${NAME}} and {@code ${file:/path}}
   */
  public Section(String file, String path, JsonNode node, UnaryOperator<String> secrets) {
    this.file = file;
    this.path = path;
    this.node = node;
    this.secrets = secrets;
  }

  public Optional<Section> section(String key) {
    if (!has(key)) {
      return Optional.empty();
    }
    JsonNode value = node.get(key);
    require(value.isObject(), key, "expected an object { … }");
    return Optional.of(new Section(file, path + key + ".", value, secrets));
  }

  public List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    for (JsonNode element : elements(key)) {
      String name = key + "[" + sections.size() + "]";
      require(element.isObject(), name, "expected an object { … }");
      sections.add(new Section(file, path + name + ".", element, secrets));
    }
    return sections;
  }

  public List<String> strings(String key) {
    List<String> strings = new ArrayList<>();
    for (JsonNode element : elements(key)) {
      strings.add(string(key + "[" + strings.size() + "]", element));
    }
    return strings;
  }

  public Optional<String> string(String key) {
    return has(key) ? Optional.of(string(key, node.get(key))) : Optional.empty();
  }

  public String required(String key) {
    if (!has(key)) {
      throw complaint(key, "is missing");
    }
    return string(key, node.get(key));
  }

  /** A text, or a number that may as well be written without quotes. */
  public String requiredTextOrNumber(String key) {
    return has(key) && node.get(key).isIntegralNumber() ? node.get(key).asText() : required(key);
  }

  /** A text that means itself: neither a secret nor a placeholder. */
  public String words(String key) {
    require(node.get(key).isTextual(), key, "expected a text in quotes");
    require(!node.get(key).asText().isBlank(), key, "is empty");
    return node.get(key).asText();
  }

  /** Complains of a key that only the user who runs the program may have written. */
  public void requireOwn(String key) {
    Optional<String> others =
        secrets instanceof Secrets own ? own.otherWriters().get() : Optional.empty();
    require(others.isEmpty(), key, "is not believed: " + others.orElse(""));
  }

  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  public boolean flag(String key) {
    return flag(key, false);
  }

  public boolean flag(String key, boolean standard) {
    if (!has(key)) {
      return standard;
    }
    if (!node.get(key).isBoolean()) {
      throw complaint(key, "expected true or false, not " + quoted(key));
    }
    return node.get(key).asBoolean();
  }

  JsonNode value(String key) {
    return node.get(key);
  }

  public boolean has(String key) {
    return node.hasNonNull(key);
  }

  /** Complains about the first key that is none of these. */
  public Section only(String... known) {
    List<String> keys = List.of(known);
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String key = names.next();
      if (!keys.contains(key)) {
        throw complaint(key, "is not a key iRemote knows; " + Spelling.meant(key, keys));
      }
    }
    return this;
  }

  public <T> T oneOf(String key, Map<String, T> choices, T standard) {
    return oneOf(key, choices).orElse(standard);
  }

  public <T> Optional<T> oneOf(String key, Map<String, T> choices) {
    return has(key) ? Optional.of(choice(key, required(key), choices)) : Optional.empty();
  }

  <T> T choice(String key, String word, Map<String, T> choices) {
    T choice = choices.get(word);
    if (choice == null) {
      String expected = String.join(", ", new TreeSet<>(choices.keySet()));
      throw complaint(key, "expected one of " + expected + ", not \"" + word + "\"");
    }
    return choice;
  }

  public void require(boolean condition, String key, String expected) {
    if (!condition) {
      throw complaint(key, expected);
    }
  }

  public Failure.BadConfig complaint(String key, String expected) {
    return new Failure.BadConfig(file + ": " + path + key + " " + expected);
  }

  /** What stands there instead; no key that takes one of these holds a secret. */
  String quoted(String key) {
    String value = Json.line(node.get(key));
    return value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "…" : value;
  }

  private JsonNode elements(String key) {
    if (!has(key)) {
      return MissingNode.getInstance();
    }
    if (!node.get(key).isArray()) {
      throw complaint(key, "expected a list [ … ], not " + quoted(key));
    }
    return node.get(key);
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
