package io.github.iremote.config;

import io.github.iremote.config.section.Section;
import io.github.iremote.config.section.WebAddress;
import java.util.Map;

/**
 * A program of the owner's on the web that takes JSON.
 *
 * @param headers what is sent with it; their values are secrets
 */
public record WebhookConfig(String url, Map<String, String> headers) implements Address {

  static WebhookConfig from(Section section) {
    section.only("url", "headers");
    return new WebhookConfig(
        WebAddress.required(section, "url"),
        section.section("headers").map(HeaderText::all).orElse(Map.of()));
  }

  @Override
  public String toString() {
    return "WebhookConfig[hidden]";
  }
}
