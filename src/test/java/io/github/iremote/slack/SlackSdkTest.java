package io.github.iremote.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.Gson;
import com.slack.api.SlackConfig;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.request.chat.ChatUpdateRequest;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest;
import com.slack.api.model.Attachment;
import com.slack.api.util.json.GsonFactory;
import com.slack.api.webhook.Payload;
import io.github.iremote.Log;
import io.github.iremote.WebServer;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.http.JsonHttp;
import io.github.iremote.http.JsonHttp.Answer;
import io.github.iremote.json.Json;
import io.github.iremote.message.Courier;
import io.github.iremote.message.Letter;
import io.github.iremote.message.LetterWording;
import io.github.iremote.message.Message;
import io.github.iremote.message.Pictured;
import io.github.iremote.message.Wording;
import io.github.iremote.message.phrases.Phrases;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Statuses;
import io.github.iremote.vehicle.Vehicle;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Slack's own SDK reads every message, and knows every key in it. */
class SlackSdkTest {
  private static final Gson SDK = sdk();
  private static final Vehicle CAR = new Vehicle("WBY1Z4C50EV000123", "My <i3> & me", "i3");

  @RegisterExtension final WebServer slack = new WebServer();

  private static Gson sdk() {
    SlackConfig config = new SlackConfig();
    config.setFailOnUnknownProperties(true);
    return GsonFactory.createSnakeCase(config);
  }

  private static ObjectNode message(EventName name, String language) {
    Wording wording =
        new Wording(
            Phrases.of(language, Map.of()), Distance.Unit.KM, () -> ZoneId.of("Europe/Berlin"));
    Message message =
        Message.of(
            CAR,
            List.of(Event.of(name), Event.of(EventName.CLOSED)),
            Statuses.status("stateOfCharge=79 electricRange=88km odometer=38807km"),
            Statuses.at("12:00"));
    Letter letter = Letter.of("slack", message);
    return new SlackMessage(new LetterWording(wording, false)).of(letter, Statuses.at("12:00"));
  }

  @ParameterizedTest
  @EnumSource
  void it_reads_what_goes_to_a_webhook(EventName name) {
    ObjectNode message = message(name, "en");
    Payload read = SDK.fromJson(Json.line(message), Payload.class);
    assertEquals(message.path("text").asText(), read.getText());
    same(message, read.getAttachments().get(0));
  }

  @ParameterizedTest
  @EnumSource
  void it_reads_what_a_bot_posts_and_changes(EventName name) {
    ObjectNode message = message(name, "de").put("channel", "C1").put("thread_ts", "1.2");
    message.put("reply_broadcast", true);
    ChatPostMessageRequest post = SDK.fromJson(Json.line(message), ChatPostMessageRequest.class);
    assertEquals(message.path("text").asText(), post.getText());
    assertEquals("1.2", post.getThreadTs());
    assertEquals(true, post.isReplyBroadcast());
    same(message, post.getAttachments().get(0));

    message.remove(List.of("thread_ts", "reply_broadcast"));
    message.put("ts", "1.2");
    ChatUpdateRequest update = SDK.fromJson(Json.line(message), ChatUpdateRequest.class);
    assertEquals("1.2", update.getTs());
    same(message, update.getAttachments().get(0));
  }

  @Test
  void it_reads_what_an_upload_is_completed_with() throws Exception {
    slack.answer(
        "/api/files.getUploadURLExternal",
        200,
        "{\"ok\":true,\"upload_url\":\"" + slack.url() + "/up\",\"file_id\":\"F1\"}");
    slack.answer("/up", 200, "OK");
    slack.answer("/api/files.completeUploadExternal", 200, "{\"ok\":true}");
    bot()
        .show(
            Letter.of("bot", Message.trial(Statuses.at("12:00"))),
            Optional.of("C1/1.2"),
            new Pictured.Picture("charge.png", new byte[] {1, 2}));

    var requests = slack.requests();
    assertEquals("filename=charge.png&length=2", requests.get(0).getBody().utf8());
    var complete =
        SDK.fromJson(requests.get(2).getBody().utf8(), FilesCompleteUploadExternalRequest.class);
    assertEquals("F1", complete.getFiles().get(0).getId());
    assertEquals("C1", complete.getChannelId());
    assertEquals("1.2", complete.getThreadTs());
  }

  private SlackBot bot() {
    InstantSource clock = () -> Statuses.at("12:00");
    JsonHttp http = new JsonHttp(Duration.ofSeconds(5), Map.of(), new Log(0));
    Wording wording = new Wording(Distance.Unit.KM, () -> ZoneId.of("UTC"));
    return new SlackBot(
        new Courier(http, "Slack", Answer::retryAfter, clock, pause -> {}),
        new SlackMessage(new LetterWording(wording, false)),
        "Slack",
        slack.url(),
        "xoxb-1",
        "C1",
        clock);
  }

  private static void same(ObjectNode message, Attachment read) {
    var ours = message.path("attachments").path(0);
    assertEquals(ours.path("color").asText(), read.getColor());
    assertEquals(ours.path("fallback").asText(), read.getFallback());
    assertEquals(ours.path("fields").size(), read.getFields().size());
    assertEquals(ours.at("/fields/0/value").asText(), read.getFields().get(0).getValue());
    assertNotNull(read.getTs());
  }
}
