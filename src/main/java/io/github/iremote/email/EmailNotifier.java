package io.github.iremote.email;

import io.github.iremote.message.Letter;
import io.github.iremote.message.LetterWording;
import io.github.iremote.message.Pictured;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Mail as a place for messages: one mail a letter, over a connection that is encrypted. */
public final class EmailNotifier implements Pictured {
  private final MailServer server;
  private final Mail mail;

  public EmailNotifier(
      MailServer server, Mail.Addresses addresses, LetterWording wording, InstantSource clock) {
    this.server = server;
    this.mail = new Mail(server.session(), addresses, wording, clock);
  }

  @Override
  public void send(Letter letter) throws Refused {
    try {
      deliver(mail.of(letter));
    } catch (MessagingException e) {
      throw server.unavailable(e);
    }
  }

  @Override
  public void show(Letter letter, Optional<String> message, Picture picture) throws Refused {
    try {
      deliver(mail.of(letter, picture));
    } catch (MessagingException e) {
      throw server.unavailable(e);
    }
  }

  @Override
  public Optional<String> probe() {
    try {
      server.connect().close();
      return Optional.of("the mail server lets us in");
    } catch (MessagingException e) {
      throw server.unavailable(e);
    }
  }

  private void deliver(MimeMessage message) throws Refused, MessagingException {
    Transport transport = server.connect();
    try {
      transport.sendMessage(message, message.getAllRecipients());
    } catch (SMTPSendFailedException e) {
      // what is said after the text is about the text: too large, or taken for spam
      if (e.getCommand().equals("DATA") || e.getReturnCode() == 552) {
        throw new Refused("SMTP " + e.getReturnCode());
      }
      throw e;
    } finally {
      close(transport);
    }
  }

  /** The server has taken the mail, or not; how it says goodbye makes no difference. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      // it is gone
    }
  }
}
