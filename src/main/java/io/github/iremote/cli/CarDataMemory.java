package io.github.iremote.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.iremote.Failure;
import io.github.iremote.bmw.cardata.Memory;
import io.github.iremote.message.Wording;
import io.github.iremote.poll.Purpose;
import io.github.iremote.poll.Quota;
import io.github.iremote.poll.Rations;
import io.github.iremote.run.RunFile;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes into {@code run.json} what CarData makes us remember. */
final class CarDataMemory implements Memory {
  /** An answer's date comes in whole seconds, and late: less than this is no news of the clock. */
  private static final Duration SAME_CLOCK = Duration.ofSeconds(30);

  private final RunFile runFile;
  private final int dailyCalls;
  private final Purpose purpose;
  private final Wording wording;
  private final InstantSource clock;

  CarDataMemory(
      RunFile runFile, int dailyCalls, Purpose purpose, Wording wording, InstantSource clock) {
    this.runFile = runFile;
    this.dailyCalls = dailyCalls;
    this.purpose = purpose;
    this.wording = wording;
    this.clock = clock;
  }

  @Override
  public void count() {
    Instant now = clock.instant();
    update(
        quota -> {
          if (!quota.allows(purpose, now)) {
            throw spent(quota, now);
          }
          return quota.called(now);
        });
  }

  private Failure spent(Quota quota, Instant now) {
    return new Failure.BmwUnavailable(
        "CarData's daily quota is spent ("
            + quota.usedLast24Hours(now)
            + " of "
            + dailyCalls
            + " calls in 24 hours); the next call is possible at "
            + wording.time(quota.nextAllowed(purpose, now), now));
  }

  @Override
  public void answered(Optional<Instant> date) {
    Instant now = clock.instant();
    update(
        quota -> {
          Instant expected = now.plus(quota.behind());
          boolean news =
              date.filter(time -> Duration.between(expected, time).abs().compareTo(SAME_CLOCK) > 0)
                  .isPresent();
          Quota after = quota.answered(news ? date.get() : expected, now);
          boolean forgets = after.calls().size() < quota.calls().size();
          return news || forgets ? after : quota;
        });
  }

  @Override
  public void closed(Optional<Duration> retryAfter) {
    update(quota -> quota.closed(retryAfter, clock.instant()));
  }

  @Override
  public JsonNode container() {
    return runFile.state().rations().container();
  }

  @Override
  public void keep(JsonNode container) {
    runFile.update(state -> state.with(state.rations().withContainer(container)));
  }

  private void update(UnaryOperator<Quota> change) {
    runFile.update(
        state -> {
          Rations rations = state.rations();
          return state.with(rations.with(change.apply(rations.quota(dailyCalls))));
        });
  }
}
