package io.github.iremote.config;

import io.github.iremote.config.section.Section;
import io.github.iremote.config.section.WebAddress;
import java.net.URI;
import java.util.Optional;

/**
 * Where CarData's stream is heard: at BMW, or at a broker of the owner's own that relays it.
 *
 * @param username without it the account's id
 * @param password without it the token of the moment, which goes to BMW or this machine only
 * @param topic without it that of all cars of the account
 */
public record StreamConfig(
    String server, Optional<String> username, Optional<String> password, Optional<String> topic) {
  static final StreamConfig BMW =
      new StreamConfig(
          "mqtts://customer.streaming-cardata.bmwgroup.com:9000",
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  static StreamConfig from(Section section) {
    section.only("server", "username", "password", "topic");
    StreamConfig stream =
        new StreamConfig(
            section.has("server") ? WebAddress.broker(section, "server") : BMW.server,
            section.string("username"),
            section.string("password"),
            section.string("topic"));
    section.require(
        stream.password.isPresent() || mayHaveToken(stream.server),
        "password",
        "is missing: BMW's token goes to BMW or to this machine, and to no other server");
    return stream;
  }

  private static boolean mayHaveToken(String server) {
    String host = URI.create(server).getHost();
    return host.endsWith(".bmwgroup.com") || WebAddress.loopback(host);
  }

  /** The password is a secret. */
  @Override
  public String toString() {
    return "StreamConfig[" + server + "]";
  }
}
