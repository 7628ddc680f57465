package org.socle.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends what is due, one mail per person; what one mail meets does not touch the next. */
@Component
class RelayRun {

  private static final Logger LOG = LoggerFactory.getLogger(RelayRun.class);

  /** Longer than the mail server's limits of time together. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  private final MailTable table;
  private final ObjectProvider<Letters> writers;
  private final ObjectProvider<JavaMailSender> senders;
  private final MailWriter writer;
  private final NotificationProperties settings;
  private final Clock clock;

  RelayRun(
      MailTable table,
      ObjectProvider<Letters> writers,
      ObjectProvider<JavaMailSender> senders,
      MailWriter writer,
      NotificationProperties settings,
      Clock clock) {
    this.table = table;
    this.writers = writers;
    this.senders = senders;
    this.writer = writer;
    this.settings = settings;
    this.clock = clock;
  }

  /** Sends one batch; returns how many rows were taken, 0 when nothing is due. */
  int send() {
    JavaMailSender sender = senders.getIfAvailable();
    if (sender == null) {
      return 0;
    }
    Instant now = clock.instant();
    List<MailTable.Claimed> due = table.claim(now, now.plus(LEASE), settings.batch());
    due.forEach(mail -> send(sender, mail));
    return due.size();
  }

  private void send(JavaMailSender sender, MailTable.Claimed mail) {
    try {
      Optional<Letter> letter = letter(mail);
      if (letter.isEmpty()) {
        table.end(mail.id(), "void", clock.instant(), null);
        return;
      }
      sender.send(writer.write(sender, mail, letter.get()));
      table.end(mail.id(), "accepted", clock.instant(), null);
    } catch (MailException | MessagingException e) {
      failed(mail, e);
    } catch (RuntimeException e) {
      // What a module cannot write is tried again like what a server does not take.
      LOG.warn("Mail {} could not be written", mail.id(), e);
      failed(mail, e);
    }
  }

  private Optional<Letter> letter(MailTable.Claimed mail) {
    return writers
        .orderedStream()
        .filter(each -> each.knows(mail.kind()))
        .findFirst()
        .flatMap(each -> each.write(mail.kind(), mail.recipient(), mail.event()));
  }

  private void failed(MailTable.Claimed mail, Exception cause) {
    String error = Refusal.words(cause);
    if (cause instanceof AddressException || Refusal.forGood(cause)) {
      table.end(mail.id(), "refused", clock.instant(), error);
    } else if (mail.attempts() >= settings.attempts()) {
      table.end(mail.id(), "given-up", clock.instant(), error);
    } else {
      table.putOff(mail.id(), clock.instant().plus(pause(mail.attempts())), error);
      return;
    }
    LOG.warn("Mail {} of kind {} did not leave: {}", mail.id(), mail.kind(), error);
  }

  /** Four times longer after each attempt, and up to a tenth more, so that not all come at once. */
  static Duration pause(int attempts) {
    long pause = FIRST_PAUSE.toMillis() << Math.min(20, 2 * (attempts - 1));
    long limited = Math.min(pause, LONGEST_PAUSE.toMillis());
    return Duration.ofMillis(limited + ThreadLocalRandom.current().nextLong(limited / 10 + 1));
  }

  /** Reads what a mail server said. */
  private static final class Refusal {

    private Refusal() {}

    static boolean forGood(Exception cause) {
      return cause instanceof org.springframework.mail.MailSendException sent
          && sent.getMessageExceptions().length > 0
          && sent.getMessageExceptions()[0] instanceof SendFailedException refused
          && refused.getInvalidAddresses() != null
          && refused.getInvalidAddresses().length > 0;
    }

    /** The kind of the failure and the server's first line; addresses are left out. */
    static String words(Exception cause) {
      Throwable root = cause;
      while (root.getCause() != null && root.getCause() != root) {
        root = root.getCause();
      }
      String said = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
      return root.getClass().getSimpleName()
          + ": "
          + said.replaceAll("\\S+@\\S+", "(address)").replaceAll("https?://\\S+", "(link)");
    }
  }
}
