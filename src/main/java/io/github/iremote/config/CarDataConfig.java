package io.github.iremote.config;

import io.github.iremote.config.section.Numbers;
import io.github.iremote.config.section.Section;
import io.github.iremote.config.section.WebAddress;
import java.util.List;
import java.util.Locale;

/**
 * BMW CarData, the API of today.
 *
 * @param clientId from the My BMW portal; BMW knows it in lower case only
 * @param dailyCalls BMW's quota for the whole account
 * @param extraDescriptors CarData keys to request beyond our own
 * @param stream where {@code watch} listens
 */
public record CarDataConfig(
    String clientId,
    String authServer,
    String apiServer,
    int dailyCalls,
    List<String> extraDescriptors,
    StreamConfig stream)
    implements ApiConfig {

  @Override
  public List<String> servers() {
    return List.of(authServer, apiServer);
  }

  @Override
  public boolean streams() {
    return true;
  }

  static CarDataConfig from(Section section) {
    section.only("clientId", "authServer", "apiServer", "dailyCalls", "extraDescriptors", "stream");
    return new CarDataConfig(
        section.required("clientId").trim().toLowerCase(Locale.ROOT),
        WebAddress.in(section, "authServer").orElse("https://customer.bmwgroup.com"),
        WebAddress.in(section, "apiServer").orElse("https://api-cardata.bmwgroup.com"),
        Numbers.integer(section, "dailyCalls", 50, 1, 100_000),
        section.strings("extraDescriptors"),
        section.section("stream").map(StreamConfig::from).orElse(StreamConfig.BMW));
  }
}
