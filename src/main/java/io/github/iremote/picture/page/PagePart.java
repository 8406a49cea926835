package io.github.iremote.picture.page;

import io.github.iremote.picture.BarChart;
import io.github.iremote.picture.Bars;
import io.github.iremote.picture.DayChart;
import io.github.iremote.picture.Ink;
import io.github.iremote.picture.Scene;
import io.github.iremote.picture.Tick;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** One car's part of a page. */
final class PagePart {

  static void append(StringBuilder html, Page.Part part, String id) {
    html.append("<h1>").append(Html.escape(part.name())).append("</h1>\n<p class=\"about\">");
    html.append(Html.escape(part.about())).append("</p>\n");
    if (!part.figures().isEmpty()) {
      html.append("<div class=\"card figures\">");
      for (Page.Figure figure : part.figures()) {
        html.append("<div><b>").append(Html.escape(figure.value())).append("</b><span>");
        html.append(Html.escape(figure.meaning())).append("</span></div>");
      }
      html.append("</div>\n");
    }
    part.scene().ifPresent(scene -> chart(html, scene, id));
    part.bars().ifPresent(bars -> bars(html, bars));
    part.grids().forEach(grid -> grid(html, grid));
  }

  private static void chart(StringBuilder html, Scene scene, String id) {
    html.append("<div class=\"card\">");
    if (scene.curves().isEmpty()) {
      html.append("<p class=\"empty\">No level is known of this time.</p>");
    } else {
      html.append("<div class=\"chart\" data-chart=\"").append(id).append("\"></div>");
      html.append("<div class=\"print\">").append(svg(scene)).append("</div>");
      html.append("<script type=\"application/json\" id=\"").append(id).append("\">");
      html.append(data(scene)).append("</script>");
    }
    html.append("</div>\n");
    if (!scene.marks().isEmpty()) {
      html.append("<div class=\"card long\"><table>");
      for (Scene.Mark mark : scene.marks()) {
        html.append("<tr><td class=\"time\">").append(Html.escape(Tick.clock(mark.at(), scene)));
        html.append("</td><td class=\"wide").append(mark.urgent() ? " urgent" : "").append("\">");
        html.append(Html.escape(mark.text())).append("</td></tr>");
      }
      html.append("</table></div>\n");
    }
  }

  private static String svg(Scene scene) {
    int height = DayChart.height(scene, new SvgCanvas());
    SvgCanvas canvas = new SvgCanvas();
    DayChart.draw(scene, canvas);
    return canvas.drawing(DayChart.WIDTH, height, scene.title());
  }

  private static void bars(StringBuilder html, Bars bars) {
    SvgCanvas canvas = new SvgCanvas();
    BarChart.draw(bars, canvas);
    html.append("<div class=\"card sheet\">");
    html.append(canvas.drawing(DayChart.WIDTH, BarChart.HEIGHT, bars.title())).append("</div>\n");
  }

  private static void grid(StringBuilder html, Grid grid) {
    html.append("<div class=\"card long\"><h2>").append(Html.escape(grid.title()));
    html.append("</h2><table><thead><tr>");
    for (int i = 0; i < grid.headings().size(); i++) {
      cell(html, "th", grid, i, grid.headings().get(i));
    }
    html.append("</tr></thead><tbody>");
    grid.rows().forEach(row -> row(html, grid, row));
    html.append("</tbody>");
    if (!grid.totals().isEmpty()) {
      html.append("<tfoot>");
      row(html, grid, grid.totals());
      html.append("</tfoot>");
    }
    html.append("</table></div>\n");
  }

  private static void row(StringBuilder html, Grid grid, List<String> row) {
    html.append("<tr>");
    for (int i = 0; i < row.size(); i++) {
      cell(html, "td", grid, i, row.get(i));
    }
    html.append("</tr>\n");
  }

  private static void cell(StringBuilder html, String tag, Grid grid, int column, String text) {
    html.append('<').append(tag).append(grid.numbers().contains(column) ? " class=\"number\"" : "");
    html.append('>').append(Html.escape(text)).append("</").append(tag).append('>');
  }

  /** What the script draws; in JSON, and with nothing in it that could end the element. */
  private static String data(Scene scene) {
    StringBuilder json = new StringBuilder("{\"zone\":").append(quoted(scene.zone().getId()));
    json.append(",\"from\":").append(scene.from().getEpochSecond());
    json.append(",\"to\":").append(scene.to().getEpochSecond()).append(",\"curves\":[");
    List<Scene.Curve> curves = scene.curves().stream().filter(curve -> !curve.right()).toList();
    for (Scene.Curve curve : curves) {
      json.append(curve == curves.get(0) ? "" : ",").append("{\"name\":");
      json.append(quoted(curve.name())).append(",\"ink\":");
      json.append(quoted(curve.ink() == Ink.FUEL ? "fuel" : "battery")).append('}');
    }
    json.append("],\"values\":").append(values(scene, curves)).append(",\"bands\":[");
    for (int i = 0; i < scene.bands().size(); i++) {
      json.append(i == 0 ? "" : ",").append(band(scene.bands().get(i)));
    }
    json.append("],\"marks\":[");
    for (int i = 0; i < scene.marks().size(); i++) {
      json.append(i == 0 ? "" : ",").append(mark(scene.marks().get(i), curves.get(0)));
    }
    return json.append("]}").toString();
  }

  /** The times of all curves, and of each its values then. */
  private static String values(Scene scene, List<Scene.Curve> curves) {
    TreeSet<Instant> times = new TreeSet<>(List.of(scene.from(), scene.to()));
    curves.forEach(curve -> curve.points().forEach(point -> times.add(point.at())));
    StringBuilder json = new StringBuilder("[[");
    for (Instant time : times) {
      json.append(time.equals(scene.from()) ? "" : ",").append(time.toEpochMilli() / 1000.0);
    }
    for (Scene.Curve curve : curves) {
      json.append("],[");
      for (Instant time : times) {
        json.append(time.equals(scene.from()) ? "" : ",").append(number(Scene.value(curve, time)));
      }
    }
    return json.append("]]").toString();
  }

  private static String band(Scene.Band band) {
    StringBuilder labels = new StringBuilder();
    band.labels().forEach(l -> labels.append(labels.isEmpty() ? "" : ",").append(quoted(l)));
    return "{\"from\":"
        + band.start().getEpochSecond()
        + ",\"to\":"
        + band.to().getEpochSecond()
        + ",\"charge\":"
        + band.charge()
        + ",\"labels\":["
        + labels
        + "]}";
  }

  private static String mark(Scene.Mark mark, Scene.Curve curve) {
    return "{\"at\":"
        + mark.at().getEpochSecond()
        + ",\"text\":"
        + quoted(mark.text())
        + ",\"urgent\":"
        + mark.urgent()
        + ",\"value\":"
        + number(Scene.value(curve, mark.at()))
        + "}";
  }

  private static String number(Optional<Double> value) {
    return value.map(v -> Double.toString(Math.round(v * 10) / 10.0)).orElse("null");
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      boolean plain = c >= ' ' && c < 127 && "\"\\<>&'".indexOf(c) < 0;
      json.append(plain ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return json.append('"').toString();
  }

  private PagePart() {}
}
