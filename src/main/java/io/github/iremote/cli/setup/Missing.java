package io.github.iremote.cli.setup;

import io.github.iremote.Failure;
import io.github.iremote.cli.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** What the options of {@code setup} say between the lines, and what they leave out. */
record Missing(ParseResult options) {
  private static final List<String> CAR_DATA = List.of("--client-id");
  private static final List<String> CONNECTED_DRIVE =
      List.of("--authorization", "--username", "--password");

  /** The API, if it is named or follows from what else is. */
  Optional<String> api() {
    Optional<String> named = Options.text(options, "--api");
    if (named.isPresent()) {
      return named;
    }
    if (CAR_DATA.stream().anyMatch(this::given)) {
      return Optional.of("cardata");
    }
    return given("--region") || CONNECTED_DRIVE.stream().anyMatch(this::given)
        ? Optional.of("connecteddrive")
        : Optional.empty();
  }

  /** Complains about all that a script should have said, before anything is done. */
  void complain() {
    List<String> missing = new ArrayList<>();
    Optional<String> api = api();
    api.ifPresent(Missing::checkApi);
    if (api.isEmpty()) {
      missing.add("--api");
    } else {
      missing.addAll(api.get().equals("connecteddrive") ? CONNECTED_DRIVE : CAR_DATA);
    }
    missing.add("--slack-webhook");
    missing.removeIf(this::given);
    if (!missing.isEmpty()) {
      throw new Failure.BadConfig(
          "there is no terminal to ask questions in: give "
              + String.join(", ", missing)
              + (api.isPresent()
                  ? ""
                  : "; and for cardata "
                      + String.join(", ", CAR_DATA)
                      + ", for connecteddrive "
                      + String.join(", ", CONNECTED_DRIVE)));
    }
  }

  static void checkApi(String api) {
    if (!List.of("cardata", "connecteddrive").contains(api)) {
      throw new Failure.BadConfig("--api expected cardata or connecteddrive, not " + api);
    }
  }

  private boolean given(String option) {
    return Options.text(options, option).isPresent();
  }
}
