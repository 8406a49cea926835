package io.github.iremote.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Who connects.
 *
 * @param clientId a broker has one connection of each: a newer one ends the older
 */
public record Login(String clientId, Optional<String> username, Optional<String> password) {

  byte[] passwordBytes() {
    return password.orElse("").getBytes(StandardCharsets.UTF_8);
  }

  /** The password is a secret. */
  @Override
  public String toString() {
    return "Login[hidden]";
  }
}
