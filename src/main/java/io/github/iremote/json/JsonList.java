package io.github.iremote.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** A JSON list of any length, of which one object at a time is held. */
public final class JsonList {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build();

  /** Reads the objects of a list, or of the lists in an object, and leaves the stream open. */
  public static void each(InputStream in, Consumer<JsonNode> consumer) throws IOException {
    try (JsonParser parser = FACTORY.createParser(in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean object = token == JsonToken.START_OBJECT;
        if (object && parser.getParsingContext().getParent().inArray()) {
          consumer.accept(Json.value(parser));
        } else if (object && !parser.getParsingContext().getParent().inRoot()) {
          parser.skipChildren();
        }
      }
    } catch (JsonProcessingException e) {
      throw Json.invalid(e);
    }
  }

  private JsonList() {}
}
