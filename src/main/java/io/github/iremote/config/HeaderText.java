package io.github.iremote.config;

import io.github.iremote.config.section.Section;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is to travel in a header, where nothing but ASCII may. */
final class HeaderText {

  static String required(Section section, String key) {
    String value = section.required(key).trim();
    section.require(value.matches("[ -~]+"), key, "holds a character that no header may have");
    return value;
  }

  /** Every key of the section as a header. */
  static Map<String, String> all(Section section) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : section.keys()) {
      section.require(name.matches("[-_A-Za-z0-9]+"), name, "cannot be the name of a header");
      headers.put(name, required(section, name));
    }
    return headers;
  }

  private HeaderText() {}
}
