package io.github.iremote.cli.history;

import io.github.iremote.Failure;
import io.github.iremote.cli.Options;
import io.github.iremote.disk.OwnFile;
import io.github.iremote.history.chronicle.Chronicle;
import io.github.iremote.history.chronicle.Totals;
import io.github.iremote.history.derived.Charge;
import io.github.iremote.history.derived.Derived;
import io.github.iremote.picture.Picture;
import io.github.iremote.picture.page.Grid;
import io.github.iremote.picture.page.Page;
import io.github.iremote.vehicle.Vehicle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/** Histories as files to look at: a page, or a picture. */
final class Files {
  private final ParseResult options;
  private final Views views;
  private final List<Vehicle> cars;
  private final String view;

  Files(ParseResult options, Views views, List<Vehicle> cars, String view) {
    this.options = options;
    this.views = views;
    this.cars = cars;
    this.view = view;
  }

  int write() {
    Options.text(options, "--html")
        .ifPresent(file -> save(file, page().getBytes(StandardCharsets.UTF_8)));
    Options.text(options, "--png").ifPresent(file -> save(file, picture()));
    return 0;
  }

  private String page() {
    return Page.of(cars.stream().map(this::part).toList());
  }

  private Page.Part part(Vehicle car) {
    Chronicle chronicle = views.chronicle(car);
    Span span = views.span();
    Derived derived = chronicle.between(span.from(), span.to());
    Totals totals = chronicle.totals(derived);
    boolean chart = !span.month() && span.picturable();
    List<Grid> grids = new ArrayList<>();
    Tables tables = new Tables(car, chronicle, views.figures());
    if (!chart) {
      grids.add(grid("Days", tables.totals("day", chronicle.days(derived))));
    }
    grids.add(grid("Drives", tables.drives(derived.drives(), derived.capacity(), totals)));
    grids.add(grid("Charges", tables.charges(derived.charges(), totals)));
    grids.add(
        grid(
            "Months",
            tables.totals("month", chronicle.totalsOfMonths(chronicle.begin(), views.now()))));
    grids.removeIf(grid -> grid.rows().isEmpty());
    SceneMaker maker = views.maker(chronicle);
    return new Page.Part(
        car.name(),
        span.title() + " · made by iRemote; nothing is loaded from the network",
        views.figures().large(totals),
        chart ? Optional.of(maker.scene(car.name(), span)) : Optional.empty(),
        chart ? Optional.empty() : Optional.of(maker.bars(car.name(), span)),
        grids);
  }

  private static Grid grid(String title, Table table) {
    List<Integer> shown = table.filled();
    Set<Integer> numbers = new HashSet<>();
    for (int i = 0; i < shown.size(); i++) {
      if (table.columns().get(shown.get(i)).number()) {
        numbers.add(i);
      }
    }
    return new Grid(
        title,
        shown.stream().map(i -> table.columns().get(i).heading()).toList(),
        numbers,
        table.rows().stream()
            .map(row -> shown.stream().map(i -> row.get(i).text()).toList())
            .toList(),
        table.totals().isEmpty() ? List.of() : shown.stream().map(table.totals()::get).toList());
  }

  private byte[] picture() {
    if (cars.size() != 1) {
      throw new Failure.BadConfig("a picture is of one car: say which with --car");
    }
    Vehicle car = cars.get(0);
    Chronicle chronicle = views.chronicle(car);
    Span span = views.all(view, chronicle);
    SceneMaker maker = views.maker(chronicle);
    Optional<byte[]> png;
    if (view.equals("charges")) {
      png = Picture.png(maker.charge(car.name(), lastCharge(chronicle, span)));
    } else if (view.equals("day") && !span.month() && span.picturable()) {
      png = Picture.png(maker.scene(car.name(), span));
    } else {
      png = Picture.png(maker.bars(car.name(), span));
    }
    return png.orElseThrow(
        () ->
            new Failure.BadConfig(
                "no picture can be drawn: this machine has no fonts; install some (Debian: apt"
                    + " install fontconfig fonts-dejavu-core)"));
  }

  private static Charge lastCharge(Chronicle chronicle, Span span) {
    List<Charge> charges = chronicle.between(span.from(), span.to()).charges();
    if (charges.isEmpty()) {
      throw new Failure.BadConfig("no charge is known of that time: there is nothing to draw");
    }
    return charges.get(charges.size() - 1);
  }

  /** The owner's alone, as the history is. */
  private void save(String name, byte[] bytes) {
    Path file = views.home().here().workingDirectory().resolve(name);
    try (FileChannel channel = OwnFile.named(file)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw new Failure.BadConfig(file + " cannot be written: check its folder and its owner", e);
    }
    views.home().here().out().println("written: " + file);
  }
}
