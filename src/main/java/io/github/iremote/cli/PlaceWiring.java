package io.github.iremote.cli;

import io.github.iremote.command.CommandNotifier;
import io.github.iremote.config.CommandConfig;
import io.github.iremote.config.Config;
import io.github.iremote.config.EmailConfig;
import io.github.iremote.config.NtfyConfig;
import io.github.iremote.config.PlaceConfig;
import io.github.iremote.config.SlackBotConfig;
import io.github.iremote.config.SlackConfig;
import io.github.iremote.config.TelegramConfig;
import io.github.iremote.config.WebhookConfig;
import io.github.iremote.email.EmailNotifier;
import io.github.iremote.email.Mail;
import io.github.iremote.email.MailServer;
import io.github.iremote.http.JsonHttp;
import io.github.iremote.http.JsonHttp.Answer;
import io.github.iremote.message.Courier;
import io.github.iremote.message.LetterWording;
import io.github.iremote.message.Notifier;
import io.github.iremote.message.Notifiers;
import io.github.iremote.message.Place;
import io.github.iremote.message.Route;
import io.github.iremote.message.Wording;
import io.github.iremote.ntfy.NtfyNotifier;
import io.github.iremote.slack.SlackBot;
import io.github.iremote.slack.SlackMessage;
import io.github.iremote.slack.SlackNotifier;
import io.github.iremote.slack.SlackWebhook;
import io.github.iremote.telegram.TelegramNotifier;
import io.github.iremote.webhook.WebhookNotifier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The places where messages go, and the way to each. */
public final class PlaceWiring implements Notifiers {
  private final Config config;
  private final JsonHttp http;
  private final Surroundings here;

  PlaceWiring(Config config, JsonHttp http, Surroundings here) {
    this.config = config;
    this.http = http;
    this.here = here;
  }

  /** Every place. */
  public List<Place> all() {
    return all(config);
  }

  /** Every place of a configuration. */
  public static List<Place> all(Config config) {
    return config.messages().to().stream().map(PlaceWiring::place).toList();
  }

  private static Place place(PlaceConfig to) {
    Route route = new Route(to.events(), to.mute(), to.urgentOnly(), to.cars());
    return new Place(to.name(), route, to.quietHours());
  }

  @Override
  public Notifier to(Place place) {
    for (PlaceConfig to : config.messages().to()) {
      if (to.name().equals(place.name())) {
        return notifier(to, place.title());
      }
    }
    throw new IllegalArgumentException(place.name());
  }

  /** How messages are put into words. */
  public LetterWording letters() {
    return new LetterWording(Wording.of(config), config.location(), config.messages().places());
  }

  private Notifier notifier(PlaceConfig to, String title) {
    if (to.address() instanceof SlackConfig slack) {
      return new SlackNotifier(new SlackMessage(letters()), webhook(slack), here.clock());
    }
    if (to.address() instanceof SlackBotConfig bot) {
      return new SlackBot(
          courier(title, Answer::retryAfter),
          new SlackMessage(letters()),
          title,
          bot.server(),
          bot.botToken(),
          bot.channel(),
          here.clock());
    }
    if (to.address() instanceof EmailConfig email) {
      return new EmailNotifier(
          new MailServer(title, email, config.timeout()),
          new Mail.Addresses(email.from(), email.to()),
          letters(),
          here.clock());
    }
    if (to.address() instanceof CommandConfig command) {
      return new CommandNotifier(title, command.argv(), letters(), config.timeout(), here.clock());
    }
    return webNotifier(to, title);
  }

  private Notifier webNotifier(PlaceConfig to, String title) {
    if (to.address() instanceof NtfyConfig ntfy) {
      return new NtfyNotifier(
          courier(title, Answer::retryAfter),
          letters(),
          ntfy.server(),
          ntfy.topic(),
          ntfy.token(),
          here.clock());
    }
    if (to.address() instanceof TelegramConfig telegram) {
      return new TelegramNotifier(
          courier(title, TelegramNotifier::wait),
          letters(),
          telegram.server(),
          telegram.botToken(),
          telegram.chatId(),
          here.clock());
    }
    WebhookConfig webhook = (WebhookConfig) to.address();
    return new WebhookNotifier(
        courier(title, Answer::retryAfter),
        letters(),
        webhook.url(),
        webhook.headers(),
        here.clock());
  }

  private Courier courier(String title, Function<Answer, Optional<Duration>> wait) {
    return new Courier(http, title, wait, here.clock(), here.sleeper());
  }

  private SlackWebhook webhook(SlackConfig slack) {
    return new SlackWebhook(
        http,
        slack.webhookUrl(),
        new SlackWebhook.Sender(slack.channel(), slack.username(), slack.icon()),
        here.clock(),
        here.sleeper());
  }
}
