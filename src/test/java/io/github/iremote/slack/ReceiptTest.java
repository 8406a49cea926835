package io.github.iremote.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.http.JsonHttp;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers say that a message was taken, and which that it never will be. */
class ReceiptTest {

  private static Receipt receipt(String host, int status, String body) {
    String text = body == null ? "" : body;
    JsonHttp.Answer answer = new JsonHttp.Answer(status, text, Optional.empty(), Optional.empty());
    return Receipt.of("https://" + host + "/hook", answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hooks.slack.com    | 200 | ok
          chat.example.org   | 200 | ok
          discord.com        | 200 | ok
          chat.example.org   | 200 | {"success":true}
          discord.com        | 204 |
          discordapp.com     | 204 |
          ptb.discord.com    | 204 |
          """)
  void taken_is_what_says_so_in_its_own_documented_way(String host, int status, String body) {
    assertEquals(Receipt.TAKEN, receipt(host, status, body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hooks.slack.com    | 200 |
          hooks.slack.com    | 200 | <html>Welcome to our hotel</html>
          hooks.slack.com    | 200 | {"ok":true}
          hooks.slack.com    | 200 | {"ok":false,"error":"no_text"}
          hooks.slack.com    | 200 | OK
          hooks.slack.com    | 200 | ok, log in first
          hooks.slack.com    | 200 | "ok"
          hooks.slack.com    | 201 | ok
          hooks.slack.com    | 202 | ok
          hooks.slack.com    | 202 |
          hooks.slack.com    | 204 |
          discord.com.evil.org | 204 |
          notdiscord.com     | 204 |
          discord.com        | 200 |
          discord.com        | 202 |
          chat.example.org   | 200 | {"success":false}
          chat.example.org   | 200 | {"success":"true"}
          chat.example.org   | 200 | {"success":true,"login":"/portal"}
          chat.example.org   | 200 | [{"success":true}]
          hooks.slack.com    | 302 | ok
          hooks.slack.com    | 400 |
          hooks.slack.com    | 400 | <html>Bad Request</html>
          hooks.slack.com    | 400 | {"error":"invalid_payload"}
          hooks.slack.com    | 400 | bad_request
          hooks.slack.com    | 400 | user_not_found
          hooks.slack.com    | 403 | invalid_payload
          hooks.slack.com    | 500 | invalid_payload
          hooks.slack.com    | 500 | ok
          """)
  void nothing_else_is_a_word_about_the_message(String host, int status, String body) {
    assertEquals(Receipt.NONE, receipt(host, status, body));
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_payload",
    "invalid_blocks",
    "invalid_blocks_format",
    "invalid_attachments",
    "no_text",
    "missing_text_or_fallback_or_attachments",
    "too_many_attachments"
  })
  void only_slacks_own_words_about_a_message_condemn_it(String word) {
    assertEquals(Receipt.CONDEMNED, receipt("hooks.slack.com", 400, word));
    assertEquals(Receipt.CONDEMNED, receipt("hooks.slack.com", 400, word + "\n"));
  }
}
