package io.github.iremote;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which room may know which, held by a walk through the sources. */
class ArchitectureTest {
  private static final Path SOURCES = Path.of("src/main/java/io/github/iremote");
  private static final Pattern OWN =
      Pattern.compile("io\\.github\\.iremote\\.((?:[a-z]+\\.)*)[A-Z]");
  private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+)\\.[A-Z*]");

  private static final int LARGEST = 1500;

  /**
   * The rooms from the ground up, each with those that it may know. A dot is the front yard:
   * Failure, Log and the like. {@code cli}, the roof, sees everything and is one room with all its
   * folders.
   */
  private static final String HOUSE =
      """
      .
      vehicle
      event                  : vehicle
      event.rules            : event vehicle
      disk                   : .
      tls                    : disk
      json                   : . disk
      http                   : . json tls
      mqtt                   : .
      oauth                  : . json http
      notation               : json event vehicle
      history.text           : disk json
      history                : . disk json notation history.text event vehicle
      history.derived        : history vehicle
      history.chronicle      : . disk json history history.text history.derived
      picture                : .
      picture.page           : picture
      config.section         : . json
      config                 : . disk json config.section history.derived event vehicle
      bmw                    : json mqtt oauth vehicle
      bmw.connecteddrive     : . json http bmw vehicle
      bmw.cardata.telematics : json bmw vehicle
      bmw.cardata            : . json http mqtt oauth bmw bmw.cardata.telematics vehicle
      message.phrases        : .
      message                : . disk json http config message.phrases notation event vehicle
      message.delivery       : . json config message event vehicle
      slack                  : . json http message
      ntfy                   : json http message
      telegram               : json http message
      email                  : . json http config message
      webhook                : json http message
      command                : . json message
      car                    : . json history message message.delivery notation event event.rules
                               vehicle
      pace.habits            : json vehicle
      pace                   : json pace.habits event vehicle
      run.afterwards         : . json config history history.chronicle event vehicle
      run.replay             : history message message.delivery car event vehicle
      run                    : . disk json http config oauth message message.delivery car pace
                               message.phrases run.afterwards event vehicle
      watch.timing           : json mqtt car event vehicle
      watch.line             : bmw mqtt oauth watch.timing vehicle
      watch                  : . json config oauth mqtt bmw message message.delivery car pace
                               run watch.timing watch.line event vehicle
      homeassistant          : json mqtt vehicle
      simulator              : . json vehicle
      cli
      """;

  private static final Map<String, Set<String>> ROOMS = rooms();

  /** Libraries, and the rooms that may know them. */
  private static final Map<String, Set<String>> LIBRARIES =
      Map.ofEntries(
          entry("okhttp3", Set.of("http")),
          entry("okio", Set.of("http")),
          entry("com.fasterxml.jackson.core", Set.of("json")),
          entry(
              "com.fasterxml.jackson.databind",
              Set.of(
                  "json",
                  "http",
                  "config",
                  "oauth",
                  "bmw",
                  "slack",
                  "ntfy",
                  "telegram",
                  "homeassistant",
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
                  "watch")),
          entry("com.hivemq", Set.of("mqtt")),
          entry("io.reactivex", Set.of("mqtt")),
          entry("jakarta.mail", Set.of("email")),
          entry("jakarta.activation", Set.of("email")),
          entry("org.eclipse.angus", Set.of("email")),
          entry("com.sun.net.httpserver", Set.of("simulator")),
          entry("org.slf4j", Set.of(".")),
          entry("picocli", Set.of("cli")));

  @Test
  void no_room_knows_another_that_it_should_not() {
    List<String> wrong = new ArrayList<>();
    sources()
        .forEach(
            (file, text) -> {
              String room = room(file);
              Matcher own = OWN.matcher(text.replaceFirst("package .*", ""));
              while (own.find()) {
                String other = roomOf(own.group(1).replaceFirst("\\.$", ""));
                boolean allowed =
                    other.equals(room) || room.equals("cli") || ROOMS.get(room).contains(other);
                if (!allowed) {
                  wrong.add(file + " knows " + other);
                }
              }
            });
    assertEquals(List.of(), wrong);
  }

  /** So there is no cycle either. */
  @Test
  void no_arrow_leads_upward() {
    List<String> wrong = new ArrayList<>();
    Set<String> below = new TreeSet<>();
    ROOMS.forEach(
        (room, known) -> {
          known.stream()
              .filter(other -> !below.contains(other))
              .forEach(other -> wrong.add(room + " knows " + other));
          below.add(room);
        });
    assertEquals(List.of(), wrong);
  }

  @Test
  void every_room_is_in_the_plan_and_small_enough_to_know_by_heart() {
    Map<String, Integer> lines = new TreeMap<>();
    sources()
        .forEach((file, text) -> lines.merge(room(file), text.split("\n").length, Integer::sum));
    lines.remove("cli");
    assertEquals(List.of(), lines.keySet().stream().filter(r -> !ROOMS.containsKey(r)).toList());
    lines.values().removeIf(count -> count <= LARGEST);
    assertEquals(Map.of(), lines);
  }

  @Test
  void libraries_stay_in_their_rooms() {
    List<String> wrong = new ArrayList<>();
    sources()
        .forEach(
            (file, text) -> {
              for (String line : text.split("\n")) {
                Matcher imported = IMPORT.matcher(line);
                if (imported.find() && !mayImport(floor(room(file)), imported.group(1))) {
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
              if (!floor(room(file)).equals("json") && text.contains("ObjectMapper")) {
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

  private static Map<String, Set<String>> rooms() {
    Map<String, Set<String>> rooms = new LinkedHashMap<>();
    HOUSE
        .replaceAll("\\n {20,}", " ")
        .lines()
        .map(line -> line.split(" *: *| +"))
        .forEach(words -> rooms.put(words[0], Set.of(Arrays.copyOfRange(words, 1, words.length))));
    return rooms;
  }

  /** The folder of a file; the files in none are the front yard. */
  private static String room(String file) {
    return roomOf(file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : "");
  }

  private static String roomOf(String folder) {
    String room = folder.replace('/', '.');
    return room.isEmpty() ? "." : room.matches("cli\\b.*") ? "cli" : room;
  }

  private static String floor(String room) {
    return room.replaceFirst("(?<=.)\\..*", "");
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
