package io.github.iremote.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.OwnersMachine;
import io.github.iremote.simulator.LoopbackServer;
import io.github.iremote.simulator.LoopbackServer.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many cars whose answers are as large as may be, in the little memory that the launcher gives. */
class LargeAnswersTest {
  private static final int CARS = 25;
  private static final int SIZE = 2_000_000;

  @TempDir Path configs;
  @TempDir Path elsewhere;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one long text | "x": "→%s"     | y
          many objects  | "x": [%s 1]    | {},
          """)
  void many_cars_with_large_answers_fit_into_the_launchers_memory(
      String what, String field, String unit) throws Exception {
    String car =
        "{\"vehicleStatus\":{\"doorLockState\":\"SECURED\",\"updateTime\":\"2018-03-12T08:00:00+0000\","
            + field.formatted(unit.repeat(SIZE / unit.length()))
            + "}}";
    try (LoopbackServer server =
        new LoopbackServer(
            request ->
                request.path().equals(OwnersMachine.TOKEN)
                    ? new Response(200, "{\"access_token\":\"a\",\"expires_in\":30000}")
                    : new Response(200, request.path().contains("/hook") ? "ok" : car))) {
      List<String> cars = new ArrayList<>();
      for (int n = 0; n < CARS; n++) {
        cars.add("{\"vin\": \"WBY1Z4C50EV0001%02d\", \"name\": \"Car %d\"}".formatted(n, n));
      }
      Files.writeString(
          configs.resolve("config.json"),
          """
          {
            "connecteddrive": {
              "server": "%1$s", "key": "k", "secret": "s", "username": "u", "password": "p"
            },
            "vehicles": %2$s
          }
          """
              .formatted(server.url(), cars));
      Program program = new Program(configs, elsewhere.resolve("output"));

      int code = program.run("status", "--dry-run");

      String output = program.output();
      assertTrue(code == 0 || code == 4, output);
      assertFalse(output.contains("OutOfMemory"), output);
      assertEquals(code == 0 ? CARS : 0, output.split("Would be posted", -1).length - 1, output);
    }
  }
}
