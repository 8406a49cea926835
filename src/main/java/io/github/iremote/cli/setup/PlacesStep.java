package io.github.iremote.cli.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.Failure;
import io.github.iremote.cli.Options;
import io.github.iremote.cli.Surroundings;
import io.github.iremote.cli.Wiring;
import io.github.iremote.cli.check.PlaceChecks;
import io.github.iremote.cli.setup.Questions.Choice;
import io.github.iremote.message.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.ParseResult;

/** Where messages go: a numbered list until that is all, and each place is tried. */
record PlacesStep(
    Questions ask, ParseResult options, Surroundings here, Function<ObjectNode, Wiring> wiring) {
  private static final Choice YET = new Choice("nowhere", "yet");
  private static final Choice ELSE = new Choice("nowhere", "else; that is all");

  /** Adds {@code slack} and {@code notify} to the configuration, unless its owner puts that off. */
  void add(ObjectNode config) {
    config.remove(List.of("slack", "notify"));
    if (!here.terminal() || Options.text(options, "--slack-webhook").isPresent()) {
      ask.until(() -> take("slack", config));
      return;
    }
    boolean[] more = {true};
    while (more[0]) {
      ask.until(() -> more[0] = one(config));
    }
  }

  private boolean one(ObjectNode config) {
    int before = (config.has("slack") ? 1 : 0) + config.path("notify").size();
    String question = before == 0 ? "\nWhere should messages go?" : "\nWhere else?";
    List<Choice> choices = new ArrayList<>(PlaceEntry.KINDS);
    choices.add(before == 0 ? choices.size() : 0, before == 0 ? YET : ELSE);
    String kind = ask.choice("--notify-" + before, question, choices);
    if (kind.equals(YET.word())) {
      return false;
    }
    take(kind, config);
    return true;
  }

  private void take(String kind, ObjectNode config) {
    ObjectNode tried = config.deepCopy();
    new PlaceEntry(ask).add(kind, tried);
    Wiring wired = wiring.apply(tried);
    List<Place> places = wired.places().all();
    Place place = kind.equals("slack") && !config.has("slack") ? places.get(0) : last(places);
    PlaceChecks checks = new PlaceChecks(wired);
    checks
        .mistake(place)
        .ifPresent(
            mistake -> {
              throw new Failure.BadConfig(mistake);
            });
    if (ask.yes("--post", "--no-post", "Send a test message there")) {
      here.out().println(place.title() + ": " + checks.post(place) + ".");
    }
    config.setAll(tried);
  }

  private static Place last(List<Place> places) {
    return places.get(places.size() - 1);
  }
}
