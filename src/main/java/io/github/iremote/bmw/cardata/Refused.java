package io.github.iremote.bmw.cardata;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Failure;
import io.github.iremote.bmw.Words;
import io.github.iremote.http.JsonHttp;
import io.github.iremote.json.Json;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * BMW said no, and why in its own code. The status says little: 403 stands for a spent quota, a
 * dead token, a lost container and a missing permission alike.
 *
 * @see <a href="https://bmw-cardata.bmwgroup.com/customer/public/api-documentation">CarData API</a>
 */
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_QUOTE = 300;
  private static final Pattern CODE = Pattern.compile("[A-Z]{2}-\\d{3}");

  private final int status;
  private final String code;

  private Refused(int status, String code, String words) {
    super(words);
    this.status = status;
    this.code = code;
  }

  /** Reads an error body; a gateway's HTML or an empty one leaves only the status. */
  static Refused from(JsonHttp.Answer answer) {
    JsonNode body = body(answer);
    String words = text(body, "exveErrorMsg") + " " + text(body, "exveNote");
    String code = text(body, "exveErrorId");
    String reference = text(body, "exveErrorRef");
    String quote = words.isBlank() ? "" : ": " + words.trim();
    return new Refused(
        answer.status(),
        CODE.matcher(code).matches() ? code : "",
        quote + (reference.isEmpty() ? "" : ", BMW's reference " + reference));
  }

  String code() {
    return code;
  }

  boolean quotaSpent() {
    return code.equals("CU-429") || status == 429;
  }

  /** CU-127 is another thing by the book, but also what a dead token gets. */
  boolean tokenRejected() {
    boolean deadToken =
        code.equals("CU-127") && getMessage().toLowerCase(Locale.ROOT).contains("token");
    return deadToken
        || Set.of("CU-100", "CU-101", "CU-102").contains(code)
        || (code.isEmpty() && status == 401);
  }

  /** Whether our container is gone, or holds a key that BMW has withdrawn. */
  boolean containerUnusable() {
    return Set.of("CU-105", "CU-121", "CU-402").contains(code);
  }

  /** The same in words for the owner. */
  Failure failure() {
    String what = "BMW answered " + (code.isEmpty() ? "HTTP " + status : code) + getMessage();
    return switch (code) {
      case "CU-103" ->
          new Failure.LoginRequired(
              what
                  + "; the login does not include the CarData API: tick \"CarData API\" for the"
                  + " client in the My BMW portal, wait a minute, and run: iremote login");
      case "CU-104" ->
          unavailable(
              what
                  + "; only the account of the car's main user sees its data: check the vin in"
                  + " config.json, and that the car is on this account");
      case "CU-120" -> unavailable(what + "; check the vin in config.json");
      case "CU-124" ->
          unavailable(
              what
                  + "; BMW allows ten containers, and other programs hold all of them: delete one"
                  + " with the program that made it, then run: iremote login");
      case "CU-402", "CU-403" ->
          unavailable(
              what
                  + "; BMW takes none of our lists of keys: check extraDescriptors in config.json");
      default -> unavailable(what + "; the next run tries again");
    };
  }

  private static Failure unavailable(String sentence) {
    return new Failure.BmwUnavailable(sentence);
  }

  private static JsonNode body(JsonHttp.Answer answer) {
    try {
      return answer.json();
    } catch (IOException e) {
      return Json.object();
    }
  }

  private static String text(JsonNode body, String field) {
    String text = Words.text(body.path(field)).orElse("").replaceAll("\\p{Cntrl}", " ");
    return text.substring(0, Math.min(text.length(), LONGEST_QUOTE));
  }
}
