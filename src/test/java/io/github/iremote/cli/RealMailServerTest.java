package io.github.iremote.cli;

import static io.github.iremote.ConnectedDriveCar.car;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.OwnersMachine;
import io.github.iremote.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A mail to a server that no one here wrote, read by Python. Skipped where that server is not
 * installed (Debian: {@code python3-aiosmtpd}).
 */
class RealMailServerTest {
  private static final String PYTHON = "/usr/bin/python3";

  @RegisterExtension final OwnersMachine machine = new OwnersMachine();
  private Process server;
  private BufferedReader mails;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(Files.exists(Path.of(PYTHON)), "there is no " + PYTHON);
    server =
        new ProcessBuilder(PYTHON, "src/test/resources/mail/server.py")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    mails = server.inputReader(StandardCharsets.UTF_8);
    String port = mails.readLine();
    assumeTrue(port != null, "there is no aiosmtpd: apt install python3-aiosmtpd");
    configure(port, "mail-secret");
    machine.carSays(car("i3-rex"));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.destroyForcibly();
    }
  }

  private void configure(String port, String password) {
    machine.configured(
        """
        "language": "de",
        "notify": [{ "email": { "server": "smtp://127.0.0.1:%s", "username": "me", "password": "%s",
                     "from": "car@example.com", "to": ["me@example.com", "you@example.com"] } }]"""
            .formatted(port, password));
  }

  @Test
  void it_takes_a_mail_and_python_reads_it() throws IOException {
    assertEquals(0, machine.status("--quiet").code());

    JsonNode mail = Json.parse(mails.readLine());

    assertEquals("car@example.com", mail.path("from").asText());
    assertEquals("[\"me@example.com\",\"you@example.com\"]", Json.line(mail.path("to")));
    assertEquals("me", mail.path("user").asText());
    assertEquals("My i3: Wird beobachtet: verriegelt", mail.path("subject").asText());
    assertTrue(mail.path("id").asText().endsWith("-000123-watching.iremote@example.com>"));
    assertEquals(
        "[\"multipart/alternative\",\"text/plain\",\"text/html\"]", Json.line(mail.path("types")));
    assertEquals(
        """
          79 % · 88 km
          Elektrische Reichweite: 88 km : 79 %
          Reichweite mit REX: 88 km : 95 %
          Kilometerstand: 38.807 km""",
        mail.path("text").asText());
    assertTrue(mail.path("page").asBoolean());
    assertEquals("[]", Json.line(mail.path("defects")));
    assertEquals(0, machine.savedCar().path("pending").size());
  }

  @Test
  void check_logs_in_there_too() {
    assertEquals(
        List.of(
            "ok  Email       the mail server lets us in; to see a message arrive: iremote"
                + " check --post"),
        machine.run("check").about("Email"));
  }
}
