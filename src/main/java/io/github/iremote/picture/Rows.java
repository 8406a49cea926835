package io.github.iremote.picture;

import java.util.ArrayList;
import java.util.List;

/** Finds rows for labels, so that none lies on another. */
final class Rows {
  private final double gap;
  private final List<List<double[]>> rows = new ArrayList<>();

  /**
   * @param gap the least room between two labels of a row
   */
  Rows(double gap) {
    this.gap = gap;
  }

  /** Whether that row is free there; if it is, it is then taken. */
  boolean take(int row, double start, double end) {
    while (rows.size() <= row) {
      rows.add(new ArrayList<>());
    }
    for (double[] taken : rows.get(row)) {
      if (start < taken[1] + gap && end > taken[0] - gap) {
        return false;
      }
    }
    rows.get(row).add(new double[] {start, end});
    return true;
  }

  /** The first row that is free there, from the given one on. */
  int place(int first, double start, double end) {
    int row = first;
    while (!take(row, start, end)) {
      row++;
    }
    return row;
  }

  int count() {
    return rows.size();
  }
}
