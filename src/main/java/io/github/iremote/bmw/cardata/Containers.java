package io.github.iremote.bmw.cardata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.bmw.Words;
import io.github.iremote.bmw.cardata.telematics.Descriptor;
import io.github.iremote.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Our container: the list of keys, kept at BMW, that a {@code telematicData} call answers. An
 * account has one of ours, whatever the number of its cars, and ten in all.
 */
final class Containers {
  private static final String PATH = "/customers/containers";
  private static final String NAME = "iRemote";
  private static final int LISTS_TRIED = 5;

  private final Calls calls;
  private final Book book;
  private final KeyList wanted;
  private final Log log;

  /**
   * @param extra the owner's own keys
   */
  Containers(Calls calls, Book book, List<String> extra, Log log) {
    this.calls = calls;
    this.book = book;
    this.wanted = new KeyList(Descriptor.all(extra));
    this.log = log;
  }

  /** The container's id: remembered, found at BMW, or made. */
  synchronized String id(String accessToken) throws Refused {
    Optional<String> remembered = remembered();
    return remembered.isPresent() ? remembered.get() : open("", accessToken);
  }

  /** The id of a container in place of one that is no longer usable. */
  synchronized String insteadOf(String unusable, String accessToken) throws Refused {
    Optional<String> other = remembered().filter(id -> !id.equals(unusable));
    return other.isPresent() ? other.get() : open(unusable, accessToken);
  }

  /** Looks at BMW for a container with all our keys, and makes one if there is none. */
  synchronized String renewed(String accessToken) throws Refused {
    return open("", accessToken);
  }

  private Optional<String> remembered() {
    JsonNode container = book.container();
    return Words.text(container.path("id"))
        .filter(id -> container.path("keys").asText().equals(wanted.hash()));
  }

  private String open(String unusable, String accessToken) throws Refused {
    List<JsonNode> own = own(unusable, accessToken);
    KeyList keys = wanted;
    for (int tried = 1; ; tried++) {
      Optional<String> found = withPurpose(keys.purpose(), own);
      if (found.isPresent()) {
        return remember(found.get());
      }
      try {
        String id = remember(create(keys, accessToken));
        delete(own, accessToken);
        return id;
      } catch (Refused e) {
        if (e.code().equals("CU-124") && !own.isEmpty()) {
          log.warn("BMW allows no further container; the one with the former keys stays in use");
          return remember(id(own.get(0)));
        }
        KeyList fewer = keys.after(e, tried);
        if (fewer.equals(keys) || tried == LISTS_TRIED) {
          throw e;
        }
        log.warn("BMW does not take our list of keys" + e.getMessage() + "; trying a shorter one");
        keys = fewer;
      }
    }
  }

  private List<JsonNode> own(String unusable, String accessToken) throws Refused {
    JsonNode answer = calls.get(PATH, accessToken);
    List<JsonNode> own = new ArrayList<>();
    for (JsonNode container : answer.isArray() ? answer : answer.path("containers")) {
      boolean active = container.path("state").asText("ACTIVE").equalsIgnoreCase("ACTIVE");
      boolean usable =
          active && id(container).matches("[\\w-]+") && !id(container).equals(unusable);
      if (usable && container.path("name").asText().equals(NAME)) {
        own.add(container);
      }
    }
    return own;
  }

  private static Optional<String> withPurpose(String purpose, List<JsonNode> own) {
    for (JsonNode container : own) {
      if (container.path("purpose").asText().equals(purpose)) {
        return Optional.of(id(container));
      }
    }
    return Optional.empty();
  }

  private String create(KeyList keys, String accessToken) throws Refused {
    ObjectNode body = Json.object().put("name", NAME).put("purpose", keys.purpose());
    keys.keys().forEach(body.putArray("technicalDescriptors")::add);
    String id = id(calls.post(PATH, body, accessToken));
    if (!id.matches("[\\w-]+")) {
      throw new Failure.BmwUnavailable(
          "BMW made a container without an id; the next run tries again");
    }
    return id;
  }

  /** One container is enough; the old ones of ours go, those of other programs are not ours. */
  private void delete(List<JsonNode> own, String accessToken) {
    for (JsonNode container : own) {
      try {
        calls.delete(PATH + "/" + id(container), accessToken);
      } catch (Refused | Failure e) {
        log.info(() -> "an old container stays at BMW: " + e.getMessage());
      }
    }
  }

  private String remember(String id) {
    book.keep(Json.object().put("id", id).put("keys", wanted.hash()));
    return id;
  }

  private static String id(JsonNode container) {
    return Words.text(container.path("containerId")).orElse("");
  }
}
