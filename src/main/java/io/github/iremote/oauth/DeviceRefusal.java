package io.github.iremote.oauth;

import io.github.iremote.Failure;

/** Why a device login came to nothing, and what has helped others. */
final class DeviceRefusal {
  private static final String FRESH_CLIENT =
      " If it happens again, delete the client in the My BMW portal, make a new one, tick CarData"
          + " API, wait a minute, tick CarData Streaming, wait a minute (do not press \"Authenticate"
          + " device\"), put its id into cardata.clientId, and log in once more.";

  static Failure of(TokenEndpoint.Refused refused) {
    return new Failure.LoginRequired(
        switch (refused.error()) {
          case "expired_token" ->
              "the code has expired before it was confirmed; run: iremote login";
          case "access_denied" ->
              "BMW says that the login was declined (access_denied), which it often says when it was"
                  + " not: wait 5 minutes, use a private browser window without ad blocker, finish"
                  + " the BMW login there, type the code by hand; run: iremote login."
                  + FRESH_CLIENT;
          case TokenEndpoint.POISONED ->
              "BMW's login server has spoilt this code (a known fault of its gateway); run: iremote"
                  + " login for a new one."
                  + FRESH_CLIENT;
          case "invalid_client" ->
              "BMW does not know the client (invalid_client): check cardata.clientId in config.json;"
                  + " BMW deletes clients now and then, then make a new one in the My BMW"
                  + " portal; run: iremote login";
          default ->
              "BMW refused the login ("
                  + refused.getMessage()
                  + "); run: iremote login."
                  + FRESH_CLIENT;
        });
  }

  private DeviceRefusal() {}
}
