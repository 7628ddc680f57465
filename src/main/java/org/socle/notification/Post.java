package org.socle.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * One connection to the mail server for a batch. Each message is handed over, and its answer known,
 * before the next begins, so that a killed program leaves one in doubt and not the batch.
 */
final class Post implements AutoCloseable {

  /** The server cannot be reached or does not let us in: no mail is to blame. */
  static final class AwayException extends MessagingException {

    private static final long serialVersionUID = 1L;

    AwayException(MessagingException cause) {
      super("The mail server is away", cause);
    }
  }

  private final JavaMailSenderImpl sender;
  private @Nullable Transport line;

  Post(JavaMailSenderImpl sender) {
    this.sender = sender;
  }

  /** Hands a message over; returns when the server has accepted it. */
  void send(MimeMessage message) throws MessagingException {
    Transport open = line == null ? open() : line;
    // Saving would make a new number, and the number is what tells a resend from a second mail.
    String id = message.getMessageID();
    message.saveChanges();
    message.setHeader("Message-ID", id);
    try {
      open.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException e) {
      // What the line holds after a refusal is not known.
      close();
      throw e;
    }
  }

  private Transport open() throws AwayException {
    try {
      Session session = sender.getSession();
      Transport opened =
          session.getTransport(sender.getProtocol() == null ? "smtp" : sender.getProtocol());
      opened.connect(
          sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
      line = opened;
      return opened;
    } catch (MessagingException e) {
      throw new AwayException(e);
    }
  }

  @Override
  public void close() {
    Transport open = line;
    line = null;
    if (open != null) {
      try {
        open.close();
      } catch (MessagingException e) {
        // The server has gone first; what was accepted stays accepted.
        return;
      }
    }
  }
}
