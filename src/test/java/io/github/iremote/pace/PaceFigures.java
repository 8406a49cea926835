package io.github.iremote.pace;

import io.github.iremote.event.EventName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  private static final String EXPLAINED =
      """
      Minutes from what lasts in the car to its message; calls, starts and wrong messages per day and account.
      Lasting: it stands for 5 minutes, as long as cron leaves between two runs; open or unlocked, for 10, as
      else it is the door of a moment; and BMW's copy shows it at one run of cron while the machine is on.
      "unseen" is "never" with what no run of cron could see counted, too. first, gap: the longest time without
      a look, in minutes, between 6 and 24 h of the first day and of any.
      """;

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
            Integer.parseInt(options.getOrDefault("--days", "20")),
            Long.parseLong(options.getOrDefault("--seed", "1")),
            Integer.parseInt(options.getOrDefault("--seeds", "3")),
            strategies);
    System.out.println(EXPLAINED);
    System.out.println(Figures.HEADER);
    if (options.containsKey("--owner")) {
      List<Owner> owners = new ArrayList<>();
      for (String name : options.get("--owner").split(",")) {
        owners.add(Owner.named(name));
      }
      Map<Strategy, Figures> lived = figures.lived(List.of(owners));
      print(options.get("--owner"), lived);
      events(lived);
      left(lived);
    } else {
      figures.everybody();
    }
  }

  private void everybody() {
    Map<String, Map<Strategy, Figures>> kinds = new LinkedHashMap<>();
    Map<String, Map<Strategy, Figures>> traits = new TreeMap<>();
    Map<Strategy, Figures> all = new EnumMap<>(Strategy.class);
    for (Owner owner : Owner.ALL) {
      Map<Strategy, Figures> figures = lived(List.of(List.of(owner)));
      add(kinds.computeIfAbsent(owner.group(), name -> new EnumMap<>(Strategy.class)), figures);
      for (String trait : owner.traits()) {
        add(traits.computeIfAbsent(trait, name -> new EnumMap<>(Strategy.class)), figures);
      }
      add(all, figures);
    }
    kinds.forEach(PaceFigures::print);
    print("ALL, ONE CAR", all);
    traits.forEach(PaceFigures::print);
    print("unlocked all day", lived(List.of(List.of(Owner.UNLOCKED_ALL_DAY))));
    print("two cars", lived(shared(2)));
    print("three cars", lived(shared(3)));
    events(all);
    left(traits.get("silent on the road"));
  }

  private static List<List<Owner>> shared(int cars) {
    return SHARED.stream()
        .filter(places -> places.size() == cars)
        .map(places -> places.stream().map(Owner.ALL::get).toList())
        .toList();
  }

  private static void add(Map<Strategy, Figures> sum, Map<Strategy, Figures> more) {
    more.forEach(
        (strategy, figures) -> sum.computeIfAbsent(strategy, key -> new Figures()).add(figures));
  }

  private Map<Strategy, Figures> lived(List<List<Owner>> accounts) {
    Map<Strategy, Figures> lived = new EnumMap<>(Strategy.class);
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
      lived.put(strategy, sum);
    }
    return lived;
  }

  private static void print(String name, Map<Strategy, Figures> group) {
    group.forEach(
        (strategy, figures) -> System.out.println(figures.row(name + ": " + strategy.title)));
    System.out.println();
  }

  private static void events(Map<Strategy, Figures> all) {
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

  private static void left(Map<Strategy, Figures> silent) {
    silent.forEach(
        (strategy, figures) ->
            System.out.println("left unlocked, " + strategy.title + ": " + figures.left()));
  }
}
