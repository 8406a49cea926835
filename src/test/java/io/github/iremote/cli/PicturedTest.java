package io.github.iremote.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.Failure;
import io.github.iremote.Log;
import io.github.iremote.OwnersMachine.Server;
import io.github.iremote.PretendMailServer;
import io.github.iremote.config.EmailConfig;
import io.github.iremote.email.EmailNotifier;
import io.github.iremote.email.Mail;
import io.github.iremote.email.MailServer;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.json.JsonHttp;
import io.github.iremote.json.JsonHttp.Answer;
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

  private final Server place = new Server();

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
    assertTrue(body.contains("name=\"chat_id\""), body);
    assertTrue(body.contains("Möhre: Charging Completed"), body);
    assertTrue(body.contains("{\"message_id\":7,\"allow_sending_without_reply\":true}"), body);
    assertTrue(body.contains("name=\"photo\"; filename=\"charge.png\""), body);
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
      String id = letter().id() + ".iremote@example.com>";
      assertTrue(mail.contains("In-Reply-To: <" + id), mail);
      assertTrue(mail.contains("Message-ID: <" + letter().id() + "-picture.iremote@"), mail);
      assertTrue(mail.contains("Content-ID: <picture>"), mail);
      assertTrue(mail.contains("cid:picture"), mail);
      assertTrue(mail.contains("Content-Type: image/png"), mail);
    }
  }
}
