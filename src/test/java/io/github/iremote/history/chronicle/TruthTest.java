package io.github.iremote.history.chronicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.iremote.Log;
import io.github.iremote.history.History;
import io.github.iremote.history.HistoryFolder;
import io.github.iremote.history.chronicle.SimulatedOwner.Truth;
import io.github.iremote.history.chronicle.SimulatedOwner.Voice;
import io.github.iremote.history.derived.Charge;
import io.github.iremote.history.derived.Derived;
import io.github.iremote.history.derived.Drive;
import io.github.iremote.history.derived.Energy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drives and charges as they are derived, against what simulated owners truly did. */
class TruthTest {
  @TempDir Path configs;

  @ParameterizedTest(name = "a car that tells {0}, looked at every {1} minutes, seed {2}")
  @CsvSource({
    "MOVING, 5, 1",
    "MOVING, 20, 2",
    "MOVING, 180, 3",
    "ODOMETER, 5, 4",
    "ODOMETER, 20, 5",
    "ODOMETER, 180, 6",
    "ONLY_STANDING, 5, 7",
    "ONLY_STANDING, 20, 8",
    "ONLY_STANDING, 180, 9",
  })
  void weeks_of_an_owner(Voice voice, int minutes, long seed) {
    SimulatedOwner owner = new SimulatedOwner(voice, 40, seed);
    Derived derived = watched(owner, minutes).between(Instant.EPOCH, now(owner));

    List<Truth> seenDrives = seen(owner.drives, owner, minutes);
    assertEquals(total(owner.drives), driven(derived), 1e-9, "no kilometre lost or doubled");
    boolean cutInTwo = voice == Voice.ODOMETER && minutes > 30; // by a look in its midst
    if (!cutInTwo) {
      drivesAgree(derived.drives(), owner.drives, seenDrives.size(), voice);
    }
    chargesAgree(derived.charges(), owner.charges);
  }

  @ParameterizedTest(name = "a car that tells {0}, looked at every {1} minutes, seed {2}")
  @CsvSource({"MOVING, 20, 11", "ODOMETER, 20, 12", "ONLY_STANDING, 20, 13"})
  void each_day_comes_to_the_same_from_the_lines_around_it(Voice voice, int minutes, long seed) {
    SimulatedOwner owner = new SimulatedOwner(voice, 40, seed);
    Chronicle chronicle = watched(owner, minutes);
    List<Drive> drives = new ArrayList<>();
    List<Charge> charges = new ArrayList<>();
    for (Instant day = owner.start; day.isBefore(now(owner)); day = day.plus(Duration.ofDays(1))) {
      Derived few = chronicle.nearby(day, day.plus(Duration.ofDays(1)));
      drives.addAll(few.drives());
      charges.addAll(few.charges());
    }

    Derived whole = chronicle.between(owner.start, now(owner));
    assertEquals(whole.drives(), drives);
    assertEquals(whole.charges(), charges);
  }

  private Chronicle watched(SimulatedOwner owner, int minutes) {
    HistoryFolder folder = new HistoryFolder(configs, new Log(0));
    owner.watched(
        new History(folder, List.of(), false, new Log(0)), Diary.VIN, Duration.ofMinutes(minutes));
    Chronicle.Terms terms =
        new Chronicle.Terms(ZoneOffset.UTC, Optional.empty(), Optional.of(SimulatedOwner.CAPACITY));
    return new Chronicle(folder, Diary.VIN, terms, now(owner));
  }

  private static Instant now(SimulatedOwner owner) {
    return owner.end.plus(Duration.ofHours(1));
  }

  /** What a poll could tell from the next. */
  private static List<Truth> seen(List<Truth> all, SimulatedOwner owner, int minutes) {
    long step = Duration.ofMinutes(minutes).toSeconds();
    return all.stream()
        .filter(
            truth -> {
              int next = all.indexOf(truth) + 1;
              Instant until = next < all.size() ? all.get(next).start() : owner.end;
              long look = (truth.end().getEpochSecond() + step - 1) / step * step;
              return look <= until.getEpochSecond();
            })
        .toList();
  }

  private static double total(List<Truth> drives) {
    return drives.stream().mapToDouble(Truth::kilometres).sum();
  }

  private static double driven(Derived derived) {
    return derived.drives().stream().mapToDouble(Drive::kilometres).sum();
  }

  /** Each that was found is one, or several that nobody could tell apart; none is left out. */
  private static void drivesAgree(List<Drive> found, List<Truth> truths, int seen, Voice voice) {
    assertTrue(found.size() >= seen, found.size() + " of " + seen + " seen");
    assertTrue(found.size() <= truths.size(), "none is invented");
    int next = 0;
    for (Drive drive : found) {
      double sum = 0;
      Instant first = truths.get(next).start();
      while (sum < drive.kilometres()) {
        sum += truths.get(next++).kilometres();
      }
      Truth last = truths.get(next - 1);
      assertEquals(sum, drive.kilometres(), "its distance is that of whole drives");
      assertTrue(
          Duration.between(last.end(), drive.end()).abs().toMinutes() <= 6,
          drive + " ended " + last.end());
      if (voice == Voice.MOVING && drive.start().isPresent()) {
        assertTrue(!drive.start().get().isBefore(first), drive + " began " + first);
      }
    }
  }

  private static void chargesAgree(List<Charge> found, List<Truth> truths) {
    assertEquals(truths.size(), found.size(), "charges found");
    for (int i = 0; i < found.size(); i++) {
      Charge charge = found.get(i);
      double energy = charge.energy().orElseThrow().kilowattHours();
      double error =
          charge.energy().get().found() == Energy.Found.POWER
              ? truths.get(i).energy() * 0.1
              : 2 * SimulatedOwner.CAPACITY / 100;
      assertEquals(truths.get(i).energy(), energy, error, charge.toString());
    }
  }
}
