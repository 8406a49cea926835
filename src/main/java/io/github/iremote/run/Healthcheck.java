package io.github.iremote.run;

import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.http.JsonHttp;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a watchdog on the web that the program has run, so that somebody notices when it does not.
 *
 * @see <a href="https://healthchecks.io/docs/http_api/">Pinging API</a>
 */
public final class Healthcheck {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final JsonHttp http;
  private final Optional<String> url;
  private final Log log;

  /**
   * @param url where to ping; a secret, since whoever knows it can ping too
   */
  public Healthcheck(JsonHttp http, Optional<String> url, Log log) {
    this.http = http;
    this.url = url;
    this.log = log;
  }

  /**
   * Pings at the end of a run; a ping that fails is no failure of the run.
   *
   * @param troubled whether the owner has been told of trouble that lasts
   */
  public void ping(List<? extends RuntimeException> failures, boolean troubled) {
    if (url.isEmpty()) {
      return;
    }
    boolean fail = troubled || failures.stream().anyMatch(Healthcheck::personMustAct);
    try {
      JsonHttp.Answer answer = http.get(address(fail), Map.of(), PATIENCE);
      log.info(() -> "the health check answered HTTP " + answer.status());
    } catch (IOException e) {
      log.info(() -> "the health check was not reached: " + JsonHttp.explain(e));
    }
  }

  private static boolean personMustAct(RuntimeException failure) {
    return !(failure instanceof Failure known) || known.personMustAct();
  }

  /** Some watchdogs have a query in their address: the path ends before it. */
  private String address(boolean fail) {
    int end = url.get().indexOf('?');
    return !fail
        ? url.get()
        : end < 0
            ? url.get() + "/fail"
            : url.get().substring(0, end) + "/fail" + url.get().substring(end);
  }
}
