package io.github.iremote.mqtt;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where an MQTT broker listens.
 *
 * @param caFile certificates in PEM by which it is trusted; those of the machine without it
 */
public record Broker(String host, int port, boolean encrypted, Optional<Path> caFile) {
  private static final int PORT = 1883;
  private static final int ENCRYPTED_PORT = 8883;

  /** That at an address such as {@code mqtts://broker.example.com:9000}. */
  public static Broker at(String address, Optional<Path> caFile) {
    URI uri = URI.create(address);
    boolean encrypted = uri.getScheme().equals("mqtts");
    String host = uri.getHost().replaceAll("[\\[\\]]", "");
    int usual = encrypted ? ENCRYPTED_PORT : PORT;
    return new Broker(host, uri.getPort() < 0 ? usual : uri.getPort(), encrypted, caFile);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
