package io.github.iremote.pace;

/** The looks at a car that are worth their price, as long as they find nothing. */
final class Looks {
  /** No look is planned further from the one before it: four hours. */
  private static final int FURTHEST = 48;

  private final Prospect prospect;
  private final int first;
  private final double[] best;
  private final int[] next;

  /** What follows a look, less what it costs. */
  private final double[] after;

  /**
   * Weighs each look against those that could follow, from the last to the first.
   *
   * @param price what a look must bring
   * @param first the step at which the first look may be
   */
  Looks(Prospect prospect, double price, int first) {
    this.prospect = prospect;
    this.first = first;
    int steps = prospect.steps();
    best = new double[steps];
    next = new int[steps];
    after = new double[steps];
    double[] alone = new double[steps];
    int far = steps;
    for (int step = steps - 1; step >= 0; step--) {
      near(step);
      int from = Math.max(step + Prospect.REACH + 1, first);
      int to = Math.min(steps - 1, step + FURTHEST);
      far = furthest(alone, far, from, to);
      if (far <= to && alone[far] > best[step]) {
        best[step] = alone[far];
        next[step] = far;
      }
      if (step > 0) {
        after[step] = best[step] - price * prospect.open(step);
        alone[step] = prospect.value(step, Prospect.REACH) + after[step];
      }
    }
  }

  /** The best look while what has happened since is still worth more the sooner it is found. */
  private void near(int step) {
    int steps = prospect.steps();
    double most = step + FURTHEST >= steps ? 0 : Double.NEGATIVE_INFINITY;
    int best = steps;
    int to = Math.min(steps - 1, step + Prospect.REACH);
    for (int look = Math.max(step + 1, first); look <= to; look++) {
      double gain = prospect.value(look, look - step) + after[look];
      if (gain > most) {
        most = gain;
        best = look;
      }
    }
    this.best[step] = most;
    next[step] = best;
  }

  /**
   * The best of those looks further on, which do not depend on the one before; kept if still good.
   */
  private static int furthest(double[] alone, int far, int from, int to) {
    if (from > to) {
      return Integer.MAX_VALUE;
    }
    if (from <= far && far <= to) {
      return alone[from] >= alone[far] ? from : far;
    }
    int found = from;
    for (int look = from + 1; look <= to; look++) {
      found = alone[look] > alone[found] ? look : found;
    }
    return found;
  }

  /** After how many steps the next look is; as many as are foreseen, if none is worth it. */
  int next() {
    return next[0];
  }

  /** How many looks there will be in each step: fewer than one, where it may not be needed. */
  double[] expected() {
    double[] looks = new double[prospect.steps()];
    for (int step = next[0]; step < looks.length; step = next[step]) {
      looks[step] = prospect.open(step);
    }
    return looks;
  }
}
