package io.github.iremote.config;

import io.github.iremote.config.section.Section;
import io.github.iremote.config.section.WebAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Mail to one or several addresses.
 *
 * @param tls whether the connection is encrypted from its start
 * @param loopback whether the server is this machine, where nothing need be encrypted
 */
public record EmailConfig(
    String host,
    int port,
    boolean tls,
    boolean loopback,
    Optional<String> username,
    Optional<String> password,
    String from,
    List<String> to)
    implements Address {
  private static final String MAILBOX = "[^@\\s<>,\"]+@[^@\\s<>,\"]+";

  static EmailConfig from(Section section) {
    section.only("server", "username", "password", "from", "to");
    URI server = server(section);
    boolean tls = server.getScheme().equals("smtps");
    section.require(
        section.has("username") == section.has("password"),
        section.has("username") ? "password" : "username",
        "is missing: expected both username and password, or neither");
    String from = section.required("from");
    section.require(from.matches(MAILBOX), "from", "expected an address such as me@example.com");
    List<String> to = section.strings("to");
    section.require(
        !to.isEmpty() && to.stream().allMatch(address -> address.matches(MAILBOX)),
        "to",
        "expected a list of addresses such as [\"me@example.com\"]");
    return new EmailConfig(
        server.getHost(),
        server.getPort() >= 0 ? server.getPort() : tls ? 465 : 587,
        tls,
        WebAddress.loopback(server.getHost()),
        section.string("username"),
        section.string("password"),
        from,
        to);
  }

  private static URI server(Section section) {
    String expected = "expected smtps://HOST:465, or smtp://HOST:587 for STARTTLS";
    try {
      URI server = URI.create(section.required("server"));
      boolean known = "smtps".equals(server.getScheme()) || "smtp".equals(server.getScheme());
      boolean bare =
          server.getUserInfo() == null && (server.getPath() + "").replace("/", "").isEmpty();
      section.require(known && bare && server.getHost() != null, "server", expected);
      return server;
    } catch (IllegalArgumentException e) {
      throw section.complaint("server", expected);
    }
  }

  @Override
  public String toString() {
    return "EmailConfig[hidden]";
  }
}
