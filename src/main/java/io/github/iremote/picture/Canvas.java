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
