package io.github.iremote.cli;

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
    int left = wiring.source.callsLeft().orElse(0);
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
