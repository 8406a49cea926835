package io.github.iremote.history.text;

import io.github.iremote.json.Times;
import java.time.Instant;
import java.util.List;

/** What is told of a line without reading all of it: it begins with when it was heard. */
public final class RawLine {
  private static final String START = "{\"heard\":\"";
  private static final String SIGNAL = "\"signal\":\"";
  private static final String AT = "\"at\":\"";
  private static final int MINUTE = START.length() + "2026-11-24T05:45".length();
  private static final int END = START.length() + "2026-11-24T05:45:00".length();

  /** How a line begins that was heard in that second: of two, the earlier comes first. */
  public static String start(Instant heard) {
    return START + Times.seconds(heard);
  }

  /** Whether a line was heard before that time, told without reading all of it. */
  public static boolean before(String line, String start) {
    return heard(line) && line.compareTo(start) < 0;
  }

  /** Whether a line was heard from that time on, told in the same way. */
  public static boolean from(String line, String start) {
    return heard(line) && line.compareTo(start) >= 0;
  }

  /** The name of the signal that a line tells a reading of; empty where it does not. */
  public static String signal(String line) {
    return signal(line, 0, line.length());
  }

  /** The same of a line among others. */
  public static String signal(String lines, int start, int end) {
    int name = name(lines, start, end);
    int after = name < 0 ? -1 : lines.indexOf('"', name);
    return after >= 0 && after < end ? lines.substring(name, after) : "";
  }

  /** Which of these signals a line among others tells a reading of, or null. */
  public static String signal(String lines, int start, int end, List<String> signals) {
    int name = name(lines, start, end);
    for (String signal : signals) {
      if (name >= 0
          && lines.startsWith(signal, name)
          && lines.startsWith("\"", name + signal.length())) {
        return signal;
      }
    }
    return null;
  }

  /** Where the name of its signal begins, or -1. */
  private static int name(String lines, int start, int end) {
    int signal = lines.indexOf(SIGNAL, start + END);
    return signal < 0 || signal > end ? -1 : signal + SIGNAL.length();
  }

  /** Whether a line says that it was so later than another, that begins so, was heard. */
  public static boolean isLater(String line, String start) {
    int at = line.lastIndexOf(AT) + AT.length();
    return at > END && line.substring(at).compareTo(start.substring(START.length())) > 0;
  }

  /** What a line has in it that tells a reading of a signal. */
  public static String of(String signal) {
    return SIGNAL + signal + '"';
  }

  /** How lines begin that were heard in the same minute, by the clock; of a damaged one, none. */
  public static String minute(String line) {
    return line.startsWith(START) && line.length() > MINUTE ? line.substring(0, MINUTE) : "\n";
  }

  private static boolean heard(String line) {
    return line.length() > END && line.startsWith(START);
  }

  private RawLine() {}
}
