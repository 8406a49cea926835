package io.github.iremote.email;

import io.github.iremote.message.Letter;
import io.github.iremote.message.LetterWording;
import io.github.iremote.message.Pictured.Picture;
import io.github.iremote.message.Worded;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;

/** A letter as a mail: plain text for who wants that, and a page with the same facts. */
public final class Mail {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final Session session;
  private final Addresses addresses;
  private final LetterWording wording;
  private final InstantSource clock;

  /** From whom and to whom. */
  public record Addresses(String from, List<String> to) {}

  Mail(Session session, Addresses addresses, LetterWording wording, InstantSource clock) {
    this.session = session;
    this.addresses = addresses;
    this.wording = wording;
    this.clock = clock;
  }

  MimeMessage of(Letter letter) throws MessagingException {
    Worded worded = wording.of(letter, clock.instant());
    MimeMessage mail = addressed(letter, worded, "");
    mail.setContent(both(worded, ""));
    mail.saveChanges();
    return mail;
  }

  /** The picture comes after the text: an answer to it, with the picture in its page. */
  MimeMessage of(Letter letter, Picture picture) throws MessagingException {
    Worded worded = wording.of(letter, clock.instant());
    MimeMessage mail = addressed(letter, worded, "-picture");
    mail.setHeader("In-Reply-To", id(letter, ""));
    mail.setHeader("References", id(letter, ""));
    MimeBodyPart text = new MimeBodyPart();
    text.setContent(both(worded, "<p><img src=\"cid:picture\" alt=\"\" width=\"100%\"></p>"));
    MimeBodyPart image = new MimeBodyPart();
    image.setDataHandler(new DataHandler(new ByteArrayDataSource(picture.png(), "image/png")));
    image.setContentID("<picture>");
    image.setDisposition(MimeBodyPart.INLINE);
    image.setFileName(picture.file());
    mail.setContent(new MimeMultipart("related", text, image));
    mail.saveChanges();
    return mail;
  }

  private MimeMessage addressed(Letter letter, Worded worded, String more)
      throws MessagingException {
    String id = id(letter, more);
    MimeMessage mail =
        new MimeMessage(session) {
          @Override
          protected void updateMessageID() throws MessagingException {
            // a repeat has the same, and many mail servers keep only one of the two
            setHeader("Message-ID", id);
          }
        };
    mail.setFrom(new InternetAddress(addresses.from()));
    for (String to : addresses.to()) {
      mail.addRecipient(RecipientType.TO, new InternetAddress(to));
    }
    mail.setSubject(worded.title(), UTF_8);
    mail.setSentDate(Date.from(letter.newest().at()));
    mail.setHeader("Auto-Submitted", "auto-generated");
    if (worded.tone() == Worded.Tone.URGENT) {
      mail.setHeader("Importance", "high");
      mail.setHeader("X-Priority", "1");
    }
    return mail;
  }

  private String id(Letter letter, String more) {
    String domain = addresses.from().substring(addresses.from().indexOf('@') + 1);
    return "<" + letter.id() + more + ".iremote@" + domain + ">";
  }

  private static MimeMultipart both(Worded worded, String more) throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(worded.body(), UTF_8);
    MimeBodyPart page = new MimeBodyPart();
    page.setText(MailPage.of(worded, more), UTF_8, "html");
    return new MimeMultipart("alternative", plain, page);
  }
}
