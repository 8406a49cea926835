package io.github.iremote.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** An image. The only class that touches AWT: no other command may load it. */
final class ImageCanvas implements Canvas {
  private static final float[] DASHES = {3, 3};

  private final BufferedImage image;
  private final Graphics2D graphics;

  ImageCanvas(int width, int height) {
    image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
  }

  BufferedImage image() {
    return image;
  }

  @Override
  public void box(double x, double y, double width, double height, Ink ink) {
    graphics.setColor(colour(ink));
    graphics.fill(new Rectangle2D.Double(x, y, width, height));
  }

  @Override
  public void line(double[] x, double[] y, double width, Ink ink) {
    graphics.setColor(colour(ink));
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(path(x, y));
  }

  @Override
  public void dashes(double x, double fromY, double toY, Ink ink) {
    graphics.setColor(colour(ink));
    graphics.setStroke(
        new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, DASHES, 0));
    graphics.draw(path(new double[] {x, x}, new double[] {fromY, toY}));
  }

  @Override
  public void area(double[] x, double[] y, double bottom, Ink ink) {
    Path2D path = path(x, y);
    path.lineTo(x[x.length - 1], bottom);
    path.lineTo(x[0], bottom);
    path.closePath();
    graphics.setColor(colour(ink));
    graphics.fill(path);
  }

  @Override
  public void ring(double x, double y, double radius, Ink ink) {
    Ellipse2D ring = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    graphics.setColor(Color.WHITE);
    graphics.fill(ring);
    graphics.setColor(colour(ink));
    graphics.setStroke(new BasicStroke(2));
    graphics.draw(ring);
  }

  @Override
  public void text(String text, double x, double y, Lettering lettering, Ink ink, Anchor anchor) {
    double width = width(text, lettering);
    double start =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - width / 2;
          case END -> x - width;
        };
    if (lettering == Lettering.LABEL || lettering == Lettering.AXIS) {
      graphics.setColor(Color.WHITE);
      graphics.fill(
          new Rectangle2D.Double(start - 1, y - lettering.size(), width + 2, lettering.size() + 4));
    }
    graphics.setFont(font(lettering));
    graphics.setColor(colour(ink));
    graphics.drawString(text, (float) start, (float) y);
  }

  @Override
  public double width(String text, Lettering lettering) {
    FontMetrics metrics = graphics.getFontMetrics(font(lettering));
    return metrics.stringWidth(text);
  }

  private static Font font(Lettering lettering) {
    return new Font(Font.SANS_SERIF, lettering.bold() ? Font.BOLD : Font.PLAIN, lettering.size());
  }

  private static Path2D path(double[] x, double[] y) {
    Path2D path = new Path2D.Double();
    path.moveTo(x[0], y[0]);
    for (int i = 1; i < x.length; i++) {
      path.lineTo(x[i], y[i]);
    }
    return path;
  }

  private static Color colour(Ink ink) {
    int rgb = ink.rgb();
    int opacity = (int) Math.round(ink.opacity() * 255);
    return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, opacity);
  }
}
