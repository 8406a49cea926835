package io.github.iremote.run;

import io.github.iremote.Failure;
import io.github.iremote.car.CarFiles;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.oauth.Token;
import io.github.iremote.vehicle.Answer;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.vehicle.VehicleApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks BMW about cars, several side by side: a run should not grow with every car. */
public final class Inquiry {
  /** So many answers of any size fit into the little memory there is. */
  private static final int ASKED_AT_ONCE = 2;

  private final VehicleApi api;
  private final CachedTokens tokens;
  private final CarFiles files;

  public Inquiry(VehicleApi api, CachedTokens tokens, CarFiles files) {
    this.api = api;
    this.tokens = tokens;
    this.files = files;
  }

  /** A car, what was saved of it, and what BMW says now: an answer, or why there is none. */
  record Asked(
      Vehicle car,
      Optional<CarFiles.Loaded> saved,
      Optional<Answer> answer,
      Optional<RuntimeException> failure) {}

  /** Asks about every car, a few of them before the answers about the first are taken. */
  Iterable<Asked> ask(List<Vehicle> cars) {
    Token token;
    try {
      token = tokens.current();
    } catch (RuntimeException e) {
      return cars.stream().map(car -> unasked(car, e)).toList();
    }
    if (cars.size() == 1) {
      return List.of(ask(cars.get(0), token)); // as most owners have it: no need for threads
    }
    List<List<Vehicle>> groups = new ArrayList<>();
    for (int from = 0; from < cars.size(); from += ASKED_AT_ONCE) {
      groups.add(cars.subList(from, Math.min(cars.size(), from + ASKED_AT_ONCE)));
    }
    return () -> groups.stream().flatMap(group -> atOnce(group, token).stream()).iterator();
  }

  private List<Asked> atOnce(List<Vehicle> cars, Token token) {
    List<Callable<Asked>> questions = new ArrayList<>();
    for (Vehicle car : cars) {
      questions.add(() -> ask(car, token));
    }
    ExecutorService threads = Executors.newFixedThreadPool(cars.size());
    try {
      List<Asked> answers = new ArrayList<>();
      for (Future<Asked> answer : threads.invokeAll(questions)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
  }

  private Asked unasked(Vehicle car, RuntimeException failure) {
    try {
      CarFiles.Loaded saved = files.load(car);
      return new Asked(car, Optional.of(saved), Optional.empty(), Optional.of(failure));
    } catch (RuntimeException e) {
      return new Asked(car, Optional.empty(), Optional.empty(), Optional.of(e));
    }
  }

  private Asked ask(Vehicle car, Token token) {
    Optional<CarFiles.Loaded> saved = Optional.empty();
    try {
      saved = Optional.of(files.load(car));
      Answer answer = status(car, token);
      return new Asked(car, saved, Optional.of(answer), Optional.empty());
    } catch (RuntimeException e) {
      return new Asked(car, saved, Optional.empty(), Optional.of(e));
    }
  }

  /** A token that BMW refuses is renewed once. */
  private Answer status(Vehicle car, Token token) {
    try {
      return api.status(token.accessToken(), car);
    } catch (Failure.TokenRejected e) {
      return api.status(tokens.insteadOf(token).accessToken(), car);
    }
  }
}
