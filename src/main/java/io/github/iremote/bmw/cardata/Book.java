package io.github.iremote.bmw.cardata;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Failure;
import io.github.iremote.json.Section;
import io.github.iremote.json.Sections;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The book of calls: what CarData makes us remember from run to run, and our container with it. */
public final class Book {
  /** An answer's date comes in whole seconds, and late: less than this is no news of the clock. */
  private static final Duration SAME_CLOCK = Duration.ofSeconds(30);

  private final Section<Entries> entries;
  private final Purpose purpose;
  private final Supplier<ZoneId> zone;
  private final InstantSource clock;

  /**
   * @param purpose who makes the calls of this run
   * @param zone for times in sentences
   */
  public Book(
      Sections runFile,
      int dailyCalls,
      Purpose purpose,
      Supplier<ZoneId> zone,
      InstantSource clock) {
    this.entries =
        runFile.section("cardata", json -> Entries.fromJson(json, dailyCalls), Entries::toJson);
    this.purpose = purpose;
    this.zone = zone;
    this.clock = clock;
  }

  /** What the book says of the quota. */
  public Quota quota() {
    return entries.get().quota();
  }

  /** The id of our container, as far as one is remembered. */
  public Optional<String> containerId() {
    return Optional.of(container().path("id").asText()).filter(id -> !id.isEmpty());
  }

  /**
   * Counts a call that is about to be sent; it is on disk when this returns.
   *
   * @throws Failure.NoCallLeft if the quota leaves no call
   */
  void count() {
    Instant now = clock.instant();
    update(
        quota -> {
          if (!quota.allows(purpose, now)) {
            throw spent(quota, now);
          }
          return purpose == Purpose.SPARE ? quota.spared(now) : quota.called(now);
        });
  }

  private Failure spent(Quota quota, Instant now) {
    return new Failure.NoCallLeft(
        "CarData's daily quota is spent ("
            + quota.usedLast24Hours(now)
            + " of "
            + quota.dailyCalls()
            + " calls in 24 hours); the next call is possible at "
            + time(quota.nextAllowed(purpose, now), now));
  }

  private String time(Instant time, Instant now) {
    ZonedDateTime local = time.atZone(zone.get());
    boolean today = local.toLocalDate().equals(now.atZone(local.getZone()).toLocalDate());
    String pattern = today ? "HH:mm" : "HH:mm, d MMM yyyy";
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(local);
  }

  /**
   * An answer has come.
   *
   * @param date the time by BMW's clock, where the answer tells it
   */
  void answered(Optional<Instant> date) {
    Instant now = clock.instant();
    update(
        quota -> {
          Instant expected = now.plus(quota.behind());
          boolean news =
              date.filter(time -> Duration.between(expected, time).abs().compareTo(SAME_CLOCK) > 0)
                  .isPresent();
          Quota after = quota.answered(news ? date.get() : expected, now);
          boolean forgets =
              after.calls().size() < quota.calls().size()
                  || after.spared().size() < quota.spared().size();
          return news || forgets ? after : quota;
        });
  }

  /**
   * BMW says that the quota is spent.
   *
   * @param retryAfter for how long, where BMW tells it
   */
  void closed(Optional<Duration> retryAfter) {
    update(quota -> quota.closed(retryAfter, clock.instant()));
  }

  /** What {@link #keep} was given last; a missing node if nothing was. */
  JsonNode container() {
    return entries.get().container();
  }

  /** Remembers our container; it is on disk when this returns. */
  void keep(JsonNode container) {
    entries.update(known -> new Entries(known.quota(), container));
  }

  private void update(UnaryOperator<Quota> change) {
    entries.update(known -> new Entries(change.apply(known.quota()), known.container()));
  }
}
