package io.github.iremote.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A stack trace as text. */
public final class Stack {
  public static String trace(Throwable e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  private Stack() {}
}
