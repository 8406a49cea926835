package io.github.iremote.picture.page;

import io.github.iremote.picture.Canvas;
import io.github.iremote.picture.Ink;
import io.github.iremote.picture.Letters;
import java.util.Locale;

/** A drawing inside a page, for paper and for those without scripts. */
final class SvgCanvas implements Canvas {
  private final StringBuilder svg = new StringBuilder();

  /** The drawing, with nothing in it that a policy for styles would have to allow. */
  String drawing(int width, int height, String title) {
    return String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " font-family=\"DejaVu Sans, Verdana, sans-serif\"><title>%s</title>\n",
            width,
            height,
            Html.escape(title))
        + svg
        + "</svg>\n";
  }

  @Override
  public void box(double x, double y, double width, double height, Ink ink) {
    add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" %s/>", x, y, width, height, fill(ink));
  }

  @Override
  public void line(double[] x, double[] y, double width, Ink ink) {
    add(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\""
            + " points=\"%s\"/>",
        colour(ink), width, points(x, y));
  }

  @Override
  public void dashes(double x, double fromY, double toY, Ink ink) {
    add(
        "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-dasharray=\"3 3\"/>",
        x, fromY, x, toY, colour(ink));
  }

  @Override
  public void area(double[] x, double[] y, double bottom, Ink ink) {
    String ends = number(x[x.length - 1]) + "," + number(bottom) + " ";
    add("<polygon %s points=\"%s%s%s,%s\"/>", fill(ink), points(x, y), ends, x[0], bottom);
  }

  @Override
  public void ring(double x, double y, double radius, Ink ink) {
    add(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"#ffffff\" stroke=\"%s\" stroke-width=\"2\"/>",
        x, y, radius, colour(ink));
  }

  @Override
  public void text(String text, double x, double y, Lettering lettering, Ink ink, Anchor anchor) {
    add(
        "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s %s text-anchor=\"%s\" stroke=\"#ffffff\""
            + " stroke-width=\"4\" paint-order=\"stroke\">%s</text>",
        x,
        y,
        lettering.size(),
        lettering.bold() ? " font-weight=\"bold\"" : "",
        fill(ink),
        anchor.name().toLowerCase(Locale.ROOT),
        Html.escape(text));
  }

  /** Nothing here knows the reader's letters: as wide as wide ones are. */
  @Override
  public double width(String text, Lettering lettering) {
    return Letters.cells(text) * lettering.size() * (lettering.bold() ? 0.72 : 0.64);
  }

  private void add(String element, Object... values) {
    Object[] texts = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      texts[i] = values[i] instanceof Double value ? number(value) : values[i];
    }
    svg.append(String.format(Locale.ROOT, element, texts)).append('\n');
  }

  private static String points(double[] x, double[] y) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < x.length; i++) {
      points.append(number(x[i])).append(',').append(number(y[i])).append(' ');
    }
    return points.toString();
  }

  private static String number(double value) {
    return Double.toString(Math.round(value * 10) / 10.0);
  }

  private static String colour(Ink ink) {
    return String.format(Locale.ROOT, "#%06x", ink.rgb());
  }

  private static String fill(Ink ink) {
    return "fill=\""
        + colour(ink)
        + "\""
        + (ink.opacity() < 1 ? " fill-opacity=\"" + ink.opacity() + "\"" : "");
  }
}
