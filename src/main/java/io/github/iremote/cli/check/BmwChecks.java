package io.github.iremote.cli.check;

import io.github.iremote.Failure;
import io.github.iremote.cli.Wiring;
import io.github.iremote.config.VehicleConfig;
import io.github.iremote.http.JsonHttp;
import io.github.iremote.oauth.Token;
import io.github.iremote.vehicle.Vehicle;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The part of {@code check} that asks BMW. */
final class BmwChecks {
  private static final Duration SAME_CLOCK = Duration.ofMinutes(1);

  private final Findings findings;
  private final Wiring wiring;

  BmwChecks(Findings findings, Wiring wiring) {
    this.findings = findings;
    this.wiring = wiring;
  }

  void run() {
    Optional<JsonHttp.Answer> answer =
        findings.find("BMW", this::reach, any -> wiring.source.server() + " answers");
    answer.flatMap(JsonHttp.Answer::date).ifPresent(this::clock);
    if (answer.isEmpty()) {
      findings.skip("login", "cannot be tried without BMW");
    } else {
      loginAndCars();
    }
    wiring.carData().ifPresent(source -> new CarDataChecks(findings, wiring, source).run());
  }

  /** Whether a login is good shows only when something is asked with it. */
  private void loginAndCars() {
    Optional<Token> stored = wiring.tokens.stored();
    boolean remembered = lately();
    Supplier<List<Vehicle>> cars;
    try {
      wiring.tokens.current();
      List<Vehicle> listed = remembered ? wiring.garage.listed() : wiring.garage.ask();
      cars = () -> listed;
    } catch (Failure.LoginRequired e) {
      findings.look(
          "login",
          () -> {
            throw e;
          });
      return;
    } catch (RuntimeException e) {
      cars =
          () -> {
            throw e;
          };
    }
    Supplier<List<Vehicle>> found = cars;
    if (findings.look("login", () -> login(stored))) {
      findings.look("cars", () -> cars(found.get()) + (remembered ? ", as BMW said lately" : ""));
    }
  }

  /** As long as all is well, what BMW said within a day need not be asked again. */
  private boolean lately() {
    return wiring.source.callsLeft().isPresent()
        && wiring.garage.listedLately()
        && wiring.trouble().none();
  }

  /** Any answer will do: what is asked for is not there. */
  private JsonHttp.Answer reach() {
    String server = wiring.source.server();
    try {
      return wiring.http.get(server + "/", Map.of());
    } catch (IOException e) {
      throw new Failure.BmwUnavailable(
          server + " is not reachable (" + JsonHttp.explain(e) + "): check this machine's network",
          e);
    }
  }

  private void clock(Instant bmw) {
    Duration ahead = Duration.between(bmw, wiring.here.clock().instant());
    if (ahead.abs().compareTo(SAME_CLOCK) > 0) {
      findings.warn(
          "clock",
          "this machine's is "
              + amount(ahead.abs())
              + (ahead.isNegative() ? " behind" : " ahead of")
              + " BMW's: switch on time synchronisation (timedatectl set-ntp true)");
    } else {
      findings.look("clock", () -> "as BMW's");
    }
  }

  private static String amount(Duration time) {
    return time.toMinutes() < 3 ? time.toSeconds() + " seconds" : time.toMinutes() + " minutes";
  }

  private String login(Optional<Token> stored) {
    Token token = wiring.tokens.current();
    boolean renewed = !stored.equals(Optional.of(token));
    return (renewed ? "renewed just now; " : "")
        + "the token is good until "
        + time(token.expiresAt())
        + " and renews itself"
        + wiring
            .tokens
            .loginEnds(token)
            .map(end -> "; without a run until " + time(end) + " the login ends")
            .orElse("");
  }

  private String cars(List<Vehicle> listed) {
    for (VehicleConfig car : wiring.config.vehicles()) {
      if (listed.stream().noneMatch(vehicle -> vehicle.vin().equals(car.vin()))) {
        throw new Failure.BadConfig(
            car.vin() + " is not on this account: check its vin under vehicles in config.json");
      }
    }
    if (listed.isEmpty()) {
      throw new Failure.BmwUnavailable(
          "BMW lists none on this account: add the car in the My BMW app, and wait a day");
    }
    return listed.stream().map(Vehicle::toString).collect(Collectors.joining(", "));
  }

  private String time(Instant time) {
    return wiring.wording().time(time, wiring.here.clock().instant());
  }
}
