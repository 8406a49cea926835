package io.github.iremote.cli;

import io.github.iremote.Failure;
import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.cli.source.CarDataSource;
import io.github.iremote.config.VehicleConfig;
import io.github.iremote.oauth.DeviceCode;
import io.github.iremote.oauth.DeviceLogin;
import io.github.iremote.oauth.Token;
import io.github.iremote.run.Account;
import io.github.iremote.vehicle.Vehicle;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The way from a client id to a car that can be polled: code, token, cars, container. Nothing is
 * written before there is a token, so that it can be broken off at any time.
 */
public final class CarDataLogin {
  private static final String API_SCOPE = "cardata:api:read";

  private final Wiring wiring;
  private final CarDataSource source;
  private final PrintStream out;

  public CarDataLogin(Wiring wiring, CarDataSource source) {
    this.wiring = wiring;
    this.source = source;
    this.out = wiring.here.out();
  }

  public void run() {
    new Cost(wiring).ofLogin();
    DeviceLogin login = source.deviceLogin();
    DeviceCode code = login.begin();
    show(code);
    login.await(code, this::troubled, this::keep);
    wiring.remembered.account.update(before -> Account.of(source.clientId()));
    out.println("Logged in.");
    show(wiring.garage.ask());
    prepare();
  }

  /** What is left to do after a login that was made before. */
  public void goOn() {
    wiring.tokens.current();
    out.println("Logged in already.");
    show(wiring.garage.listed());
    if (source.book(Purpose.PERSON).containerId().isEmpty()) {
      prepare();
    }
  }

  private void prepare() {
    source.api(Purpose.PERSON).prepare(wiring.tokens.current().accessToken());
    out.println("BMW knows what to tell about them.");
  }

  private void keep(Token token) {
    check(token);
    wiring.tokens.save(token);
  }

  private void show(DeviceCode code) {
    Duration life = Duration.between(wiring.here.clock().instant(), code.expiresAt());
    long minutes = Math.round(life.toSeconds() / 60.0);
    String until = wiring.wording().time(code.expiresAt(), wiring.here.clock().instant());
    boolean terminal = wiring.here.terminal();
    out.println("Open this link on any device, log in to My BMW there, and confirm the code:");
    out.println();
    out.println("  " + code.link());
    out.println();
    if (terminal) {
      out.println(QrCode.of(code.link()));
    }
    out.println("  " + (terminal ? "\u001b[1m" + code.userCode() + "\u001b[0m" : code.userCode()));
    out.println();
    out.println("It lives " + minutes + " minutes, until " + until + ". Waiting for you …");
    out.flush();
  }

  private void troubled() {
    out.println("BMW's login server does not answer properly at the moment; still trying …");
  }

  /** A token of any other scope is of no use, and does not replace one that may be. */
  private static void check(Token token) {
    List<String> scopes = Arrays.asList(token.scope().orElse(API_SCOPE).split("\\s+"));
    if (!scopes.contains(API_SCOPE)) {
      throw new Failure.LoginRequired(
          "BMW granted the login without access to CarData ("
              + API_SCOPE
              + " is missing): tick \"CarData API\" for the client in the My BMW portal; if it is"
              + " ticked, delete the client, make a new one and tick it there. Wait a minute, then"
              + " run: iremote login");
    }
    if (token.refreshToken().isEmpty()) {
      throw new Failure.LoginRequired(
          "BMW gave a token that cannot be renewed; run: iremote login");
    }
  }

  private void show(List<Vehicle> cars) {
    if (cars.isEmpty()) {
      throw new Failure.LoginRequired(
          "BMW lists no car of which this account is the main user: log in with the account of the"
              + " car's main user; run: iremote login");
    }
    out.println(cars.size() == 1 ? "One car is on the account:" : "Cars on the account:");
    cars.forEach(car -> out.println("  " + car.model() + " " + car.shortVin()));
    for (VehicleConfig watched : wiring.config.vehicles()) {
      if (cars.stream().noneMatch(car -> car.vin().equals(watched.vin()))) {
        String vin = new Vehicle(watched.vin(), "").shortVin();
        out.println("  but not " + vin + ", which config.json watches: check its vin");
      }
    }
  }
}
