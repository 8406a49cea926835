package io.github.iremote.cli.watch;

import io.github.iremote.Failure;
import io.github.iremote.bmw.Push;
import io.github.iremote.car.SavedCar;
import io.github.iremote.car.Take;
import io.github.iremote.cli.Wiring;
import io.github.iremote.cli.pictures.PictureProcess;
import io.github.iremote.event.EventName;
import io.github.iremote.json.Section;
import io.github.iremote.message.Illustration;
import io.github.iremote.message.Wording;
import io.github.iremote.message.delivery.Delivery;
import io.github.iremote.oauth.CachedTokens;
import io.github.iremote.run.OwnNews;
import io.github.iremote.run.RunLock;
import io.github.iremote.run.StatusRun;
import io.github.iremote.run.Telling;
import io.github.iremote.vehicle.Vehicle;
import io.github.iremote.watch.Memory;
import io.github.iremote.watch.Office;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code watch} works with, wired anew for each turn: others write the files, too. */
final class WatchOffice implements Office {
  private final Wiring wiring;
  private final Push push;

  WatchOffice(Wiring wiring, Push push) {
    this.wiring = wiring;
    this.push = push;
  }

  @Override
  public Optional<Turn> turn() {
    return RunLock.tryAcquire(wiring.configs).map(this::turn);
  }

  private Turn turn(RunLock lock) {
    try {
      return new OneTurn(lock, wiring.readAgain());
    } catch (RuntimeException e) {
      lock.close(); // or there would never be another turn
      throw e;
    }
  }

  private final class OneTurn implements Turn {
    private final RunLock lock;
    private final Wiring fresh;
    private final Delivery delivery;
    private final Take take;
    private final Telling telling;
    private final List<Illustration> illustrations = new ArrayList<>();

    OneTurn(RunLock lock, Wiring fresh) {
      this.lock = lock;
      this.fresh = fresh;
      this.delivery = fresh.runs.delivery(false);
      this.take = fresh.runs.take(delivery);
      this.telling = fresh.runs.telling(take, delivery);
    }

    @Override
    public List<Vehicle> cars() {
      return fresh.garage.cars(Optional.empty());
    }

    @Override
    public Take take() {
      return take;
    }

    @Override
    public Telling telling() {
      return telling;
    }

    @Override
    public Push push() {
      return push;
    }

    @Override
    public CachedTokens tokens() {
      return fresh.tokens;
    }

    @Override
    public Section<Memory> memory() {
      return Memory.in(fresh.remembered.sections);
    }

    @Override
    public int pollsLeft() {
      return fresh.source.pollsLeft();
    }

    @Override
    public StatusRun.Report round(Asking asking) {
      AskedCars cars = new AskedCars(fresh.source.schedule(false).orElseThrow(), asking);
      StatusRun.Report report =
          fresh.runs.statusRun(Optional.of(cars), delivery, false).run(Optional.empty());
      illustrations.addAll(report.illustrations());
      return report;
    }

    @Override
    public List<RuntimeException> late() {
      List<RuntimeException> failures = new ArrayList<>(telling.tellLate());
      failures.addAll(delivery.failures());
      return failures;
    }

    @Override
    public void announce(EventName name, String sentence) {
      news().say(name, sentence);
    }

    @Override
    public void loginNeeded(Failure.LoginRequired failure) {
      news().loginNeeded(failure);
    }

    private OwnNews news() {
      return new OwnNews(
          fresh.config.mute(),
          fresh.remembered.runFile,
          delivery,
          Wording.of(fresh.config).phrases(),
          fresh.here.clock());
    }

    @Override
    public void ping(List<RuntimeException> failures) {
      boolean troubled = fresh.trouble().told().contains(EventName.TROUBLE);
      fresh.healthcheck().ping(failures, troubled);
    }

    @Override
    public SavedCar saved(Vehicle car) {
      return take.load(car).car();
    }

    /** Pictures are drawn by another process, which this one does not wait for. */
    @Override
    public void close() {
      lock.close();
      illustrations.addAll(delivery.illustrations());
      if (!illustrations.isEmpty()) {
        Thread pictures =
            new Thread(() -> new PictureProcess(fresh).run(illustrations), "pictures");
        pictures.setDaemon(true);
        pictures.start();
      }
    }
  }
}
