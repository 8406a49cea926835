package io.github.iremote.config;

import io.github.iremote.config.section.Section;
import io.github.iremote.config.section.WebAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * BMW ConnectedDrive, the API that BMW has closed.
 *
 * @param authorization the client's {@code Authorization} header: {@code Basic …}
 */
public record ConnectedDriveConfig(
    String server, String authorization, String username, String password) implements ApiConfig {
  private static final String WORLD = "https://b2vapi.bmwgroup.com";
  private static final Map<String, String> SERVERS =
      Map.of(
          "ROW", WORLD,
          "US", "https://b2vapi.bmwgroup.us",
          "CN", "https://b2vapi.bmwgroup.cn:8592");

  static ConnectedDriveConfig from(Section section) {
    section.only("region", "server", "authorization", "key", "secret", "username", "password");
    String regional = section.oneOf("region", SERVERS, WORLD);
    return new ConnectedDriveConfig(
        WebAddress.in(section, "server").orElse(regional),
        authorization(section),
        section.required("username"),
        section.required("password"));
  }

  private static String authorization(Section section) {
    boolean keyAndSecret = section.has("key") || section.has("secret");
    section.require(
        keyAndSecret != section.has("authorization"),
        "authorization",
        "expected, as \"Basic …\"; or key and secret in its place");
    if (keyAndSecret) {
      String pair = section.required("key") + ":" + section.required("secret");
      return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
    String authorization = section.required("authorization");
    section.require(
        authorization.matches("Basic [ -~]+"),
        "authorization",
        "expected \"Basic …\", as the app's users have published it");
    return authorization;
  }

  @Override
  public List<String> servers() {
    return List.of(server);
  }

  @Override
  public String toString() {
    return "ConnectedDriveConfig[" + server + "]";
  }
}
