package io.github.iremote.oauth;

import io.github.iremote.Failure;
import io.github.iremote.Sleeper;
import io.github.iremote.Unbroken;
import io.github.iremote.http.JsonHttp;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The login of a program without a browser (RFC 8628, with PKCE): the owner opens a link on any
 * device and confirms a code there, while the program asks the server whether it is done.
 */
public final class DeviceLogin {
  private static final Map<String, String> HEADERS = Map.of("Accept", "application/json");
  private static final Duration SLOWER = Duration.ofSeconds(5);
  private static final String AGAIN = "; run: iremote login";

  private final JsonHttp http;
  private final String url;
  private final String clientId;
  private final String scope;
  private final TokenEndpoint endpoint;
  private final InstantSource clock;
  private final Sleeper sleeper;

  /**
   * @param url where codes are given out
   * @param endpoint where a confirmed code is exchanged for a token
   */
  public DeviceLogin(
      JsonHttp http,
      String url,
      String clientId,
      String scope,
      TokenEndpoint endpoint,
      InstantSource clock,
      Sleeper sleeper) {
    this.http = http;
    this.url = url;
    this.clientId = clientId;
    this.scope = scope;
    this.endpoint = endpoint;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /** Asks for a code, with a new PKCE verifier. */
  public DeviceCode begin() {
    Pkce pkce = Pkce.fresh();
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", clientId);
    form.put("response_type", "device_code");
    form.put("scope", scope);
    form.put("code_challenge", pkce.challenge());
    form.put("code_challenge_method", "S256");
    try {
      JsonHttp.Answer answer = http.postForm(url, HEADERS, form);
      if (!answer.ok()) {
        throw refused(answer);
      }
      return DeviceCode.from(answer.json(), pkce, clock.instant());
    } catch (IOException e) {
      throw new Failure.BmwUnavailable(
          "BMW's login server gave no usable answer (" + JsonHttp.explain(e) + ")" + AGAIN, e);
    }
  }

  /**
   * Waits until the owner has confirmed the code.
   *
   * @param trouble told once when the server stops answering properly, which need not be the end
   * @param keep saves the token, before the program can be ended
   */
  public Token await(DeviceCode code, Runnable trouble, Consumer<Token> keep) {
    Duration interval = code.interval();
    Optional<Failure> lately = Optional.empty();
    while (clock.instant().isBefore(code.expiresAt())) {
      pause(interval);
      try {
        return Unbroken.work(
            () -> {
              Token token = endpoint.redeem(code.grant(), Optional.empty());
              keep.accept(token);
              return token;
            });
      } catch (TokenEndpoint.Refused e) {
        switch (e.error()) {
          case "authorization_pending" -> lately = Optional.empty();
          case "slow_down" -> interval = interval.plus(SLOWER);
          default -> throw DeviceRefusal.of(e);
        }
      } catch (Failure.BmwUnavailable e) {
        if (lately.isEmpty()) {
          trouble.run();
        }
        lately = Optional.of(e);
      }
    }
    if (lately.isPresent()) {
      throw new Failure.BmwUnavailable(
          "BMW's login server did not answer until the code expired" + AGAIN, lately.get());
    }
    throw new Failure.LoginRequired("the code has expired before it was confirmed" + AGAIN);
  }

  private void pause(Duration interval) {
    sleeper.sleep(interval);
    if (Thread.currentThread().isInterrupted()) {
      throw new Failure.LoginRequired("the login was interrupted" + AGAIN);
    }
  }

  private static Failure refused(JsonHttp.Answer answer) {
    String what = "BMW's login server answered HTTP " + answer.status();
    String error = TokenEndpoint.error(answer);
    if (error.isEmpty()) {
      return new Failure.BmwUnavailable(what + "; in a while, run: iremote login");
    }
    return new Failure.LoginRequired(
        what
            + " "
            + error
            + "; check cardata.clientId: it must be a client in the My BMW portal, with CarData API"
            + " ticked; BMW deletes clients now and then, then make a new one");
  }
}
