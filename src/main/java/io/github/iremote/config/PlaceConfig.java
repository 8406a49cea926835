package io.github.iremote.config;

import io.github.iremote.config.section.Section;
import io.github.iremote.event.EventName;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A place for messages: {@code slack}, or an entry of {@code notify}.
 *
 * @param name what it is called; its kind, if it has no name
 * @param events the only ones told there; empty for all
 * @param mute those not told there
 * @param cars the names or VINs of the only cars told of there; empty for all
 */
public record PlaceConfig(
    String name,
    Address address,
    Set<EventName> events,
    Set<EventName> mute,
    boolean urgentOnly,
    List<String> cars,
    Optional<QuietHours> quietHours) {
  private static final List<String> KINDS =
      List.of("slack", "ntfy", "telegram", "email", "webhook", "command");

  /** The place of {@code slack}, where everything is told. */
  static PlaceConfig of(SlackConfig slack, Optional<QuietHours> quiet) {
    return new PlaceConfig("slack", slack, Set.of(), Set.of(), false, List.of(), quiet);
  }

  /**
   * @param quiet the hours that are quiet everywhere, where the entry does not say
   */
  static PlaceConfig from(Section entry, Optional<QuietHours> quiet, Supplier<ZoneId> zone) {
    List<String> keys = new ArrayList<>(KINDS);
    keys.addAll(List.of("name", "events", "mute", "urgentOnly", "cars", "quietHours"));
    entry.only(keys.toArray(new String[0]));
    List<String> kinds = KINDS.stream().filter(entry::has).toList();
    entry.require(
        kinds.size() == 1,
        kinds.isEmpty() ? "slack" : kinds.get(kinds.size() - 1),
        (kinds.isEmpty() ? "is missing: " : "is one too many: ")
            + "expected exactly one of "
            + String.join(", ", KINDS));
    return new PlaceConfig(
        name(entry, kinds.get(0)),
        address(entry, kinds.get(0)),
        EventNames.in(entry, "events"),
        EventNames.in(entry, "mute"),
        entry.flag("urgentOnly"),
        entry.strings("cars"),
        entry.section("quietHours").map(hours -> QuietHours.from(hours, zone)).or(() -> quiet));
  }

  private static String name(Section entry, String kind) {
    String name = entry.string("name").orElse(kind).trim();
    entry.require(name.length() <= 40, "name", "expected at most 40 characters");
    return name;
  }

  private static Address address(Section entry, String kind) {
    if (kind.equals("command")) {
      return CommandConfig.from(entry);
    }
    Section address = entry.section(kind).orElseThrow();
    return switch (kind) {
      case "slack" ->
          address.has("botToken") ? SlackBotConfig.from(address) : SlackConfig.from(address);
      case "ntfy" -> NtfyConfig.from(address);
      case "telegram" -> TelegramConfig.from(address);
      case "email" -> EmailConfig.from(address);
      default -> WebhookConfig.from(address);
    };
  }
}
