package io.github.iremote.message.phrases;

import io.github.iremote.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of messages in one language: {@link English}, or {@code phrases_de.properties} and its
 * like. An event is called by its name there. Read when something is first put into words: most
 * polls tell nothing.
 */
public final class Phrases {
  private final String language;
  private final Map<String, String> own;
  private Properties table;

  private Phrases(String language, Map<String, String> own) {
    this.language = language;
    this.own = Map.copyOf(own);
  }

  public static Phrases english() {
    return of("en", Map.of());
  }

  /**
   * The phrases of a language.
   *
   * @param own single phrases in the owner's words
   */
  public static Phrases of(String language, Map<String, String> own) {
    Phrases phrases = new Phrases(language, own);
    for (String key : own.keySet()) {
      if (!phrases.keys().contains(key)) {
        throw new Failure.BadConfig(
            "config.json: words."
                + key
                + " is no phrase; expected the name of an event, or a key of phrases_de.properties");
      }
    }
    return phrases;
  }

  /** Every key of the language's table. */
  public Set<String> keys() {
    return new TreeSet<>(table().stringPropertyNames());
  }

  /** The phrase, with {@code {0}} and its like replaced by what is handed in. */
  public String get(String key, Object... values) {
    String phrase =
        find(key).orElseThrow(() -> new IllegalArgumentException("no phrase for " + key));
    for (int i = 0; i < values.length; i++) {
      phrase = phrase.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return phrase;
  }

  /** The phrase, where the language has one of that key. */
  public Optional<String> find(String key) {
    String phrase = own.get(key);
    return Optional.ofNullable(phrase != null ? phrase : table().getProperty(key));
  }

  /** By whose habits numbers and dates are written. */
  public Locale locale() {
    return Locale.forLanguageTag(get("format.locale"));
  }

  private synchronized Properties table() {
    if (table == null) {
      table = language.equals("en") ? English.TABLE : read();
    }
    return table;
  }

  private Properties read() {
    String file = "/phrases_" + language + ".properties";
    try (InputStream in = Phrases.class.getResourceAsStream(file)) {
      return read(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Properties read(Reader text) throws IOException {
    Properties read = new Properties();
    read.load(text);
    return read;
  }
}
