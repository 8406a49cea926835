package io.github.iremote.cli;

import static io.github.iremote.ConnectedDriveCar.car;
import static io.github.iremote.WebServer.saying;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.OwnersMachine;
import io.github.iremote.OwnersMachine.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** BMW, Slack and the files failing in every way: the right exit code, one line, nothing lost. */
class OutageTest {
  @RegisterExtension
  final OwnersMachine machine =
      new OwnersMachine().configured("\"timeoutSeconds\": 1").withCar("i3-rex");

  private final Path configs = machine.configs;

  static Stream<Arguments> unusableAnswers() {
    return Stream.of(
        Arguments.of(
            "403",
            saying(403, "{}"),
            "BMW answered HTTP 403: this account may not see the car; check the vin in"
                + " config.json"),
        Arguments.of(
            "404",
            saying(404, "not found"),
            "BMW answered HTTP 404: it does not know the car; check the vin in config.json"),
        Arguments.of("429", saying(429, ""), "BMW answered HTTP 429; the next run tries again"),
        Arguments.of("500", saying(500, "oops"), "BMW answered HTTP 500; the next run tries again"),
        Arguments.of("503", saying(503, ""), "BMW answered HTTP 503; the next run tries again"),
        Arguments.of(
            "redirect",
            saying(302, "").setHeader("Location", "/x"),
            "BMW answered HTTP 302; the next run tries again"),
        Arguments.of(
            "empty body",
            saying(200, ""),
            "BMW gave no usable answer (empty, not JSON); the next run tries again"),
        Arguments.of(
            "HTML",
            saying(200, "<html>Maintenance</html>"),
            "BMW gave no usable answer (not valid JSON at line 1, column 1); the next run"
                + " tries again"),
        Arguments.of(
            "truncated",
            saying(200, "{\"vehicleStatus\":{\"vin\":"),
            "BMW gave no usable answer (not valid JSON at line 1, column 25); the next run"
                + " tries again"),
        Arguments.of(
            "array",
            saying(200, "[]"),
            "BMW's answer for My i3 holds no vehicleStatus; the next run tries again"),
        Arguments.of(
            "string",
            saying(200, "\"vehicleStatus\""),
            "BMW's answer for My i3 holds no vehicleStatus; the next run tries again"),
        Arguments.of(
            "empty object",
            saying(200, "{\"vehicleStatus\":{}}"),
            "BMW's answer for My i3 holds no vehicleStatus; the next run tries again"),
        Arguments.of(
            "list in place",
            saying(200, "{\"vehicleStatus\":[1]}"),
            "BMW's answer for My i3 holds no vehicleStatus; the next run tries again"),
        Arguments.of(
            "deep",
            saying(200, "[".repeat(100_000)),
            "BMW gave no usable answer (not valid JSON); the next run tries again"),
        Arguments.of(
            "50 MB",
            new MockResponse.Builder()
                .code(200)
                .chunkedBody(new Buffer().write(new byte[50 << 20]), 1 << 20)
                .build()
                .newBuilder(),
            "BMW gave no usable answer (localhost: the answer is larger than 2 MB); the next"
                + " run tries again"),
        Arguments.of(
            "never ends",
            saying(200, "{\"vehicleStatus\":{}}").throttleBody(1, 1, TimeUnit.SECONDS),
            "BMW gave no usable answer (localhost: no complete answer in time); the next run"
                + " tries again"),
        Arguments.of(
            "never begins",
            saying(200, "{}").headersDelay(5, TimeUnit.SECONDS),
            "BMW gave no usable answer (localhost: no complete answer in time); the next run"
                + " tries again"),
        Arguments.of(
            "hangs up",
            saying(200, "{}").onResponseStart(new SocketEffect.CloseSocket()),
            "BMW gave no usable answer (localhost: unexpected end of stream on"
                + " http://localhost/...); the next run tries again"),
        Arguments.of(
            "hangs up in the body",
            saying(200, "{\"vehicleStatus\":{}}").onResponseBody(new SocketEffect.CloseSocket()),
            "BMW gave no usable answer (the answer is not HTTP); the next run tries again"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unusableAnswers")
  void an_unusable_answer_of_bmw_is_exit_4_and_leaves_the_car_as_it_was(
      String name, MockResponse.Builder answer, String expected) {
    machine.watched();
    Map<String, String> before = machine.files();
    machine.bmw.answer(OwnersMachine.STATUS, answer.build());

    Result result = machine.status();

    assertEquals(4, result.code(), result.err());
    assertEquals("", result.out());
    assertEquals("iremote: " + expected + "\n", machine.plain(result.err()));
    Map<String, String> after = machine.files();
    after.remove("run.json");
    assertEquals(before, after);
    assertEquals(List.of(), machine.posted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:1", "https://bmw.invalid"})
  void a_server_that_is_not_there_is_exit_4(String server) throws Exception {
    machine.watched();
    String config = Files.readString(configs.resolve("config.json"));
    machine.config(config.replace(machine.bmw.url(), server));

    Result result = machine.status();

    assertEquals(4, result.code(), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  static Stream<Arguments> damagedFiles() {
    return Stream.of(
        Arguments.of("empty, not JSON", ""),
        Arguments.of("not valid JSON at line 1, column 22", "{\"version\": 1, \"vin\":"),
        Arguments.of("its version is not 2", "{\"version\": 3, \"vin\": \"WBY1Z4C50EV000123\"}"),
        Arguments.of(
            "it belongs to another car", "{\"version\": 1, \"vin\": \"WBA00000000000042\"}"),
        Arguments.of(
            "its lock is unusable",
            """
            {"version": 1, "vin": "WBY1Z4C50EV000123",
             "status": {"lock": {"value": "AJAR", "since": "2018-03-12T07:38:57Z",
                                 "at": "2018-03-12T07:38:57Z"}}}"""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damagedFiles")
  void an_unusable_event_file_is_moved_aside_and_the_car_starts_silent(String why, String text)
      throws Exception {
    machine.watched();
    String file = "event-" + OwnersMachine.VIN + ".json";
    machine.write(file, text);

    Result result = machine.status();

    assertEquals(0, result.code());
    assertEquals(
        "WARN CONFIGS/%1$s is unusable (%2$s); kept as CONFIGS/%1$s.corrupt-1520840400\n"
            .formatted("event-…000123.json", why),
        machine.plain(result.err()));
    assertEquals(List.of(), machine.posted());
    assertEquals(text, Files.readString(configs.resolve(file + ".corrupt-1520840400")));
    assertEquals(79, machine.savedCar().path("status").path("stateOfCharge").path("value").asInt());
    assertFalse(machine.status().out().isEmpty());
  }

  @Test
  void trouble_is_told_after_an_hour_and_once_and_so_is_the_recovery() {
    machine.watched();
    machine.bmw.answer(OwnersMachine.STATUS, 503, "");
    for (int poll = 0; poll < 30; poll++) {
      machine.status();
      assertEquals(poll == 12 ? 1 : 0, machine.posted().size(), "poll " + poll);
      machine.now = machine.now.plus(Duration.ofMinutes(5));
    }
    machine.carSays(car("i3-rex"));
    machine.status();
    assertEquals(
        List.of("*iRemote*: Working Again · BMW answers again, nothing needs doing"),
        machine.headlines());
    machine.status();
    assertEquals(List.of(), machine.posted());
  }

  @Test
  void a_needed_login_is_told_at_once_and_once() {
    machine.watched();
    machine.bmw.answer(OwnersMachine.STATUS, 401, "");
    machine.bmw.answer(OwnersMachine.TOKEN, 401, "{\"error\":\"invalid_client\"}");

    assertEquals(3, machine.status().code());
    assertTrue(machine.headlines().get(0).startsWith("*iRemote*: Login Required · BMW refused"));
    assertEquals(3, machine.status().code());
    assertEquals(List.of(), machine.posted());
  }
}
