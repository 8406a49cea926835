package io.github.iremote.cli.history;

import io.github.iremote.picture.Terminal;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows beneath a heading, for a terminal, a page and {@code --csv}.
 *
 * @param totals a last row; empty where nothing is added up
 */
record Table(List<Column> columns, List<List<Cell>> rows, List<String> totals) {
  private static final int GAP = 2;

  Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    totals = List.copyOf(totals);
  }

  /**
   * A column.
   *
   * @param key its name in {@code --csv}
   * @param number whether it stands at the right
   * @param weight the columns with the least go first where there is no room
   */
  record Column(String key, String heading, boolean number, int weight) {}

  /**
   * A field.
   *
   * @param raw for programs: times in ISO-8601, numbers with a dot
   */
  record Cell(String text, String raw) {
    static final Cell EMPTY = new Cell("", "");
  }

  /** The lines of the table, no longer than the terminal is wide. */
  List<String> lines(Terminal terminal) {
    if (rows.isEmpty()) {
      return List.of("nothing is known of this time");
    }
    List<Integer> shown = filled();
    int[] widths = new int[columns.size()];
    shown.forEach(column -> widths[column] = width(column, terminal));
    while (width(shown, widths) > terminal.columns() && shown.size() > 2) {
      shown.remove(lightest(shown));
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(shown, columns.stream().map(Column::heading).toList(), widths, terminal));
    for (List<Cell> row : rows) {
      lines.add(line(shown, row.stream().map(Cell::text).toList(), widths, terminal));
    }
    if (!totals.isEmpty()) {
      String rule = terminal.utf8() ? "─" : "-";
      lines.add(rule.repeat(Math.min(terminal.columns(), width(shown, widths))));
      lines.add(line(shown, totals, widths, terminal));
    }
    return lines;
  }

  /** The columns in which anything stands. */
  List<Integer> filled() {
    List<Integer> filled = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!empty(i)) {
        filled.add(i);
      }
    }
    return filled;
  }

  private boolean empty(int column) {
    return rows.stream().allMatch(row -> row.get(column).text().isEmpty());
  }

  private Integer lightest(List<Integer> shown) {
    Integer lightest = shown.get(0);
    for (Integer column : shown) {
      lightest = columns.get(column).weight() < columns.get(lightest).weight() ? column : lightest;
    }
    return lightest;
  }

  private static int width(List<Integer> shown, int[] widths) {
    return shown.stream().mapToInt(column -> widths[column] + GAP).sum() - GAP;
  }

  private int width(int column, Terminal terminal) {
    int width = columns.get(column).heading().length();
    for (List<Cell> row : rows) {
      width = Math.max(width, terminal.width(row.get(column).text()));
    }
    return totals.isEmpty() ? width : Math.max(width, terminal.width(totals.get(column)));
  }

  private String line(List<Integer> shown, List<String> texts, int[] widths, Terminal terminal) {
    StringBuilder line = new StringBuilder();
    for (int column : shown) {
      String text = terminal.plain(texts.get(column));
      String room = " ".repeat(Math.max(0, widths[column] - terminal.width(text)));
      line.append(line.isEmpty() ? "" : " ".repeat(GAP));
      line.append(columns.get(column).number() ? room + text : text + room);
    }
    return terminal.cut(line.toString().stripTrailing());
  }

  /** The heading of {@code --csv}. */
  String csvHeading() {
    return String.join(",", columns.stream().map(Column::key).toList());
  }

  List<String> csvRows() {
    return rows.stream()
        .map(row -> String.join(",", row.stream().map(cell -> quoted(cell.raw())).toList()))
        .toList();
  }

  /** A field that begins like a formula is none: spreadsheets would reckon with it. */
  private static String quoted(String text) {
    String safe = text.matches("[=+@\\t\\r].*|-[^0-9.].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\n\\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
