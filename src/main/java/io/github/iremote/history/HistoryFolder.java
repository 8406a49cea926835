package io.github.iremote.history;

import io.github.iremote.Failure;
import io.github.iremote.Log;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The folder {@code history}: for each car and month (of UTC) the lines of what it said and did,
 * and beside them the charges that BMW tells of.
 */
public final class HistoryFolder {
  public final Path path;
  public final Log log;
  private Optional<List<FileName>> listing = Optional.empty();

  public HistoryFolder(Path configs, Log log) {
    this.path = configs.resolve("history");
    this.log = log;
  }

  /** For one look: what is there is listed once, however often it is asked for. */
  public static HistoryFolder listed(Path configs, Log log) {
    HistoryFolder folder = new HistoryFolder(configs, log);
    folder.listing = Optional.of(folder.list());
    return folder;
  }

  public MonthFile lines(String vin, YearMonth month) {
    return new MonthFile(path, vin + "-" + month);
  }

  /** The charges of that month as BMW tells them: those of years ago may come today. */
  public MonthFile sessions(String vin, YearMonth month) {
    return new MonthFile(path, vin + "-" + month + ".charges");
  }

  public static YearMonth month(Instant time) {
    return YearMonth.from(time.atOffset(ZoneOffset.UTC));
  }

  public static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The months of which anything is known. */
  public List<YearMonth> months(String vin) {
    Set<YearMonth> months = new TreeSet<>();
    for (FileName name : names()) {
      if (name.vin().equals(vin)) {
        months.add(name.month());
      }
    }
    return List.copyOf(months);
  }

  /** The cars of which anything is known. */
  public Set<String> vins() {
    Set<String> vins = new TreeSet<>();
    for (FileName name : names()) {
      vins.add(name.vin());
    }
    return vins;
  }

  private List<FileName> names() {
    return listing.isPresent() ? listing.get() : list();
  }

  private List<FileName> list() {
    List<FileName> names = new ArrayList<>();
    if (Files.notExists(path)) {
      return names;
    }
    String[] files = path.toFile().list();
    if (files == null) {
      throw new Failure.BadConfig(path + " cannot be read: check its owner and mode");
    }
    for (String file : files) {
      FileName.of(file).ifPresent(names::add);
    }
    return names;
  }

  /**
   * Hands over the lines heard in that time, each once, as they were written; and before them the
   * last of each signal from before it.
   */
  public void read(String vin, Instant from, Instant to, Consumer<Line> consumer) {
    read(vin, from, to, Wanted.ALL, consumer);
  }

  /** The same, but of readings only what is wanted. */
  public void read(String vin, Instant from, Instant to, Wanted wanted, Consumer<Line> consumer) {
    LineReader reader = new LineReader(from, to, wanted, consumer, log);
    List<YearMonth> months = months(vin);
    // a month's file begins with all that was known: no earlier one is needed
    YearMonth first = month(from);
    for (YearMonth month : months) {
      first = month.isAfter(month(from)) ? first : month;
    }
    for (YearMonth month : months) {
      if (!month.isBefore(first) && !month.isAfter(month(to))) {
        reader.read(lines(vin, month));
      }
    }
    reader.end();
  }

  /** The ids of a file's lines. */
  Set<String> ids(MonthFile file) {
    Set<String> ids = new HashSet<>();
    new LineReader(Instant.EPOCH, Instant.MAX, line -> ids.add(line.id()), log).read(file);
    return ids;
  }

  /** Deletes all that is kept of a car. */
  public void delete(String vin) {
    try {
      for (YearMonth month : months(vin)) {
        lines(vin, month).delete();
        sessions(vin, month).delete();
      }
      forgetDerived(vin);
    } catch (IOException e) {
      throw undeletable(e);
    }
  }

  /** Deletes what is kept of a time: by the car's clock, where that has spoken. */
  public void delete(String vin, Instant from, Instant to) {
    try {
      for (YearMonth month : months(vin)) {
        for (MonthFile file : List.of(lines(vin, month), sessions(vin, month))) {
          if (file.exists()) {
            file.rewrite(text -> !within(text, from, to));
          }
        }
      }
      forgetDerived(vin);
    } catch (IOException e) {
      throw undeletable(e);
    }
  }

  private static boolean within(String text, Instant from, Instant to) {
    try {
      return LineJson.read(text)
          .filter(line -> !line.at().isBefore(from) && line.at().isBefore(to))
          .isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  private void forgetDerived(String vin) throws IOException {
    if (Files.exists(path.resolve("derived"))) {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(path.resolve("derived"), vin + "-*")) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
    }
  }

  private Failure undeletable(IOException e) {
    return new Failure.BadConfig(path + " cannot be changed: check its owner and mode", e);
  }

  /** Compresses the months of all cars that are past. */
  void compressBefore(YearMonth current) throws IOException {
    for (FileName name : names()) {
      MonthFile file = lines(name.vin(), name.month());
      if (name.month().isBefore(current) && file.open()) {
        file.compress();
      }
    }
  }
}
