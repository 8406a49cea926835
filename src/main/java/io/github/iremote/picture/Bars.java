package io.github.iremote.picture;

import java.util.List;

/**
 * Days side by side, such as those of a month, with a bar for each figure.
 *
 * @param groups one below the other
 */
public record Bars(String title, String subtitle, List<String> days, List<Group> groups) {
  public Bars {
    days = List.copyOf(days);
    groups = List.copyOf(groups);
  }

  /**
   * One figure of all days.
   *
   * @param unit what it is counted in
   */
  public record Group(String name, String unit, Ink ink, List<Double> values) {
    public Group {
      values = List.copyOf(values);
    }

    double top() {
      return values.stream().max(Double::compare).orElse(0.0);
    }
  }
}
