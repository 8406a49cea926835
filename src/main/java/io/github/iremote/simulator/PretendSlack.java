package io.github.iremote.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An incoming webhook that keeps what is posted to it. */
public final class PretendSlack implements LoopbackServer.Site {
  private final List<JsonNode> messages = new ArrayList<>();

  @Override
  public synchronized LoopbackServer.Response answer(LoopbackServer.Request request) {
    try {
      messages.add(Json.parse(request.body()));
      return new LoopbackServer.Response(200, "ok");
    } catch (IOException e) {
      return new LoopbackServer.Response(400, "invalid_payload");
    }
  }

  /** The messages posted since the last time. */
  public synchronized List<JsonNode> take() {
    List<JsonNode> taken = List.copyOf(messages);
    messages.clear();
    return taken;
  }
}
