package io.github.iremote.email;

import io.github.iremote.Failure;
import io.github.iremote.config.EmailConfig;
import io.github.iremote.http.JsonHttp;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** The owner's mail server: the connection is encrypted unless the server is this machine. */
public final class MailServer {
  private final String title;
  private final EmailConfig config;
  private final Session session;

  /**
   * @param title what complaints call the place
   */
  public MailServer(String title, EmailConfig config, Duration timeout) {
    this.title = title;
    this.config = config;
    this.session = Session.getInstance(properties(config, timeout));
  }

  Session session() {
    return session;
  }

  private static Properties properties(EmailConfig config, Duration timeout) {
    String mail = "mail." + protocol(config) + ".";
    String millis = Long.toString(timeout.toMillis());
    Properties properties = new Properties();
    properties.put(mail + "connectiontimeout", millis);
    properties.put(mail + "timeout", millis);
    properties.put(mail + "writetimeout", millis);
    boolean here = !config.tls() && config.loopback();
    properties.put(mail + "ssl.checkserveridentity", Boolean.toString(!here));
    if (here) {
      // a mail server as Debian installs it encrypts with a certificate that nobody has signed
      properties.put(mail + "ssl.trust", config.host());
    }
    properties.put(mail + "starttls.enable", "true");
    properties.put(
        mail + "starttls.required", Boolean.toString(!config.tls() && !config.loopback()));
    properties.put(mail + "auth", Boolean.toString(config.username().isPresent()));
    return properties;
  }

  private static String protocol(EmailConfig config) {
    return config.tls() ? "smtps" : "smtp";
  }

  Transport connect() throws MessagingException {
    Transport transport = session.getTransport(protocol(config));
    transport.connect(
        config.host(),
        config.port(),
        config.username().orElse(null),
        config.password().orElse(null));
    return transport;
  }

  /** What went wrong, in our own words: a server may repeat what it was sent. */
  Failure.PlaceUnavailable unavailable(MessagingException e) {
    String kept = "; messages are kept";
    if (e instanceof AuthenticationFailedException) {
      return new Failure.PlaceUnavailable(
          title
              + ": the mail server accepts neither username nor password"
              + kept
              + ": check notify in config.json",
          true);
    }
    int code = code(e);
    if (code > 0) {
      boolean mend = code >= 500;
      return new Failure.PlaceUnavailable(
          title
              + ": the mail server answered "
              + code
              + kept
              + (mend ? ": check from and to under notify in config.json" : ""),
          mend);
    }
    return new Failure.PlaceUnavailable(title + ": " + reason(e) + kept);
  }

  private static int code(MessagingException e) {
    if (e instanceof SMTPSendFailedException failed) {
      return failed.getReturnCode();
    }
    if (e instanceof SendFailedException failed
        && failed.getNextException() instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    return 0;
  }

  private static String reason(MessagingException e) {
    boolean tls = String.valueOf(e.getMessage()).contains("STARTTLS");
    if (tls) {
      return "the mail server offers no encryption (STARTTLS)";
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof java.net.ConnectException
          || cause instanceof java.net.UnknownHostException
          || cause instanceof java.io.InterruptedIOException) {
        return "the mail server is not reachable (" + JsonHttp.explain((IOException) cause) + ")";
      }
      if (cause instanceof javax.net.ssl.SSLException) {
        return "no encrypted connection to the mail server comes about";
      }
    }
    return "the mail server has broken off";
  }
}
