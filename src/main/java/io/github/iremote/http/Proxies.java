package io.github.iremote.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxies that the environment names, by the habits of Unix programs: {@code https_proxy},
 * {@code http_proxy}, {@code all_proxy}, and {@code no_proxy} for what goes without.
 */
public final class Proxies extends ProxySelector {
  private final Map<String, String> environment;

  private Proxies(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Nothing where the environment names none: Java's own properties may. */
  public static Optional<Proxies> of(Map<String, String> environment) {
    Proxies proxies = new Proxies(environment);
    boolean any = proxies.setting("https").isPresent() || proxies.setting("http").isPresent();
    return any ? Optional.of(proxies) : Optional.empty();
  }

  /** A proxy's own address, without the password that may be in it. */
  private record Address(String scheme, String host, int port, String user) {}

  /** The variable that decides about a scheme, with its value. */
  private Optional<Map.Entry<String, String>> setting(String scheme) {
    // HTTP_PROXY in capitals is what a web server makes of a visitor's header
    List<String> names =
        scheme.equals("https")
            ? List.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
            : List.of("http_proxy", "all_proxy", "ALL_PROXY");
    return names.stream()
        .filter(name -> !environment.getOrDefault(name, "").isBlank())
        .map(name -> Map.entry(name, environment.get(name).trim()))
        .findFirst();
  }

  /** What becomes of calls to an address, in words for the owner. */
  public String explain(String url) {
    URI uri = URI.create(url);
    Map.Entry<String, String> setting = setting(uri.getScheme()).orElse(null);
    if (setting == null) {
      return "none is named for " + uri.getHost();
    }
    if (direct(uri)) {
      return "none for " + uri.getHost() + ", by no_proxy";
    }
    Optional<Address> address = address(setting.getValue());
    return address
        .map(
            proxy ->
                proxy.host
                    + ":"
                    + proxy.port
                    + " for "
                    + uri.getHost()
                    + ", by "
                    + setting.getKey())
        .orElse(setting.getKey() + " is not used: expected http://HOST:PORT or socks5://HOST:PORT");
  }

  /** Whether the variable for this address cannot be understood, and is passed over. */
  public boolean unusable(String url) {
    URI uri = URI.create(url);
    return setting(uri.getScheme())
        .filter(entry -> address(entry.getValue()).isEmpty())
        .isPresent();
  }

  @Override
  public List<Proxy> select(URI uri) {
    Optional<Address> address =
        direct(uri)
            ? Optional.empty()
            : setting(uri.getScheme()).flatMap(entry -> address(entry.getValue()));
    return List.of(address.map(Proxies::proxy).orElse(Proxy.NO_PROXY));
  }

  /** The user and password for a proxy, as {@code user:password}, if it wants them. */
  Optional<String> credentials(Proxy proxy) {
    return List.of("https", "http").stream()
        .flatMap(scheme -> setting(scheme).stream())
        .flatMap(entry -> address(entry.getValue()).stream())
        .filter(address -> proxy(address).equals(proxy) && !address.user.isEmpty())
        .map(Address::user)
        .findFirst();
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException e) {
    // there is no other to try
  }

  private static Proxy proxy(Address address) {
    Proxy.Type type = address.scheme.startsWith("socks") ? Proxy.Type.SOCKS : Proxy.Type.HTTP;
    return new Proxy(type, InetSocketAddress.createUnresolved(address.host, address.port));
  }

  private static Optional<Address> address(String value) {
    try {
      URI uri = new URI(value.contains("://") ? value : "http://" + value);
      boolean known = List.of("http", "socks", "socks5", "socks5h").contains(uri.getScheme());
      int standard = uri.getScheme().startsWith("socks") ? 1080 : 80;
      int port = uri.getPort() < 0 ? standard : uri.getPort();
      String user = uri.getUserInfo() == null ? "" : uri.getUserInfo();
      return known && uri.getHost() != null
          ? Optional.of(new Address(uri.getScheme(), uri.getHost(), port, user))
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** This machine, and what {@code no_proxy} lists: names, with all that end in them, or a star. */
  private boolean direct(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
      return true;
    }
    String listed = environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
    for (String entry : listed.toLowerCase(Locale.ROOT).split("[,\\s]+")) {
      String name = entry.replaceFirst(":\\d+$", "").replaceFirst("^\\*?\\.", "");
      if (entry.equals("*")
          || !name.isEmpty() && (host.equals(name) || host.endsWith("." + name))) {
        return true;
      }
    }
    return false;
  }
}
