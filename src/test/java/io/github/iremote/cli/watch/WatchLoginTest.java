package io.github.iremote.cli.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.CarDataAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The token of the stream: renewed in time, refused, and lost. */
class WatchLoginTest {
  private static final String DOOR = "cabin.door.row1.driver.isOpen";

  @TempDir Path configs;

  @Test
  void the_token_is_renewed_before_its_hour_ends_and_nobody_is_told() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.machine.bmw.answer(
          CarDataAccount.TOKEN, 200, CarDataAccount.token(2).replace("id-secret", "id-secret-2"));
      car.takesOnly("id-secret-2");
      int logins = car.broker.logins();
      car.passes(Duration.ofMinutes(50));
      car.until(() -> car.broker.logins() == logins + 1);
      car.until(() -> car.broker.subscribers() == 1);
      car.says(DOOR + " = false @ 10:50");
      assertEquals(List.of(), car.machine.headlines());
      assertEquals(1, car.said().split("the stream is heard", -1).length - 1, car.said());
    }
  }

  @Test
  void an_old_token_file_gets_an_id_token_by_a_renewal() throws Exception {
    try (WatchedCar car = new WatchedCar(configs)) {
      car.account.loggedIn();
      var token = (ObjectNode) car.machine.read("token.json");
      token.remove("idToken");
      car.machine.write("token.json", token.toString());
      car.starts();
      car.until(() -> car.broker.subscribers() == 1);
      assertEquals("id-secret", car.machine.read("token.json").path("idToken").asText());
    }
  }

  @Test
  void a_lost_login_is_told_once_and_a_new_one_is_noticed() {
    try (WatchedCar car = new WatchedCar(configs).listens()) {
      car.machine.bmw.answer(CarDataAccount.TOKEN, 400, "{\"error\":\"invalid_grant\"}");
      car.takesOnly("another");
      car.broker.drop();
      car.until(() -> car.said().contains("the stream is not heard"));
      car.passes(Duration.ofHours(2));
      car.passes(Duration.ofHours(2));
      List<String> told = car.machine.headlines();
      assertEquals(1, told.size(), told::toString);
      car.machine.bmw.asked();
      car.passes(Duration.ofHours(2));
      assertEquals(List.of(), car.machine.bmw.asked(), "nothing is asked without a login");
      car.machine.bmw.answer(CarDataAccount.TOKEN, 200, CarDataAccount.token(2));
      assertEquals(0, car.machine.run("login").code());
      car.takesOnly("id-secret");
      car.passes(Duration.ofMinutes(6));
      car.until(() -> car.broker.subscribers() == 1);
    }
  }

  @Test
  void before_the_first_login_the_log_says_once_what_is_missing() {
    try (WatchedCar car = new WatchedCar(configs)) {
      var config = (ObjectNode) car.machine.read("config.json");
      config.remove("vehicles");
      car.machine.write("config.json", config.toString());
      car.starts();
      car.passes(Duration.ofMinutes(40));
      String missing = "there is no login yet; run: iremote login";
      assertEquals(
          List.of("the stream is not heard: " + missing, "iremote: " + missing),
          car.said().lines().toList());
    }
  }

  @Test
  void a_refused_token_is_renewed_once() {
    try (WatchedCar car = new WatchedCar(configs)) {
      car.account.loggedIn();
      car.takesOnly("id-secret-2");
      car.machine.bmw.answer(
          CarDataAccount.TOKEN, 200, CarDataAccount.token(2).replace("id-secret", "id-secret-2"));
      car.starts();
      car.until(() -> car.said().contains("refused the connection"));
      car.passes(Duration.ofSeconds(15));
      car.until(() -> car.broker.subscribers() == 1);
    }
  }
}
