package io.github.iremote.config.section;

import java.net.URI;
import java.net.URISyntaxException;

/** Decides which addresses may be called: a secret travels encrypted or not at all. */
public final class WebAddress {

  static boolean acceptable(String address) {
    return acceptable(address, "http");
  }

  /** The same for a broker. */
  static boolean acceptableBroker(String address) {
    return acceptable(address, "mqtt");
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
