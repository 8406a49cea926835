package io.github.iremote.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import io.github.iremote.simulator.LoopbackServer.Request;
import io.github.iremote.simulator.LoopbackServer.Response;

/** BMW's login: its owner confirms by itself after a moment, a refresh token works once. */
final class PretendDeviceFlow {
  static final String PATH = "/gcdm/oauth/";
  private static final int POLLS_UNTIL_CONFIRMED = 2;

  private int polls;
  private int tokens;

  /** Whether it is the newest token. */
  boolean accepts(String authorization) {
    return tokens > 0 && authorization.equals("Bearer pretend-token-" + tokens);
  }

  /** Whether the stream takes them: the account, and the newest id token. */
  boolean opensStream(String user, String password) {
    return user.equals("pretend-gcid") && password.equals("pretend-id-token-" + tokens);
  }

  Response answer(Request request) {
    String form = "&" + request.body() + "&";
    if (request.is("POST", PATH + "device/code")) {
      boolean complete = form.contains("&code_challenge_method=S256&");
      return complete ? new Response(200, Json.line(code())) : error(400, "invalid_request");
    }
    if (form.contains("&device_code=pretend-device-code&")) {
      boolean confirmed = ++polls > POLLS_UNTIL_CONFIRMED;
      return confirmed ? token() : error(403, "authorization_pending");
    }
    return form.contains("&refresh_token=pretend-refresh-token-" + tokens + "&")
        ? token()
        : error(400, "invalid_request");
  }

  private static ObjectNode code() {
    return Json.object()
        .put("user_code", "K7PM3DXA")
        .put("device_code", "pretend-device-code")
        .put("verification_uri", "https://customer.bmwgroup.com/oneid/link")
        .put("interval", 5)
        .put("expires_in", 300);
  }

  private Response token() {
    tokens++;
    ObjectNode token =
        Json.object()
            .put("gcid", "pretend-gcid")
            .put("token_type", "Bearer")
            .put("access_token", "pretend-token-" + tokens)
            .put("refresh_token", "pretend-refresh-token-" + tokens)
            .put("id_token", "pretend-id-token-" + tokens)
            .put("scope", "cardata:api:read openid cardata:streaming:read authenticate_user")
            .put("expires_in", 3599);
    return new Response(200, Json.line(token));
  }

  private static Response error(int status, String word) {
    return new Response(status, Json.line(Json.object().put("error", word)));
  }
}
