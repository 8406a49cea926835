package io.github.iremote.config;

import io.github.iremote.config.section.Section;
import io.github.iremote.config.section.WebAddress;
import java.util.Optional;

/**
 * A topic on an ntfy server.
 *
 * @param server the address without the topic, which is as good as a password
 */
public record NtfyConfig(String server, String topic, Optional<String> token) implements Address {

  static NtfyConfig from(Section section) {
    section.only("url", "token");
    String url = WebAddress.required(section, "url");
    int end = url.lastIndexOf('/');
    String topic = url.substring(end + 1);
    section.require(
        end > "https://".length() && topic.matches("[-_A-Za-z0-9]{1,64}"),
        "url",
        "expected the address of a topic, such as https://ntfy.sh/my-topic");
    return new NtfyConfig(
        url.substring(0, end),
        topic,
        section.has("token")
            ? Optional.of(HeaderText.required(section, "token"))
            : Optional.empty());
  }

  @Override
  public String toString() {
    return "NtfyConfig[hidden]";
  }
}
