package io.github.iremote.cli.source;

import io.github.iremote.Log;
import io.github.iremote.Sleeper;
import io.github.iremote.config.Config;
import io.github.iremote.http.JsonHttp;
import io.github.iremote.json.JsonFile;
import io.github.iremote.json.Sections;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.oauth.Grant;
import io.github.iremote.oauth.TokenEndpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a source is put together from.
 *
 * @param remembered {@code run.json}
 * @param host what this computer is called
 */
public record Parts(
    Config config,
    Path configs,
    JsonHttp http,
    Sections remembered,
    Supplier<String> host,
    InstantSource clock,
    Sleeper sleeper,
    Log log) {

  CachedTokens tokens(
      TokenEndpoint endpoint, Optional<Grant> login, Duration margin, String advice) {
    JsonFile file = new JsonFile(configs.resolve("token.json"));
    return new CachedTokens(file, endpoint, login, margin, advice, host, clock, log);
  }

  /** The configuration may hold secrets. */
  @Override
  public String toString() {
    return "Parts[hidden]";
  }
}
