package io.github.iremote;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which room may know which, held by a walk through the sources. */
class ArchitectureTest {
  private static final Path SOURCES = Path.of("src/main/java/io/github/iremote");
  private static final Pattern OWN =
      Pattern.compile("io\\.github\\.iremote\\.(?:([a-z]+)\\.)?[A-Za-z]");
  private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+)\\.[A-Z*]");

  /** "" is the front yard: Failure, Log and the like. {@code cli} sees everything. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          entry("", Set.of()),
          entry("vehicle", Set.of()),
          entry("event", Set.of("vehicle")),
          entry("json", Set.of("")),
          entry("mqtt", Set.of("")),
          entry("homeassistant", Set.of("", "json", "mqtt", "vehicle")),
          entry("notation", Set.of("json", "event", "vehicle")),
          entry("history", Set.of("", "json", "notation", "event", "vehicle")),
          entry("picture", Set.of("history", "vehicle")),
          entry("config", Set.of("", "json", "history", "event", "vehicle")),
          entry("oauth", Set.of("", "json")),
          entry("bmw", Set.of("", "json", "mqtt", "oauth", "vehicle")),
          entry("message", Set.of("", "json", "config", "event", "vehicle", "notation")),
          entry("slack", Set.of("", "json", "message")),
          entry("ntfy", Set.of("", "json", "message")),
          entry("telegram", Set.of("", "json", "message")),
          entry("email", Set.of("", "json", "message", "config")),
          entry("webhook", Set.of("", "json", "message")),
          entry("command", Set.of("", "json", "message")),
          entry("car", Set.of("", "json", "event", "vehicle", "notation", "history", "message")),
          entry("pace", Set.of("json", "event", "vehicle")),
          entry(
              "run",
              Set.of(
                  "", "json", "config", "oauth", "event", "vehicle", "message", "car", "history",
                  "pace")),
          entry(
              "watch",
              Set.of(
                  "", "json", "config", "oauth", "mqtt", "bmw", "event", "vehicle", "message",
                  "car", "pace", "run")),
          entry("simulator", Set.of("", "json", "vehicle")));

  /** Libraries, and the rooms that may know them. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.ofEntries(
          entry("okhttp3", Set.of("json")),
          entry("okio", Set.of("json")),
          entry("com.fasterxml.jackson.core", Set.of("json")),
          entry(
              "com.fasterxml.jackson.databind",
              Set.of(
                  "json",
                  "config",
                  "oauth",
                  "bmw",
                  "slack",
                  "ntfy",
                  "telegram",
                  "command",
                  "pace",
                  "simulator",
                  "cli",
                  "notation",
                  "history",
                  "picture",
                  "message",
                  "car",
                  "run",
                  "homeassistant",
                  "watch")),
          entry("com.hivemq", Set.of("mqtt")),
          entry("io.reactivex", Set.of("mqtt")),
          entry("com.sun.net.httpserver", Set.of("simulator")),
          entry("org.slf4j", Set.of("")),
          entry("picocli", Set.of("cli")),
          entry("jakarta.mail", Set.of("email")),
          entry("jakarta.activation", Set.of("email")),
          entry("org.eclipse.angus", Set.of("email")));

  @Test
  void no_room_knows_another_that_it_should_not() {
    List<String> wrong = new ArrayList<>();
    sources()
        .forEach(
            (file, text) -> {
              String room = room(file);
              Matcher own = OWN.matcher(text.replaceFirst("package .*", ""));
              while (own.find()) {
                String other = own.group(1) == null ? "" : own.group(1);
                boolean allowed =
                    other.equals(room)
                        || room.equals("cli")
                        || ARROWS.getOrDefault(room, Set.of()).contains(other);
                if (!allowed) {
                  wrong.add(file + " knows " + (other.isEmpty() ? own.group() : other));
                }
              }
            });
    assertEquals(List.of(), wrong);
  }

  @Test
  void libraries_stay_in_their_rooms() {
    List<String> wrong = new ArrayList<>();
    sources()
        .forEach(
            (file, text) -> {
              for (String line : text.split("\n")) {
                Matcher imported = IMPORT.matcher(line);
                if (imported.find() && !mayImport(room(file), imported.group(1))) {
                  wrong.add(file + " imports " + imported.group(1));
                }
              }
            });
    assertEquals(List.of(), wrong);
  }

  /** It costs time and memory that no poll has. */
  @Test
  void only_pictures_know_awt() {
    Set<String> allowed = Set.of("picture/ImageCanvas.java", "picture/Picture.java");
    List<String> wrong = new ArrayList<>();
    sources()
        .forEach(
            (file, text) -> {
              boolean awt =
                  text.contains("import java.awt") || text.contains("import javax.imageio");
              if (awt && !allowed.contains(file)) {
                wrong.add(file);
              }
            });
    assertEquals(List.of(), wrong);
  }

  @Test
  void only_the_json_room_maps() {
    List<String> wrong = new ArrayList<>();
    sources()
        .forEach(
            (file, text) -> {
              if (!room(file).equals("json") && text.contains("ObjectMapper")) {
                wrong.add(file);
              }
            });
    assertEquals(List.of(), wrong);
  }

  @Test
  void no_file_is_a_drawer_for_odds_and_ends() {
    Pattern drawer = Pattern.compile(".*(Util|Utils|Helper|Manager|Impl|Constants|Base)\\.java");
    Set<String> files = sources().keySet();
    assertEquals(List.of(), files.stream().filter(f -> drawer.matcher(f).matches()).toList());
    assertTrue(files.size() > 50, "the walk has found only " + files);
  }

  private static boolean mayImport(String room, String name) {
    if (name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("io.github.")) {
      return true;
    }
    return LIBRARIES.entrySet().stream()
        .anyMatch(
            library -> name.startsWith(library.getKey()) && library.getValue().contains(room));
  }

  /** The first folder of a file; the files in none are the front yard. */
  private static String room(String file) {
    return file.contains("/") ? file.substring(0, file.indexOf('/')) : "";
  }

  private static Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String name = SOURCES.relativize(file).toString().replace('\\', '/');
        sources.put(name, Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }
}
