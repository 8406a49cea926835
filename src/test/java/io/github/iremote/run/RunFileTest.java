package io.github.iremote.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.Log;
import io.github.iremote.vehicle.Vehicle;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {
  @TempDir Path configs;

  private RunFile file() {
    return new RunFile(RunFile.open(configs, InstantSource.fixed(Instant.EPOCH), new Log(0)));
  }

  @Test
  void what_another_run_wrote_before_this_one_got_the_lock_is_not_lost() {
    RunFile waitsForTheLock = file();
    List<Vehicle> cars = List.of(new Vehicle("WBY1Z4C50EV000123", "i3"));
    file().update(state -> state.withVehicles(cars));

    waitsForTheLock.update(state -> state.withTrouble(Trouble.NONE));

    assertEquals(cars, waitsForTheLock.state().vehicles());
    assertEquals(cars, file().state().vehicles());
  }
}
