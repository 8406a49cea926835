package io.github.iremote.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what is wrong with a text that a person wrote: what was expected, and on which line. Jackson
 * knows both, but its own words are for programmers, and may quote a secret.
 */
final class JsonMistake {
  private static final Pattern TOKEN = Pattern.compile("Unrecognized token '([^']*)'");
  private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '([^']*)'");
  private static final Pattern CHARACTER = Pattern.compile("Unexpected character \\('(.)'");
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(password|secret|key|token|authorization|url|username|clientid).*");

  private final String text;
  private final String words;
  private final String name;
  private final int offset;
  private final int line;

  private JsonMistake(String text, JsonProcessingException mistake, String name) {
    this.text = text;
    this.words = mistake.getOriginalMessage();
    this.name = name == null ? "" : name;
    this.offset =
        mistake.getLocation() == null
            ? text.length()
            : (int) Math.min(text.length(), Math.max(0, mistake.getLocation().getCharOffset()));
    this.line = mistake.getLocation() == null ? 1 : mistake.getLocation().getLineNr();
  }

  /** One sentence that begins with "not valid JSON". */
  static String explain(String text, JsonProcessingException mistake, JsonParser parser) {
    String name;
    try {
      name = parser.currentName();
    } catch (java.io.IOException e) {
      name = null;
    }
    return "not valid JSON: " + new JsonMistake(text, mistake, name).sentence();
  }

  private String sentence() {
    if (words.contains("was expecting comma") || words.contains("expecting comma to separate")) {
      return "expected a comma at the end of line " + lineBefore();
    }
    Matcher duplicate = DUPLICATE.matcher(words);
    if (duplicate.find()) {
      return "\"" + duplicate.group(1) + "\" is there twice, again" + at();
    }
    Matcher token = TOKEN.matcher(words);
    if (token.find()) {
      return "expected true, false, a number or a text in quotes"
          + forKey()
          + at()
          + not(token.group(1));
    }
    if (words.contains("expected close marker for Object") || words.contains("end-of-input")) {
      return unclosed();
    }
    return expected() + at();
  }

  private String expected() {
    if (words.contains("double-quote to start field name")) {
      return "expected a key in double quotes" + found();
    }
    if (words.contains("colon")) {
      return "expected a colon after \"" + name + "\"" + found();
    }
    if (words.contains("CTRL-CHAR") && words.contains("escaped")) {
      return "expected the closing quotes" + forKey();
    }
    if (words.contains("Unexpected close marker")) {
      return "a bracket is closed that is not open";
    }
    if (words.contains("escape")) {
      return "expected \\\\ for a backslash in a text" + forKey();
    }
    if (words.contains("nesting depth")) {
      return "the brackets are nested too deep";
    }
    return "expected a value" + forKey() + found();
  }

  private String unclosed() {
    Matcher start = Pattern.compile("start marker at .*line: (\\d+)").matcher(words);
    boolean array = words.contains("for Array");
    boolean string = words.contains("String value");
    String sign = string ? "closing quotes" : array ? "]" : "}";
    boolean begun = start.find();
    return "the file ends before the "
        + sign
        + (begun ? " for the " + (array ? "[" : "{") + " on line " + start.group(1) : "")
        + (begun ? "" : at());
  }

  private String at() {
    return " on line " + line;
  }

  private String forKey() {
    return name.isEmpty() ? "" : " for \"" + name + "\"";
  }

  private String found() {
    Matcher character = CHARACTER.matcher(words);
    return character.find() ? ", not " + character.group(1) : "";
  }

  /** What stands there may be quoted, unless it is a password without its quotes. */
  private String not(String value) {
    boolean secret = SECRET.matcher(name.toLowerCase(Locale.ROOT)).matches();
    return secret || value.length() > 40 ? "" : ", not " + value;
  }

  /** The line of the last thing before the mistake that is neither space nor comment. */
  private int lineBefore() {
    String before = blanked(text.substring(0, offset)).stripTrailing();
    return 1 + (int) before.chars().filter(c -> c == '\n').count();
  }

  /** The text with its comments blanked out, what is in quotes left alone. */
  private static String blanked(String text) {
    Matcher parts =
        Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|//[^\n]*|(?s:/\\*.*?\\*/)").matcher(text);
    return parts.replaceAll(
        part ->
            Matcher.quoteReplacement(
                part.group().startsWith("/")
                    ? part.group().replaceAll("[^\n]", " ")
                    : part.group()));
  }
}
