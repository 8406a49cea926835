package io.github.iremote.pace;

import io.github.iremote.event.EventName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Prints how late our plan and the plain one tell of events. Started by {@code scripts/pace}. */
final class PaceFigures {
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final int QUOTA = 50;

  /** Doors stand open for seconds, and nobody unlocks a car to leave it: what remains, lasts. */
  private static final Set<EventName> LASTING =
      EnumSet.complementOf(EnumSet.of(EventName.OPENED, EventName.CLOSED, EventName.UNLOCKED));

  private final int cars;
  private final long seed;

  private PaceFigures(int cars, long seed) {
    this.cars = cars;
    this.seed = seed;
  }

  /** Arguments: cars of each kind, first seed. */
  public static void main(String[] args) {
    int cars = args.length > 0 ? Integer.parseInt(args[0]) : 15;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
    PaceFigures figures = new PaceFigures(cars, seed);
    System.out.println("Minutes from an event in the car to its message; seed " + seed);
    System.out.println();
    System.out.println(Figures.HEADER);
    Figures plain = figures.kinds(Plan.PLAIN);
    figures.kinds(Plan.OURS);
    System.out.println(figures.all(Plan.ROUTINE).row("all: " + Plan.ROUTINE.title));
    System.out.println(figures.all(Plan.LIVELY).row("all: " + Plan.LIVELY.title));
    figures.variations();
    events(plain, figures.all(Plan.OURS));
  }

  private Figures kinds(Plan plan) {
    Figures all = new Figures();
    for (Routine.Kind kind : Routine.Kind.values()) {
      Figures one = run(plan, List.of(kind), QUOTA, FIVE_MINUTES);
      System.out.println(one.row(kind + ": " + plan.title));
      all.add(one);
    }
    System.out.println(all.row("ALL: " + plan.title));
    System.out.println(all.only(LASTING).row("ALL, lasting states only: " + plan.title));
    System.out.println();
    return all;
  }

  private Figures all(Plan plan) {
    return all(plan, QUOTA, FIVE_MINUTES);
  }

  private Figures all(Plan plan, int quota, Duration cron) {
    Figures all = new Figures();
    for (Routine.Kind kind : Routine.Kind.values()) {
      all.add(run(plan, List.of(kind), quota, cron));
    }
    return all;
  }

  private Figures run(Plan plan, List<Routine.Kind> account, int quota, Duration cron) {
    Figures figures = new Figures();
    for (int i = 0; i < cars; i++) {
      long own = seed * 1_000_003 + 1009L * account.get(0).ordinal() + i;
      figures.add(new PaceSimulation(plan, quota, cron).run(account, own));
    }
    return figures;
  }

  private void variations() {
    System.out.println();
    for (Plan plan : List.of(Plan.PLAIN, Plan.OURS)) {
      print("cron every minute", plan, all(plan, QUOTA, Duration.ofMinutes(1)));
      print("cron every 30 minutes", plan, all(plan, QUOTA, Duration.ofMinutes(30)));
      print("20 calls a day", plan, all(plan, 20, FIVE_MINUTES));
      print("100 calls a day", plan, all(plan, 100, FIVE_MINUTES));
      List<Routine.Kind> two = List.of(Routine.Kind.COMMUTER, Routine.Kind.WEEKEND_DRIVER);
      print("two cars", plan, run(plan, two, QUOTA, FIVE_MINUTES));
      List<Routine.Kind> three = new ArrayList<>(two);
      three.add(Routine.Kind.HOLIDAY);
      print("three cars", plan, run(plan, three, QUOTA, FIVE_MINUTES));
    }
  }

  private static void print(String title, Plan plan, Figures figures) {
    System.out.println(figures.row(title + ": " + plan.title));
  }

  private static void events(Figures plain, Figures ours) {
    String columns = String.format("%7s %7s %7s %10s", "events", "median", "p90", "not seen");
    System.out.printf("%n%-19s%s  |%s%n", "plain | ours", columns, columns);
    for (EventName name : EventName.values()) {
      if (plain.count(name) > 0) {
        System.out.printf("%-19s%s  |%s%n", name, plain.row(name), ours.row(name));
      }
    }
  }
}
