package io.github.iremote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A mail server on loopback that keeps what it is told, and answers as the test wishes. */
public final class PretendMailServer implements AutoCloseable, AfterEachCallback {
  private final ServerSocket socket;
  private final Map<String, String> answers = new HashMap<>();
  private final List<String> commands = new ArrayList<>();
  private final List<String> mails = new ArrayList<>();

  public PretendMailServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::serve, "mail");
    thread.setDaemon(true);
    thread.start();
  }

  public String url() {
    return "smtp://127.0.0.1:" + socket.getLocalPort();
  }

  /**
   * Answers so from now on.
   *
   * @param command such as {@code RCPT}; {@code .} is the end of the text
   */
  public synchronized void answer(String command, String answer) {
    answers.put(command, answer);
  }

  /** The mails since the last time, as they came. */
  public synchronized List<String> mails() {
    List<String> taken = List.copyOf(mails);
    mails.clear();
    return taken;
  }

  /** The commands since the last time. */
  public synchronized List<String> commands() {
    List<String> taken = List.copyOf(commands);
    commands.clear();
    return taken;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        converse(client);
      } catch (IOException e) {
        // the client has gone, or the test has ended
      }
    }
  }

  private void converse(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = client.getOutputStream();
    say(out, "220 pretend ESMTP");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String command = line.split("[ :]")[0].toUpperCase(java.util.Locale.ROOT);
      synchronized (this) {
        commands.add(line);
      }
      String usual = usual(command);
      String answer = reply(command, usual);
      say(out, answer);
      if (command.equals("DATA") && answer.startsWith("354")) {
        String mail = text(in);
        String taken = reply(".", "250 taken");
        synchronized (this) {
          if (taken.startsWith("250")) {
            mails.add(mail);
          }
        }
        say(out, taken);
      }
    }
  }

  private synchronized String reply(String command, String usual) {
    return answers.getOrDefault(command, usual);
  }

  private static String usual(String command) {
    return switch (command) {
      case "EHLO" -> "250-pretend\r\n250 AUTH PLAIN LOGIN";
      case "AUTH" -> "235 welcome";
      case "DATA" -> "354 go on";
      case "QUIT" -> "221 bye";
      default -> "250 ok";
    };
  }

  private static String text(BufferedReader in) throws IOException {
    StringBuilder mail = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      mail.append(line).append('\n');
    }
    return mail.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** A mail without what its library makes up: the boundaries between its parts. */
  public static String plain(String mail) {
    return mail.replaceAll("----=_Part_[\\w.]+", "PART");
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }
}
