package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.PretendMailServer;
import io.github.iremote.WebServer;
import io.github.iremote.config.EmailConfig;
import io.github.iremote.email.EmailNotifier;
import io.github.iremote.email.Mail;
import io.github.iremote.email.MailServer;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.http.JsonHttp;
import io.github.iremote.http.JsonHttp.Answer;
import io.github.iremote.message.Courier;
import io.github.iremote.message.Letter;
import io.github.iremote.message.LetterWording;
import io.github.iremote.message.Message;
import io.github.iremote.message.Notifier;
import io.github.iremote.message.Pictured;
import io.github.iremote.message.Wording;
import io.github.iremote.ntfy.NtfyNotifier;
import io.github.iremote.telegram.TelegramNotifier;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Statuses;
import io.github.iremote.vehicle.Vehicle;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Pictures as each place takes them. */
class PicturedTest {
  private static final Instant NOW = Statuses.at("12:00");
  private static final LetterWording WORDING =
      new LetterWording(new Wording(Distance.Unit.KM, () -> ZoneId.of("UTC")), false);
  private static final Pictured.Picture PICTURE =
      new Pictured.Picture("charge.png", new byte[] {(byte) 137, 'P', 'N', 'G'});

  private final WebServer place = new WebServer();

  @AfterEach
  void stop() {
    place.web.close();
  }

  private static Letter letter() {
    Vehicle car = new Vehicle("WBY1Z4C50EV000123", "Möhre", "i3");
    List<Event> events = List.of(Event.of(EventName.CHARGING_FINISHED));
    return Letter.of("place", Message.of(car, events, Statuses.status("stateOfCharge=80"), NOW));
  }

  private Courier courier() {
    JsonHttp http = new JsonHttp(Duration.ofSeconds(5), Map.of(), new Log(0));
    return new Courier(http, "Place", Answer::retryAfter, () -> NOW, pause -> {});
  }

  private NtfyNotifier ntfy() {
    return new NtfyNotifier(courier(), WORDING, place.url(), "topic", Optional.of("t"), () -> NOW);
  }

  @Test
  void ntfy_gets_the_bytes_and_an_encoded_title() {
    place.answer("PUT /topic", 200, "{\"id\":\"a\"}");
    ntfy().show(letter(), Optional.empty(), PICTURE);
    RecordedRequest request = place.requests().get(0);
    assertEquals("PNG", request.getBody().substring(1).utf8());
    assertEquals("charge.png", request.getHeaders().get("X-Filename"));
    assertEquals("Bearer t", request.getHeaders().get("Authorization"));
    assertEquals(
        "=?UTF-8?B?TcO2aHJlOiBDaGFyZ2luZyBDb21wbGV0ZWQ=?=", request.getHeaders().get("X-Title"));
  }

  @Test
  void a_picture_that_is_not_taken_is_a_failure_for_whoever_sends_it() {
    place.answer("PUT /topic", 413, "{\"code\":41301}");
    Assertions.assertThrows(
        Failure.PlaceUnavailable.class, () -> ntfy().show(letter(), Optional.empty(), PICTURE));
  }

  @Test
  void telegram_gets_a_photo_with_a_caption_as_an_answer() {
    place.answer("/bot1:x/sendPhoto", 200, "{\"ok\":true,\"result\":{\"message_id\":8}}");
    new TelegramNotifier(courier(), WORDING, place.url(), "1:x", "-5", () -> NOW)
        .show(letter(), Optional.of("7"), PICTURE);
    String body = place.requests().get(0).getBody().utf8();
    assertEquals(
        """
          --PART
          Content-Disposition: form-data; name="chat_id"

          -5
          --PART
          Content-Disposition: form-data; name="caption"

          Möhre: Charging Completed
          --PART
          Content-Disposition: form-data; name="disable_notification"

          true
          --PART
          Content-Disposition: form-data; name="reply_parameters"

          {"message_id":7,"allow_sending_without_reply":true}
          --PART
          Content-Disposition: form-data; name="photo"; filename="charge.png"
          Content-Type: image/png

          �PNG
          --PART
          """,
        body.replace("\r", "").replaceAll("(?m)^--[-\\w]{30,}", "--PART"));
  }

  @Test
  void a_mail_has_it_in_its_page_and_answers_the_one_before() throws Notifier.Refused {
    try (PretendMailServer server = new PretendMailServer()) {
      EmailConfig config =
          new EmailConfig(
              "127.0.0.1",
              URI.create(server.url()).getPort(),
              false,
              true,
              Optional.empty(),
              Optional.empty(),
              "car@example.com",
              List.of("me@example.com"));
      EmailNotifier email =
          new EmailNotifier(
              new MailServer("Email", config, Duration.ofSeconds(5)),
              new Mail.Addresses(config.from(), config.to()),
              WORDING,
              () -> NOW);
      email.show(letter(), Optional.empty(), PICTURE);
      String mail = server.mails().get(0);
      assertEquals(
          """
          Date: Sun, 10 Mar 2024 12:00:00 +0000 (UTC)
          From: car@example.com
          To: me@example.com
          Message-ID: <ltlgps00-000123-charging_finished-picture.iremote@example.com>
          In-Reply-To: <ltlgps00-000123-charging_finished.iremote@example.com>
          References: <ltlgps00-000123-charging_finished.iremote@example.com>
          Subject: =?UTF-8?Q?M=C3=B6hre:_Charging_Completed?=
          MIME-Version: 1.0
          Content-Type: multipart/related;\s
          \tboundary="PART"
          Auto-Submitted: auto-generated

          --PART
          Content-Type: multipart/alternative;\s
          \tboundary="PART"

          --PART
          Content-Type: text/plain; charset=UTF-8
          Content-Transfer-Encoding: 7bit

          80 %
          Electric Range: 80%
          --PART
          Content-Type: text/html; charset=UTF-8
          Content-Transfer-Encoding: quoted-printable

          <!DOCTYPE html><html><body><div style=3D"font-family:sans-serif;border-left=
          :4px solid #2eb67d;padding-left:12px"><p><b>M=C3=B6hre</b> Charging Complet=
          ed =C2=B7 80 %</p><table cellpadding=3D"3"><tr><td style=3D"color:#666;vert=
          ical-align:top">Electric Range</td><td>80%</td></tr></table><p><img src=3D"=
          cid:picture" alt=3D"" width=3D"100%"></p></div></body></html>
          --PART--

          --PART
          Content-Type: image/png; name=charge.png
          Content-Transfer-Encoding: base64
          Content-ID: <picture>
          Content-Disposition: inline; filename=charge.png

          iVBORw==
          --PART--
          """,
          PretendMailServer.plain(mail));
    }
  }
}
