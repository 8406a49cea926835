package io.github.iremote.bmw.cardata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.iremote.json.ByName;
import io.github.iremote.json.Sections;
import java.util.Optional;

/** The cars' models as BMW has told them: to ask costs a call, and they do not change. */
public final class Models {
  private final ByName<String> models;

  public Models(Sections runFile) {
    models = new ByName<>(runFile, "models", JsonNode::asText, TextNode::valueOf);
  }

  Optional<String> of(String vin) {
    return models.of(vin);
  }

  void keep(String vin, String model) {
    models.put(vin, Optional.of(model));
  }
}
