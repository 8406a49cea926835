package io.github.iremote.cli.check;

import io.github.iremote.Failure;
import io.github.iremote.cli.Wiring;
import io.github.iremote.config.Config;
import io.github.iremote.config.PlaceConfig;
import io.github.iremote.config.SlackConfig;
import io.github.iremote.message.Letter;
import io.github.iremote.message.Message;
import io.github.iremote.message.Notifier;
import io.github.iremote.message.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The part of {@code check} that goes through the places where messages go. */
public final class PlaceChecks {
  private final Wiring wiring;

  public PlaceChecks(Wiring wiring) {
    this.wiring = wiring;
  }

  /** The places in a few words. */
  static String summary(Config config) {
    String names =
        config.messages().to().stream().map(to -> to.name()).collect(Collectors.joining(", "));
    return names.isEmpty() ? "no place for messages" : "messages to " + names;
  }

  /**
   * Looks at every place.
   *
   * @param post whether each is sent a test message
   */
  void run(Findings findings, boolean post) {
    List<Place> places = wiring.places().all();
    if (places.isEmpty()) {
      findings.look("messages", PlaceChecks::nowhere);
    }
    for (Place place : places) {
      if (mistaken(place, findings)) {
        continue;
      }
      if (post) {
        findings.look(place.title(), () -> post(place));
      } else {
        probe(place, findings);
      }
    }
  }

  /** Says what is wrong with an address that looks like another page of Slack's. */
  private boolean mistaken(Place place, Findings findings) {
    Optional<String> mistake = mistake(place);
    mistake.ifPresent(
        sentence ->
            findings.look(
                place.title(),
                () -> {
                  throw new Failure.BadConfig(sentence);
                }));
    return mistake.isPresent();
  }

  /** What is wrong with the address of a place. */
  public Optional<String> mistake(Place place) {
    for (PlaceConfig to : wiring.config.messages().to()) {
      if (to.name().equals(place.name()) && to.address() instanceof SlackConfig slack) {
        return WebhookAddress.mistake(slack.webhookUrl());
      }
    }
    return Optional.empty();
  }

  private static String nowhere() {
    throw new Failure.BadConfig(
        "there is no place for messages: give slack.webhookUrl or notify in config.json");
  }

  private void probe(Place place, Findings findings) {
    findings.find(
        place.title(),
        () -> wiring.places().to(place).probe(),
        found ->
            found.orElse("only a message shows whether it takes one")
                + "; to see a message arrive: iremote check --post");
  }

  /** Sends a test message; says that it has been sent. */
  public String post(Place place) {
    Letter letter = Letter.of(place.name(), Message.trial(wiring.here.clock().instant()));
    try {
      wiring.places().to(place).send(letter);
      return "a test message has been posted";
    } catch (Notifier.Refused e) {
      throw new Failure.PlaceUnavailable(
          place.title() + " refuses a test message (" + e.getMessage() + "): check config.json");
    }
  }
}
