package io.github.iremote.config;

import io.github.iremote.config.section.Section;
import io.github.iremote.config.section.WebAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The broker of a Home Assistant, where {@code watch} shows the cars.
 *
 * @param caFile certificates by which it is trusted, in PEM; without it those of the machine
 */
public record HomeAssistantConfig(
    String server, Optional<String> username, Optional<String> password, Optional<Path> caFile) {

  static HomeAssistantConfig from(Section section) {
    section.only("server", "username", "password", "caFile");
    return new HomeAssistantConfig(
        WebAddress.broker(section, "server"),
        section.string("username"),
        section.string("password"),
        section.string("caFile").map(Path::of));
  }

  /** The password is a secret. */
  @Override
  public String toString() {
    return "HomeAssistantConfig[" + server + "]";
  }
}
