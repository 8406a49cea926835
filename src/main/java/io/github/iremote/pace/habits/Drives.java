package io.github.iremote.pace.habits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iremote.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;

/**
 * How long a car's drives take, and whether a look at it on the road shows that it drives.
 *
 * @param minutes of the last drives, from the first hand at the car to the end, where both are
 *     known
 * @param seen how many drives were found under way
 * @param missed how many were found only when they were over
 * @param heard whether the car has ever been found to be driving, by the rules
 */
public record Drives(List<Integer> minutes, int seen, int missed, boolean heard) {
  public static final Drives NONE = new Drives(List.of(), 0, 0, false);

  private static final int MOST_DRIVES = 24;

  /** What drives take that are not known; together as good as four that are. */
  private static final int[] USUAL_MINUTES = {8, 12, 15, 20, 25, 30, 38, 50};

  private static final double USUAL_WEIGHT = 4.0 / USUAL_MINUTES.length;

  /** Who went somewhere may be on the way back: the last drive counts as so many more. */
  private static final int WAY_BACK = 2;

  /** No way takes the same time twice; and there is traffic. */
  private static final double DEVIATION = 0.18;

  private static final double LEAST_DEVIATION_MINUTES = 2;
  private static final int TYPICAL_MINUTES = 18;

  /** So many drives in a row of which nothing was seen: of this car nothing can be. */
  private static final int NEVER_SEEN = 3;

  private static final int SHORTEST_MINUTES = 4;
  private static final int LONGEST_MINUTES = 180;
  private static final int GRID_MINUTES = (int) Habits.STEP.toMinutes();

  public Drives {
    minutes = List.copyOf(minutes);
  }

  /** One more is over. */
  public Drives with(long took, boolean wasSeen) {
    List<Integer> more = new ArrayList<>(minutes);
    if (SHORTEST_MINUTES <= took && took < LONGEST_MINUTES) {
      more.add((int) took);
    }
    int surplus = Math.max(0, more.size() - MOST_DRIVES);
    return new Drives(
        more.subList(surplus, more.size()),
        seen + (wasSeen ? 1 : 0),
        missed + (wasSeen ? 0 : 1),
        heard);
  }

  /** The car drives. */
  public Drives driving() {
    return heard ? this : new Drives(minutes, seen, missed, true);
  }

  /** Whether a time from a beginning to an end is too short for a drive: it began before. */
  public static boolean tooShort(long took) {
    return took < SHORTEST_MINUTES;
  }

  /** Whether the car tells nothing before a drive is over. */
  public boolean unseen() {
    return seen == 0 && missed >= NEVER_SEEN;
  }

  /** How long a drive of this car takes of which only the end is known. */
  public int typicalMinutes() {
    if (minutes.isEmpty()) {
      return TYPICAL_MINUTES;
    }
    List<Integer> sorted = new ArrayList<>(minutes);
    sorted.sort(null);
    return sorted.get(sorted.size() / 2);
  }

  /** How likely a drive takes longer than 0, 5, 10 … minutes, and so on for so many steps. */
  public double[] longerThan(int steps) {
    double[] longer = new double[steps];
    List<Integer> all = new ArrayList<>(minutes);
    if (!minutes.isEmpty()) {
      all.addAll(Collections.nCopies(WAY_BACK, minutes.get(minutes.size() - 1)));
    }
    for (int step = 0; step < steps; step++) {
      double sum = 0;
      for (int usual : USUAL_MINUTES) {
        sum += USUAL_WEIGHT * longer(usual, step * GRID_MINUTES);
      }
      for (int known : all) {
        sum += longer(known, step * GRID_MINUTES);
      }
      longer[step] = sum / (USUAL_WEIGHT * USUAL_MINUTES.length + all.size());
    }
    return longer;
  }

  /** The same for any time: what is between two steps is between their values. */
  public static double longerThan(double time, double[] longer) {
    double steps = Math.max(0, time / GRID_MINUTES);
    int step = (int) steps;
    return step + 1 >= longer.length
        ? 0
        : longer[step] + (steps - step) * (longer[step + 1] - longer[step]);
  }

  private static double longer(int usual, int time) {
    double z = (time - usual) / (DEVIATION * usual + LEAST_DEVIATION_MINUTES);
    return 1 / (1 + Math.exp(1.7 * z));
  }

  public JsonNode toJson() {
    StringJoiner numbers = new StringJoiner(" ");
    for (int drive : minutes) {
      numbers.add(Integer.toString(drive));
    }
    ObjectNode json = Json.object().put("minutes", numbers.toString());
    return json.put("seen", seen).put("missed", missed).put("heard", heard);
  }

  public static Drives fromJson(JsonNode json) {
    return new Drives(
        Diary.numbers(json.path("minutes").asText()),
        json.path("seen").asInt(),
        json.path("missed").asInt(),
        json.path("heard").asBoolean());
  }
}
