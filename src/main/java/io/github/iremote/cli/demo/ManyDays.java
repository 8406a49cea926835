package io.github.iremote.cli.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A history as long as an owner's, of one day that is told again and again. */
final class ManyDays {
  /** Months that are past, and files too long to be read whole. */
  private static final int DAYS = 70;

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?=T)");
  private static final String ID = "\"id\":\"";
  private static final int NAME_END = "-2026-11.jsonl".length();
  private static final int MONTH_START = "{\"heard\":\"".length();
  private static final int MONTH_END = MONTH_START + "2026-11".length();

  /** Puts the same day on each of the days before it, too. */
  static void tell(Path history) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.list(history)) {
      files = found.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    List<String> day = new ArrayList<>();
    for (Path file : files) {
      day.addAll(Files.readAllLines(file));
    }
    TreeMap<String, StringBuilder> months = new TreeMap<>();
    for (int ago = DAYS; ago >= 0; ago--) {
      for (String line : day) {
        String text = told(line, ago);
        String month = text.substring(MONTH_START, MONTH_END);
        months.computeIfAbsent(month, m -> new StringBuilder()).append(text).append('\n');
      }
    }
    String name = files.get(0).toString();
    write(months, name.substring(0, name.length() - NAME_END));
  }

  private static String told(String line, int ago) {
    return DATE.matcher(line)
        .replaceAll(date -> LocalDate.parse(date.group()).minusDays(ago).toString())
        .replace(ID, ID + ago + "-");
  }

  /** The last two as they are while they go on, the others as they are when they are past. */
  private static void write(TreeMap<String, StringBuilder> months, String car) throws IOException {
    List<String> plain = List.copyOf(months.descendingKeySet()).subList(0, 2);
    for (String month : months.keySet()) {
      byte[] bytes = months.get(month).toString().getBytes(StandardCharsets.UTF_8);
      Path file = Path.of(car + "-" + month + ".jsonl");
      if (plain.contains(month)) {
        Files.write(file, bytes);
      } else {
        try (OutputStream out =
            new GZIPOutputStream(Files.newOutputStream(Path.of(file + ".gz")))) {
          out.write(bytes);
        }
      }
    }
  }

  private ManyDays() {}
}
