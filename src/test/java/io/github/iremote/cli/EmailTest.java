package io.github.iremote.cli;

import static io.github.iremote.ConnectedDriveCar.car;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import io.github.iremote.PretendMailServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail, over runs of the whole program and SMTP on loopback. */
class EmailTest {
  @RegisterExtension final OwnersMachine machine = new OwnersMachine();
  @RegisterExtension final PretendMailServer server = new PretendMailServer();

  @BeforeEach
  void start() {
    configure(server.url());
    machine.carSays(car("i3-rex"));
  }

  private void configure(String url) {
    machine.configured(
        """
        "timeoutSeconds": 2, "language": "de",
        "notify": [{ "email": { "server": "%s", "username": "me", "password": "mail-secret",
                     "from": "car@example.com", "to": ["me@example.com", "you@example.com"] } }]"""
            .formatted(url));
  }

  @Test
  void a_mail_says_the_same_as_text_and_as_a_page() {
    Result result = machine.status();

    assertEquals(0, result.code(), result.err());
    String mail = server.mails().get(0);
    assertEquals(
        """
          Date: Mon, 12 Mar 2018 07:40:00 +0000 (UTC)
          From: car@example.com
          To: me@example.com, you@example.com
          Message-ID: <jenx3uyo-000123-watching.iremote@example.com>
          Subject: My i3: Wird beobachtet: verriegelt
          MIME-Version: 1.0
          Content-Type: multipart/alternative;\s
          \tboundary="PART"
          Auto-Submitted: auto-generated

          --PART
          Content-Type: text/plain; charset=UTF-8
          Content-Transfer-Encoding: quoted-printable

          79 % =C2=B7 88 km
          Elektrische Reichweite: 88 km : 79 %
          Reichweite mit REX: 88 km : 95 %
          Kilometerstand: 38.807 km
          --PART
          Content-Type: text/html; charset=UTF-8
          Content-Transfer-Encoding: quoted-printable

          <!DOCTYPE html><html><body><div style=3D"font-family:sans-serif;border-left=
          :4px solid #2eb67d;padding-left:12px"><p><b>My i3</b> Wird beobachtet: verr=
          iegelt =C2=B7 79 % =C2=B7 88 km</p><table cellpadding=3D"3"><tr><td style=
          =3D"color:#666;vertical-align:top">Elektrische Reichweite</td><td>88 km : 7=
          9 %</td></tr><tr><td style=3D"color:#666;vertical-align:top">Reichweite mit=
           REX</td><td>88 km : 95 %</td></tr><tr><td style=3D"color:#666;vertical-ali=
          gn:top">Kilometerstand</td><td>38.807 km</td></tr></table></div></body></ht=
          ml>
          --PART--
          """,
        PretendMailServer.plain(mail));
  }

  @Test
  void a_repeat_has_the_same_message_id() {
    server.answer(".", "451 try again");
    assertEquals(5, machine.status().code());
    String first = id("RCPT");
    server.answer(".", "250 ok");
    machine.now = machine.now.plus(Duration.ofMinutes(5));
    assertEquals(0, machine.status().code());
    String mail = server.mails().get(0);
    assertTrue(
        mail.lines()
            .anyMatch(
                line -> line.matches("Message-ID: <\\w+-000123-watching.iremote@example.com>")),
        mail + first);
  }

  private String id(String command) {
    return server.commands().stream().filter(line -> line.startsWith(command)).findFirst().get();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AUTH | 535 5.7.8 no: mail-secret | 0 | : the mail server accepts neither username nor password; messages are kept: check notify in config.json",
        "RCPT | 550 no such user          | 0 | : the mail server answered 550; messages are kept: check from and to under notify in config.json",
        "RCPT | 450 later                 | 0 | : the mail server answered 450; messages are kept",
        "MAIL | 421 too busy              | 0 | : the mail server answered 421; messages are kept",
        ".    | 451 try again             | 0 | : the mail server answered 451; messages are kept",
        ".    | 552 too large             | 1 | ' refused a message in every form; it is kept in refused-…000123.jsonl'"
      })
  void an_answer_has_a_meaning(String command, String answer, int refused, String said)
      throws IOException {
    server.answer(command, answer);
    Result result = machine.status("-vv");
    assertEquals(5, result.code(), result.err());
    assertEquals(List.of("iremote: Email" + said), result.failures());
    assertEquals(refused, refused());
    assertEquals(1 - refused, machine.savedCar().path("pending").size());
    assertFalse(result.err().contains("mail-secret"), result.err());
    assertEquals(1, machine.posted().size(), "Slack has it");
  }

  @Test
  void a_server_elsewhere_must_encrypt() {
    // 127.0.0.1 by another name is not known to be this machine
    configure(server.url().replace("127.0.0.1", "127.0.0.1.nip.invalid"));
    Result result = machine.status();
    assertEquals(5, result.code());
    assertEquals(
        List.of(
            "iremote: Email: the mail server is not reachable (its name cannot be resolved;"
                + " is the network up?); messages are kept"),
        result.failures());
    assertEquals(List.of(), server.mails());
  }

  @Test
  void check_logs_in_and_sends_nothing() {
    Result result = machine.run("check");
    assertEquals(
        List.of(
            "ok  Email       the mail server lets us in; to see a message arrive: iremote"
                + " check --post"),
        result.about("Email"));
    assertEquals(List.of(), server.mails());
  }

  /** How many messages are set aside, for the owner to look at. */
  private int refused() throws IOException {
    Path file = machine.configs.resolve("refused-" + OwnersMachine.VIN + ".jsonl");
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }
}
