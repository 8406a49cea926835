package io.github.iremote.bmw.cardata;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A machine that does its worst to the quota, for years: cron every minute wants a call every time,
 * the clock is set forwards and back, runs are killed, calls fail, the owner spends the reserve,
 * the machine is off. BMW's ledger is kept in true time.
 */
public final class QuotaSimulation {
  private static final int DAILY_CALLS = 50;
  private static final int MINUTES_A_DAY = 24 * 60;
  private static final Duration TOKEN_LIFE = Duration.ofHours(1);

  private final SplittableRandom random;
  private final List<Instant> ledger = new ArrayList<>();
  private final long start = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
  private Quota saved = Quota.unused(DAILY_CALLS);
  private Instant tokenEnds = Instant.MIN;
  private Instant tokenTrulyEnds = Instant.MIN;
  private long clockWrong;
  private int offFor;
  private int outage;
  private int clocksSet;

  public QuotaSimulation(long seed) {
    random = new SplittableRandom(seed);
  }

  public QuotaSimulation run(int days) {
    for (int minute = 0; minute < days * MINUTES_A_DAY; minute++) {
      Instant truth = Instant.ofEpochSecond(start + 60L * minute + random.nextInt(0, 50));
      misfortune();
      if (offFor > 0) {
        offFor--;
      } else {
        int who = random.nextInt(MINUTES_A_DAY);
        attempt(truth, purpose(who));
      }
    }
    return this;
  }

  public int daysOver() {
    return Ledger.daysOver(ledger, DAILY_CALLS);
  }

  public int calls() {
    return ledger.size();
  }

  public int clocksSet() {
    return clocksSet;
  }

  private void misfortune() {
    int fate = random.nextInt(20 * MINUTES_A_DAY); // each number comes once in twenty days
    if (fate < 4) {
      clocksSet++;
      clockWrong = List.of(3600L, -3600L, random.nextLong(-500, 500), years()).get(fate);
    } else if (fate < 8) {
      clocksSet += clockWrong == 0 ? 0 : 1;
      clockWrong = 0;
    } else if (fate < 14) {
      offFor = random.nextInt(2 * MINUTES_A_DAY);
    } else if (fate < 18) {
      outage = random.nextInt(300);
    }
    outage = Math.max(0, outage - 1);
  }

  /** A machine without a battery for its clock wakes up anywhere. */
  private long years() {
    return random.nextLong(-700, 700) * 3600 * (random.nextBoolean() ? 24 : 1);
  }

  /** One run of the program: what it does not save, the next does not know. */
  private static Purpose purpose(int who) {
    if (who < 14) {
      return who < 4 ? Purpose.PERSON : Purpose.SPARE;
    }
    return who % 2 == 0 ? Purpose.IN_USE : Purpose.POLL;
  }

  private void attempt(Instant truth, Purpose purpose) {
    Instant now = truth.plusSeconds(clockWrong);
    saved = saved.at(now);
    if (!saved.allows(purpose, now)) {
      return;
    }
    if (!now.isBefore(tokenEnds)) {
      if (outage > 0 || random.nextInt(20) == 0) {
        return;
      }
      tokenEnds = now.plus(TOKEN_LIFE);
      tokenTrulyEnds = truth.plus(TOKEN_LIFE);
      saved = saved.answered(truth, now);
      if (!saved.allows(purpose, now)) {
        return;
      }
    }
    call(purpose, truth, now);
  }

  private void call(Purpose purpose, Instant truth, Instant now) {
    saved = purpose == Purpose.SPARE ? saved.spared(now) : saved.called(now);
    Instant arrives = truth.plusSeconds(random.nextInt(0, 10));
    if (outage > 0) {
      return;
    }
    ledger.add(arrives);
    if (random.nextInt(20) > 0) {
      saved =
          saved.answered(arrives, now.plusSeconds(Duration.between(truth, arrives).toSeconds()));
      if (!truth.isBefore(tokenTrulyEnds)) {
        tokenEnds = Instant.MIN; // refused with 401, whatever our clock makes of it
      }
      if (random.nextInt(500) == 0) {
        Optional<Duration> retryAfter = Optional.of(Duration.ofSeconds(random.nextInt(100_000)));
        saved = saved.closed(random.nextBoolean() ? retryAfter : Optional.empty(), now);
      }
    }
  }

  /** Arguments: days, seed. */
  public static void main(String[] args) {
    int days = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    QuotaSimulation simulation = new QuotaSimulation(seed).run(days);
    System.out.printf(
        "%,d days, cron every minute, clock set %,d times: %,d calls, %.1f a day, %d days over%n",
        days,
        simulation.clocksSet(),
        simulation.calls(),
        (double) simulation.calls() / days,
        simulation.daysOver());
  }
}
