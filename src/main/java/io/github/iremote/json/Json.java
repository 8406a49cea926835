package io.github.iremote.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Printable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * JSON text to tree and back. Reads through Jackson's parser, not through its {@code ObjectMapper},
 * which alone would cost a poll more than all the rest of its start-up.
 */
public final class Json {
  /** What is deeper or longer is no answer and no file of ours, and would not fit into memory. */
  private static final StreamReadConstraints SENSIBLE =
      StreamReadConstraints.builder().maxNestingDepth(100).maxTokenCount(150_000).build();

  private static final JsonFactory FACTORY =
      JsonFactory.builder().streamReadConstraints(SENSIBLE).build();

  private static final JsonFactory WITH_COMMENTS =
      JsonFactory.builder()
          .streamReadConstraints(SENSIBLE)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** Reads what is exactly one JSON value. */
  public static JsonNode parse(String text) throws IOException {
    return parse(FACTORY, text);
  }

  /** Reads one JSON value as people write it, with comments and trailing commas. */
  public static JsonNode parseWithComments(String text) throws IOException {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text; // some editors' mark
    return parse(WITH_COMMENTS, plain);
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** On one line. */
  public static String line(JsonNode node) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      write(node, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Indented, for a person to read, with a newline at the end. */
  public static String pretty(JsonNode node) {
    StringWriter text = new StringWriter();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      generator.setPrettyPrinter(
          new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
              .withObjectIndenter(indenter)
              .withArrayIndenter(indenter));
      write(node, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  /** The same tree, with "…" in place of a secret in its texts and names. */
  public static JsonNode without(String secret, JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = object();
      for (var field : node.properties()) {
        object.set(field.getKey().replace(secret, "…"), without(secret, field.getValue()));
      }
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = array();
      node.forEach(element -> array.add(without(secret, element)));
      return array;
    }
    return node.isTextual()
        ? JsonNodeFactory.instance.textNode(node.asText().replace(secret, "…"))
        : node;
  }

  private static JsonNode parse(JsonFactory factory, String text) throws IOException {
    JsonParser parser = factory.createParser(text);
    try (parser) {
      if (parser.nextToken() == null) {
        throw new IOException("empty, not JSON");
      }
      JsonNode node = value(parser);
      if (parser.nextToken() != null) {
        throw new IOException("not valid JSON: more follows after its end");
      }
      return node;
    } catch (JsonProcessingException e) {
      // Jackson's own words quote the text, which may be a secret
      if (factory == WITH_COMMENTS) {
        throw new IOException(JsonMistake.explain(text, e, parser));
      }
      throw invalid(e);
    }
  }

  static IOException invalid(JsonProcessingException e) {
    var at = e.getLocation();
    String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    return new IOException("not valid JSON" + where);
  }

  static JsonNode value(JsonParser parser) throws IOException {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> nodes.textNode(Printable.text(parser.getText()));
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? nodes.numberNode(parser.getBigIntegerValue())
              : nodes.numberNode(parser.getLongValue());
      case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDoubleValue());
      case VALUE_TRUE, VALUE_FALSE -> nodes.booleanNode(parser.getBooleanValue());
      case VALUE_NULL -> nodes.nullNode();
      default -> throw new IOException("unexpected " + parser.currentToken());
    };
  }

  private static ObjectNode object(JsonParser parser) throws IOException {
    ObjectNode object = object();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = Printable.text(parser.currentName());
      parser.nextToken();
      object.set(name, value(parser));
    }
    return object;
  }

  private static ArrayNode array(JsonParser parser) throws IOException {
    ArrayNode array = array();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  private static void write(JsonNode node, JsonGenerator generator) throws IOException {
    if (node.isObject()) {
      generator.writeStartObject();
      for (var field : node.properties()) {
        generator.writeFieldName(field.getKey());
        write(field.getValue(), generator);
      }
      generator.writeEndObject();
    } else if (node.isArray()) {
      generator.writeStartArray();
      for (JsonNode element : node) {
        write(element, generator);
      }
      generator.writeEndArray();
    } else if (node.isNull()) {
      generator.writeNull();
    } else {
      node.serialize(generator, null);
    }
  }

  private Json() {}
}
