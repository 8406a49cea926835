package io.github.iremote.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/** Pictures as PNG. Whoever calls it loads AWT, which costs time and memory that no poll has. */
public final class Picture {

  /** A time of a car; nothing on a machine that has no letters to write with. */
  public static Optional<byte[]> png(Scene scene) {
    return drawn(
        () -> {
          int height = DayChart.height(scene, new ImageCanvas(1, 1));
          ImageCanvas canvas = new ImageCanvas(DayChart.WIDTH, height);
          DayChart.draw(scene, canvas);
          return png(canvas.image());
        });
  }

  /** A month, day by day. */
  public static Optional<byte[]> png(Bars bars) {
    return drawn(
        () -> {
          ImageCanvas canvas = new ImageCanvas(DayChart.WIDTH, BarChart.HEIGHT);
          BarChart.draw(bars, canvas);
          return png(canvas.image());
        });
  }

  static Optional<byte[]> drawn(Supplier<byte[]> picture) {
    System.setProperty("java.awt.headless", "true");
    try {
      return Optional.of(picture.get());
    } catch (InternalError | LinkageError e) {
      // "Fontconfig head is null", or a JRE without the libraries to look for it
      return Optional.empty();
    } catch (Error e) {
      if (e.getClass() == Error.class) { // "Probable fatal error: No physical fonts found."
        return Optional.empty();
      }
      throw e;
    }
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Picture() {}
}
