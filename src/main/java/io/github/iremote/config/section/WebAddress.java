package io.github.iremote.config.section;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The addresses that may be called: a secret travels encrypted or not at all. */
public final class WebAddress {

  public static Optional<String> in(Section section, String key) {
    return section.has(key) ? Optional.of(required(section, key)) : Optional.empty();
  }

  /** An https address without a slash at its end; plain http only to this machine. */
  public static String required(Section section, String key) {
    String url = section.required(key);
    section.require(
        acceptable(url, "http"),
        key,
        "expected an address that begins with https:// (http:// only for this machine)");
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** The address of an MQTT broker, encrypted; without encryption only on this machine. */
  public static String broker(Section section, String key) {
    String address = section.required(key);
    section.require(
        acceptable(address, "mqtt"),
        key,
        "expected an address that begins with mqtts:// (mqtt:// only for this machine)");
    return address;
  }

  private static boolean acceptable(String address, String scheme) {
    try {
      URI uri = new URI(address);
      String host = uri.getHost();
      if (host == null || uri.getUserInfo() != null) {
        return false;
      }
      return (scheme + "s").equals(uri.getScheme())
          || (scheme.equals(uri.getScheme()) && loopback(host));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  public static boolean loopback(String host) {
    return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
  }

  private WebAddress() {}
}
