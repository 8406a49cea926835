package io.github.iremote.history.chronicle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.iremote.Log;
import io.github.iremote.event.Event;
import io.github.iremote.event.EventName;
import io.github.iremote.event.Notes;
import io.github.iremote.history.History;
import io.github.iremote.history.HistoryFolder;
import io.github.iremote.history.Line;
import io.github.iremote.history.derived.Charge;
import io.github.iremote.history.derived.Derived;
import io.github.iremote.history.derived.Drive;
import io.github.iremote.history.derived.Tariff;
import io.github.iremote.vehicle.ChargingState;
import io.github.iremote.vehicle.Distance;
import io.github.iremote.vehicle.Known;
import io.github.iremote.vehicle.LockState;
import io.github.iremote.vehicle.PlugState;
import io.github.iremote.vehicle.Reading;
import io.github.iremote.vehicle.Report;
import io.github.iremote.vehicle.Sample;
import io.github.iremote.vehicle.Samples;
import io.github.iremote.vehicle.Signal;
import io.github.iremote.vehicle.VehicleStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A car whose story a test tells, and the history that comes of it. */
public final class Diary {
  public static final String VIN = "WBY1Z4C50EV000123";
  static final ZoneId ZONE = ZoneOffset.UTC;

  final HistoryFolder folder;
  private final History history;
  private VehicleStatus status = VehicleStatus.UNKNOWN;
  private Samples samples = Samples.NONE;
  public Optional<Tariff> tariff = Optional.empty();
  public Optional<Double> capacity = Optional.empty();
  public String day = "2026-11-24";
  private Optional<Instant> lastLook = Optional.empty();

  public Diary(Path configs) {
    this.folder = new HistoryFolder(configs, new Log(0));
    this.history = new History(folder, List.of("vehicle.extra"), false, new Log(0));
  }

  /** That of a car that stands locked and unplugged as the day begins. */
  static Diary ofACarThatStands(Path configs) {
    return new Diary(configs)
        .says("00:00", Signal.LOCK, LockState.SECURED)
        .says("00:00", Signal.PLUG, PlugState.DISCONNECTED)
        .says("00:00", Signal.CHARGING, ChargingState.NOT_CHARGING)
        .odometer("00:00", 1000)
        .battery("00:00", 80);
  }

  public Instant time(String time) {
    return Instant.parse((time.length() > 5 ? time : day + "T" + time) + ":00Z");
  }

  /** One thing the car says at a time of the day, heard at once. */
  public <T> Diary says(String time, Signal<T> signal, T value) {
    Instant at = time(time);
    Known before = known();
    Report report = new Report(status, at);
    report.add(signal, value, Optional.of(at));
    status = report.status();
    history.append(VIN, lastLook, before, Notes.NONE, known(), List.of(), at);
    lastLook = Optional.empty();
    return this;
  }

  /** Until the car next says something nobody has looked at it since that time. */
  Diary unseenSince(String time) {
    lastLook = Optional.of(time(time));
    return this;
  }

  private Known known() {
    return new Known(status, samples);
  }

  /** One raw value of a key that the owner has asked for. */
  public Diary extra(String time, String value) {
    Known before = known();
    samples =
        samples.with("vehicle.extra", new Sample(value, Optional.of("W"), Optional.of(time(time))));
    history.append(VIN, before, Notes.NONE, known(), List.of(), time(time));
    return this;
  }

  public Diary odometer(String time, double kilometres) {
    return says(time, Signal.ODOMETER, Distance.ofKilometres(kilometres));
  }

  public Diary battery(String time, double percent) {
    return says(time, Signal.STATE_OF_CHARGE, percent);
  }

  /** Events that were noticed, with nothing new in the readings. */
  public Diary happens(String time, EventName... names) {
    List<Event> events = Arrays.stream(names).map(Event::of).toList();
    history.append(VIN, known(), Notes.NONE, known(), events, time(time));
    return this;
  }

  public Chronicle chronicle(String now) {
    return new Chronicle(folder, VIN, new Chronicle.Terms(ZONE, tariff, capacity), time(now));
  }

  /** What the days up to now come to. */
  public Derived derived(String now) {
    return chronicle(now).between(Instant.EPOCH, time(now));
  }

  Drive onlyDrive(String now) {
    List<Drive> drives = derived(now).drives();
    assertEquals(1, drives.size(), drives.toString());
    return drives.get(0);
  }

  Charge onlyCharge(String now) {
    List<Charge> charges = derived(now).charges();
    assertEquals(1, charges.size(), charges.toString());
    return charges.get(0);
  }

  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    folder.read(VIN, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), lines::add);
    return lines;
  }

  VehicleStatus status() {
    return status;
  }

  <T> Reading<T> reading(Signal<T> signal) {
    return status.reading(signal).orElseThrow();
  }
}
