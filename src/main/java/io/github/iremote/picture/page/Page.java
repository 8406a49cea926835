package io.github.iremote.picture.page;

import io.github.iremote.picture.Bars;
import io.github.iremote.picture.Scene;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A history as one file that a browser shows without a network. Scripts and styles are allowed by
 * their hashes alone; all words that come from elsewhere are escaped.
 */
public final class Page {
  private static final List<String> SCRIPTS = List.of("uPlot.iife.min.js", "page.js");
  private static final List<String> STYLES = List.of("uPlot.min.css", "page.css");

  /**
   * One car's part.
   *
   * @param figures what stands in large letters, each with what it means
   * @param scene the chart, where the time is short enough for one
   */
  public record Part(
      String name,
      String about,
      List<Figure> figures,
      Optional<Scene> scene,
      Optional<Bars> bars,
      List<Grid> grids) {
    public Part {
      figures = List.copyOf(figures);
      grids = List.copyOf(grids);
    }
  }

  /** A figure in large letters. */
  public record Figure(String value, String meaning) {}

  public static String of(List<Part> parts) {
    StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n");
    html.append("<meta charset=\"utf-8\">\n");
    html.append("<meta http-equiv=\"Content-Security-Policy\" content=\"").append(policy());
    html.append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    html.append(Html.escape(String.join(", ", parts.stream().map(Part::name).toList())));
    html.append("</title>\n");
    STYLES.forEach(name -> html.append("<style>").append(text(name)).append("</style>\n"));
    html.append("</head>\n<body>\n");
    for (int i = 0; i < parts.size(); i++) {
      PagePart.append(html, parts.get(i), "chart-" + i);
    }
    SCRIPTS.forEach(name -> html.append("<script>").append(text(name)).append("</script>\n"));
    return html.append("</body>\n</html>\n").toString();
  }

  private static String policy() {
    return "default-src 'none'; script-src "
        + hashes(SCRIPTS)
        + "; style-src "
        + hashes(STYLES)
        + "; base-uri 'none'; form-action 'none'";
  }

  private static String hashes(List<String> names) {
    return String.join(
        " ", names.stream().map(name -> "'sha256-" + hash(text(name)) + "'").toList());
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Page() {}
}
