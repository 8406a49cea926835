package io.github.iremote.cli;

import io.github.iremote.bmw.cardata.Purpose;
import io.github.iremote.cli.source.CarDataSource;
import java.util.Optional;

/** Says what a command takes of BMW's calls, where few are left. */
public record Cost(Wiring wiring) {
  private static final int FEW = 10;

  /** The list of cars, and the container: looked for, made, and an old one removed. */
  public void ofLogin() {
    say("up to 4");
  }

  /** The list of cars, unless it is remembered. */
  public void ofList() {
    if (!wiring.garage.listedLately()) {
      say("1, and 1 for each car that is new");
    }
  }

  /** A call for each car. */
  void ofPolls(int cars) {
    say(Integer.toString(cars));
  }

  private void say(String calls) {
    Optional<CarDataSource> source = wiring.carData();
    if (source.isEmpty()) {
      return;
    }
    int left =
        source
            .get()
            .book(Purpose.PERSON)
            .quota()
            .left(Purpose.PERSON, wiring.here.clock().instant());
    if (left > 0 && left <= FEW) {
      wiring
          .here
          .err()
          .println(
              "iremote: "
                  + left
                  + (left == 1 ? " call" : " calls")
                  + " to BMW "
                  + (left == 1 ? "is" : "are")
                  + " left in these 24 hours; this takes "
                  + calls);
    }
  }
}
