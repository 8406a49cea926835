package io.github.iremote.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.Failure;
import io.github.iremote.json.Json;
import io.github.iremote.vehicle.Statuses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTest {
  private static final String CAR = "WBY1Z4C50EV000123";

  /** Runs and what came of them; what is told, and when. Between runs all is saved and read. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10:00 ok, 10:05 ok                              |",
        "10:00 bmw, 10:55 bmw, 10:59 bmw, 11:05 ok       |",
        "10:00 bmw, 11:00 bmw, 11:05 bmw, 15:00 bmw      | 11:00 TROUBLE",
        "10:00 bmw, 11:00 bmw, 12:00 ok, 12:05 ok        | 11:00 TROUBLE, 12:00 RECOVERED",
        "10:00 login, 10:05 login, 12:00 login           | 10:00 LOGIN_REQUIRED",
        "10:00 login, 10:05 ok                           | 10:00 LOGIN_REQUIRED, 10:05 RECOVERED",
        "10:00 bmw, 11:00 bmw, 11:05 login, 11:10 ok     | 11:00 TROUBLE, 11:05 LOGIN_REQUIRED, 11:10 RECOVERED",
        "10:00 bmw, 10:05 ok, 10:55 bmw, 11:00 bmw       |",
        "10:00 login, 10:05 ok, 10:10 login              | 10:00 LOGIN_REQUIRED, 10:05 RECOVERED, 10:10 LOGIN_REQUIRED",
        "10:00 ending, 10:05 ending, 12:00 bmw, 12:05 ok | 10:00 TROUBLE, 12:05 RECOVERED",
        "10:00 bmw, 10:05 ending, 11:00 ending           | 10:05 TROUBLE",
        // a clock that was ahead
        "12:00 bmw, 10:00 bmw, 10:55 bmw, 11:00 bmw      | 11:00 TROUBLE"
      })
  void each_incident_is_told_once(String runs, String expected) throws IOException {
    Trouble trouble = Trouble.NONE;
    List<String> told = new ArrayList<>();
    for (String run : runs.split(", ")) {
      String[] words = run.trim().split(" ");
      Trouble.Step step = step(trouble, words[1], words[0]);
      step.news().forEach(news -> told.add(words[0] + " " + news.name()));
      trouble = saved(step.trouble());
    }
    assertEquals(expected == null ? "" : expected, String.join(", ", told));
  }

  private static Trouble.Step step(Trouble trouble, String outcome, String time) {
    return switch (outcome) {
      case "ok" -> trouble.afterAnswers(Set.of(CAR));
      case "login" ->
          trouble.afterFailure(
              new Failure.LoginRequired("log in"), List.of(CAR), Statuses.at(time));
      case "ending" ->
          trouble.afterFailure(
              new Failure.LoginEnding("down", null), List.of(CAR), Statuses.at(time));
      default ->
          trouble.afterFailure(new Failure.BmwUnavailable("down"), List.of(CAR), Statuses.at(time));
    };
  }

  private static Trouble saved(Trouble trouble) throws IOException {
    RunState state = new RunState(List.of(), trouble, List.of(), List.of());
    Trouble read = RunState.fromJson(Json.parse(Json.pretty(state.toJson()))).trouble();
    assertEquals(trouble, read);
    return read;
  }
}
