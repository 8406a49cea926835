package io.github.iremote.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.iremote.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built jar, which holds less than its libraries do, at a real poll over TLS. */
class RehearsalIT {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");
  private static final Path JAR = Path.of("target/iremote.jar").toAbsolutePath();
  private static final List<String> TRUST =
      List.of("-Djavax.net.ssl.trustStore=keys", "-Djavax.net.ssl.trustStorePassword=pretend");

  /** What watches, tells or draws, and how a record without an equals of its own is compared. */
  private static final List<String> NEEDLESS =
      List.of(
          "com/hivemq/",
          "io/netty/",
          "java/awt/",
          "jakarta/mail/",
          "java/lang/runtime/ObjectMethods",
          "io/github/iremote/command/",
          "io/github/iremote/email/",
          "io/github/iremote/homeassistant/",
          "io/github/iremote/mqtt/",
          "io/github/iremote/ntfy/",
          "io/github/iremote/picture/",
          "io/github/iremote/simulator/",
          "io/github/iremote/slack/",
          "io/github/iremote/telegram/",
          "io/github/iremote/watch/",
          "io/github/iremote/webhook/",
          "httpserver");

  @TempDir Path folder;

  private void run(String program, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(JAVA.resolve(program).toString()));
    command.addAll(arguments);
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertEquals(0, process.waitFor(), () -> program + ": " + read(said));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void it_polls_a_car_that_stands_and_one_that_charges_and_the_classes_that_this_takes_are_few()
      throws Exception {
    run(
        "keytool",
        List.of(
            ("-genkeypair -keystore keys -storepass pretend -alias pretend -keyalg EC"
                    + " -dname CN=localhost -ext san=dns:localhost,ip:127.0.0.1")
                .split(" ")));
    List<String> rehearsal = new ArrayList<>(TRUST);
    rehearsal.add("-Djavax.net.ssl.keyStore=keys");
    rehearsal.add("-Djavax.net.ssl.keyStorePassword=pretend");
    rehearsal.addAll(List.of("-cp", JAR.toString(), "io.github.iremote.cli.demo.Rehearsal"));
    rehearsal.add("status");
    rehearsal.addAll(TRUST);
    run("java", rehearsal);
    for (Map.Entry<String, String> car :
        Map.of("standing", "WATCHING", "charging", "LEFT_OPEN").entrySet()) {
      String classes = read(folder.resolve(car.getKey() + ".classes"));
      assertTrue(classes.contains("io/github/iremote/bmw/cardata/telematics/Mapping\n"), classes);
      assertTrue(classes.contains("sun/security/ssl/SSLSocketImpl"), classes);
      assertEquals(List.of(), NEEDLESS.stream().filter(classes::contains).toList());
      String saved = read(folder.resolve(car.getKey() + "/event-WBY71AW060FM00123.json"));
      assertEquals(car.getValue(), Json.parse(saved).path("event").path("name").asText());
    }
  }

  @Test
  void it_looks_at_a_history_as_an_owner_does_and_lists_the_classes_that_this_takes()
      throws Exception {
    run("java", List.of("-cp", JAR.toString(), "io.github.iremote.cli.demo.Rehearsal", "history"));
    String day = read(folder.resolve("look-1.classes"));
    assertTrue(day.contains("io/github/iremote/picture/TerminalChart\n"), day);
    String months = read(folder.resolve("look-2.classes"));
    assertTrue(months.contains("io/github/iremote/cli/history/Table\n"), months);
    assertTrue(months.contains("java/util/zip/GZIPInputStream\n"), months);
    assertFalse((day + months).contains("httpserver"));
  }

  @Test
  void no_lambda_of_ours_is_left_to_be_linked_at_run_time() throws Exception {
    assumeTrue(Files.exists(Path.of(System.getProperty("java.home"), "jmods/java.base.jmod")));
    List<String> left = new ArrayList<>();
    try (ZipFile jar = new ZipFile(JAR.toFile())) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        byte[] bytes = jar.getInputStream(entry).readAllBytes();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (entry.getName().startsWith("io/github/") && text.contains("LambdaMetafactory")) {
          left.add(entry.getName());
        }
      }
    }
    assertEquals(List.of(), left);
  }
}
