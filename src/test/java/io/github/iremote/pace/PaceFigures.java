package io.github.iremote.pace;

import io.github.iremote.event.EventName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Prints how late the program tells of what lasts, beside plain plans and one that knows the
 * future. Started by {@code scripts/pace}.
 */
final class PaceFigures {
  /** Which owners share an account, by their place in {@link Owner#ALL}. */
  private static final List<List<Integer>> SHARED =
      List.of(
          List.of(0, 6),
          List.of(3, 10),
          List.of(12, 8),
          List.of(9, 1),
          List.of(7, 13),
          List.of(0, 6, 10),
          List.of(3, 12, 9),
          List.of(7, 1, 4),
          List.of(2, 8, 14),
          List.of(11, 5, 13));

  private final int days;
  private final List<Long> seeds = new ArrayList<>();
  private final List<Strategy> strategies;

  private PaceFigures(int days, long seed, int count, List<Strategy> strategies) {
    this.days = days;
    this.strategies = strategies;
    for (int i = 0; i < count; i++) {
      seeds.add(seed + 7919L * i);
    }
  }

  /**
   * Options: {@code --owner NAME[,NAME…]}, {@code --seed N}, {@code --seeds N}, {@code --days N}.
   */
  public static void main(String[] args) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    List<Strategy> strategies =
        options.containsKey("--only")
            ? Stream.of(options.get("--only").split(",")).map(Strategy::valueOf).toList()
            : Stream.of(Strategy.values()).filter(Strategy::byCron).toList();
    PaceFigures figures =
        new PaceFigures(
            Integer.parseInt(options.getOrDefault("--days", "10")),
            Long.parseLong(options.getOrDefault("--seed", "1")),
            Integer.parseInt(options.getOrDefault("--seeds", "3")),
            strategies);
    System.out.println("Minutes from what lasts in the car to its message; per day and account");
    System.out.println(Figures.HEADER);
    if (options.containsKey("--owner")) {
      List<Owner> owners = new ArrayList<>();
      for (String name : options.get("--owner").split(",")) {
        owners.add(Owner.named(name));
      }
      figures.events(figures.group(options.get("--owner"), List.of(owners)));
    } else {
      figures.everybody();
    }
  }

  private void everybody() {
    Map<String, List<List<Owner>>> groups = new LinkedHashMap<>();
    for (Owner owner : Owner.ALL) {
      groups.computeIfAbsent(owner.group(), name -> new ArrayList<>()).add(List.of(owner));
    }
    Map<Strategy, Figures> all = new EnumMap<>(Strategy.class);
    groups.forEach((name, accounts) -> add(all, group(name, accounts)));
    print("ALL, ONE CAR", all);
    for (int cars = 2; cars <= 3; cars++) {
      List<List<Owner>> accounts = new ArrayList<>();
      for (List<Integer> places : SHARED) {
        if (places.size() == cars) {
          accounts.add(places.stream().map(Owner.ALL::get).toList());
        }
      }
      group((cars == 2 ? "two" : "three") + " cars", accounts);
    }
    events(all);
  }

  private static void add(Map<Strategy, Figures> sum, Map<Strategy, Figures> more) {
    more.forEach(
        (strategy, figures) -> sum.computeIfAbsent(strategy, key -> new Figures()).add(figures));
  }

  private Map<Strategy, Figures> group(String name, List<List<Owner>> accounts) {
    Map<Strategy, Figures> group = new EnumMap<>(Strategy.class);
    for (Strategy strategy : strategies) {
      Figures sum = new Figures();
      IntStream.range(0, accounts.size() * seeds.size())
          .parallel()
          .mapToObj(
              i -> {
                List<Owner> account = accounts.get(i / seeds.size());
                long seed = seeds.get(i % seeds.size()) * 1_000_003;
                for (Owner owner : account) {
                  seed = seed * 31 + owner.name().hashCode();
                }
                return Simulation.run(strategy, account, days, seed);
              })
          .forEachOrdered(sum::add);
      group.put(strategy, sum);
    }
    print(name, group);
    return group;
  }

  private static void print(String name, Map<Strategy, Figures> group) {
    group.forEach(
        (strategy, figures) -> System.out.println(figures.row(name + ": " + strategy.title)));
    System.out.println();
  }

  private void events(Map<Strategy, Figures> all) {
    all.forEach(
        (strategy, figures) -> {
          System.out.printf(
              "%-24s %7s %7s %7s %7s %7s%n",
              strategy.title, "events", "median", "p90", "never", "wrong");
          for (EventName name : EventName.values()) {
            if (figures.knows(name)) {
              System.out.printf("  %-22s %s%n", name, figures.row(name));
            }
          }
        });
  }
}
