package io.github.iremote.picture;

/** What a picture is drawn on; lengths are in pixels, and y grows downwards. */
public interface Canvas {
  /** Where a text stands, seen from the point it is given. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  void box(double x, double y, double width, double height, Ink ink);

  void line(double[] x, double[] y, double width, Ink ink);

  void dashes(double x, double fromY, double toY, Ink ink);

  /** What lies between a line and the bottom. */
  void area(double[] x, double[] y, double bottom, Ink ink);

  void ring(double x, double y, double radius, Ink ink);

  /** A text, on paper, so that nothing strikes it through; y is its base line. */
  void text(String text, double x, double y, Lettering lettering, Ink ink, Anchor anchor);

  double width(String text, Lettering lettering);

  /** A text in the first letters in which it ends in time; in the last it is cut off for that. */
  default void fitted(String text, double x, double y, double end, Ink ink, Lettering... all) {
    for (Lettering lettering : all) {
      if (x + width(text, lettering) <= end) {
        text(text, x, y, lettering, ink, Anchor.START);
        return;
      }
    }
    Lettering last = all[all.length - 1];
    text(cut(text, end - x, last), x, y, last, ink, Anchor.START);
  }

  /** A text that is no wider; of figures in a row it is cut between two of them. */
  default String cut(String text, double width, Lettering lettering) {
    if (width(text, lettering) <= width) {
      return text;
    }
    String cut = text;
    while (!cut.isEmpty() && width(cut + "…", lettering) > width) {
      int figure = cut.lastIndexOf(" · ");
      cut = cut.substring(0, figure > 0 ? figure : cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut.strip() + "…";
  }

  /** How large and how strong letters are. */
  enum Lettering {
    TITLE(28, true),
    SUBTITLE(18, false),
    LABEL(15, false),
    STRONG(14, true),
    AXIS(15, false);

    private final int size;
    private final boolean bold;

    Lettering(int size, boolean bold) {
      this.size = size;
      this.bold = bold;
    }

    public int size() {
      return size;
    }

    public boolean bold() {
      return bold;
    }
  }
}
