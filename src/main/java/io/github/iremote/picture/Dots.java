package io.github.iremote.picture;

/** A field of dots in the cells of a terminal. */
abstract class Dots {
  private final int columns;
  private final int rows;

  private Dots(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** How many dots stand side by side. */
  abstract int width();

  /** How many dots stand one below the other. */
  abstract int height();

  abstract void set(int x, int y);

  /** A row of cells as text. */
  abstract String row(int row);

  /** Eight dots a cell. */
  static Dots braille(int columns, int rows) {
    return new Braille(columns, rows);
  }

  /** One dot a cell. */
  static Dots ascii(int columns, int rows) {
    return new Ascii(columns, rows);
  }

  private static final class Braille extends Dots {
    private static final int EMPTY = 0x2800;
    private static final int[][] BITS = {{0x01, 0x02, 0x04, 0x40}, {0x08, 0x10, 0x20, 0x80}};
    private final int[][] cells;

    Braille(int columns, int rows) {
      super(columns, rows);
      cells = new int[rows][columns];
    }

    @Override
    int width() {
      return columns() * 2;
    }

    @Override
    int height() {
      return rows() * 4;
    }

    @Override
    void set(int x, int y) {
      cells[y / 4][x / 2] |= BITS[x % 2][y % 4];
    }

    @Override
    String row(int row) {
      int used = columns();
      while (used > 0 && cells[row][used - 1] == 0) {
        used--;
      }
      StringBuilder text = new StringBuilder();
      for (int x = 0; x < used; x++) {
        int cell = cells[row][x];
        text.append(cell == 0 ? ' ' : (char) (EMPTY + cell));
      }
      return text.toString();
    }
  }

  private static final class Ascii extends Dots {
    private final StringBuilder[] cells;

    Ascii(int columns, int rows) {
      super(columns, rows);
      cells = new StringBuilder[rows];
      for (int i = 0; i < rows; i++) {
        cells[i] = new StringBuilder(" ".repeat(columns));
      }
    }

    @Override
    int width() {
      return columns();
    }

    @Override
    int height() {
      return rows();
    }

    @Override
    void set(int x, int y) {
      cells[y].setCharAt(x, '*');
    }

    @Override
    String row(int row) {
      return cells[row].toString().stripTrailing();
    }
  }
}
