package io.github.iremote.picture.page;

import java.util.List;
import java.util.Set;

/**
 * A table for a page.
 *
 * @param numbers which columns stand at the right
 * @param totals a last row; empty where nothing is added up
 */
public record Grid(
    String title,
    List<String> headings,
    Set<Integer> numbers,
    List<List<String>> rows,
    List<String> totals) {
  public Grid {
    headings = List.copyOf(headings);
    numbers = Set.copyOf(numbers);
    rows = List.copyOf(rows);
    totals = List.copyOf(totals);
  }
}
