package io.github.iremote.pace;

import io.github.iremote.vehicle.Answer;
import io.github.iremote.vehicle.Vehicle;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/**
 * What a program of the simulation has around it.
 *
 * @param configs its folder
 * @param cars the account's cars, and what BMW's copy shows of them
 * @param bmw answers a poll, which is a call
 * @param callsOfADay the calls of the last day, and a little more
 * @param machineOn at which times anything runs
 */
record World(
    Path configs,
    List<Watched> cars,
    Function<Vehicle, Answer> bmw,
    IntSupplier callsOfADay,
    Predicate<Instant> machineOn,
    InstantSource clock,
    SplittableRandom random) {

  List<Vehicle> vehicles() {
    return cars.stream().map(Watched::vehicle).toList();
  }
}
