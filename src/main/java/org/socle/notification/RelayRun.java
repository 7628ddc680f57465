package org.socle.notification;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socle.notification.DeliveryTable.Claimed;
import org.socle.notification.Post.AwayException;
import org.socle.notification.Recipients.Capacity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Shares out and sends what is due; what one mail meets does not touch the next. */
@Component
class RelayRun {

  private static final Logger LOG = LoggerFactory.getLogger(RelayRun.class);

  private final Expansion expansion;
  private final DeliveryTable table;
  private final Writers writers;
  private final ObjectProvider<JavaMailSenderImpl> senders;
  private final MailWords words;
  private final MailWriter writer;
  private final Patience patience;
  private final Clock clock;

  RelayRun(
      Expansion expansion,
      DeliveryTable table,
      Writers writers,
      ObjectProvider<JavaMailSenderImpl> senders,
      MailWords words,
      MailWriter writer,
      Patience patience,
      Clock clock) {
    this.expansion = expansion;
    this.table = table;
    this.writers = writers;
    this.senders = senders;
    this.words = words;
    this.writer = writer;
    this.patience = patience;
    this.clock = clock;
  }

  /** Shares out one batch and sends one; returns how many rows were taken, 0 when none is due. */
  int run() {
    JavaMailSenderImpl sender = senders.getIfAvailable();
    return sender == null ? 0 : expansion.run() + send(sender);
  }

  private int send(JavaMailSenderImpl sender) {
    Instant now = clock.instant();
    // A slow server must not keep us beyond the moment at which another node takes the rest.
    Instant last = now.plus(DeliveryTable.LEASE.dividedBy(2));
    List<Claimed> due = table.claim(now);
    try (Post post = new Post(sender)) {
      for (Claimed delivery : due) {
        if (clock.instant().isAfter(last)) {
          break;
        }
        send(sender, post, delivery);
      }
    } catch (AwayException e) {
      LOG.warn("{}; {} mails wait", Refusal.words(e), due.size());
      // Those that were handed over before have ended and stay so.
      due.forEach(delivery -> later(delivery, e));
    }
    return due.size();
  }

  private void send(JavaMailSenderImpl sender, Post post, Claimed delivery) throws AwayException {
    try {
      Optional<MailWords.Wording> wording = wording(delivery);
      if (wording.isEmpty()) {
        table.end(delivery, "void", clock.instant(), null);
        return;
      }
      post.send(writer.write(sender.createMimeMessage(), delivery, wording.get()));
      table.end(delivery, "accepted", clock.instant(), null);
    } catch (AwayException e) {
      throw e;
    } catch (MessagingException e) {
      failed(delivery, e);
    } catch (RuntimeException e) {
      // What a module cannot write is tried again like what a server does not take.
      LOG.warn("Mail {} could not be written", delivery.id(), e);
      failed(delivery, e);
    }
  }

  private Optional<MailWords.Wording> wording(Claimed delivery) {
    Mail mail = delivery.mail();
    if (delivery.to().capacity() == Capacity.PERSON) {
      return writers
          .personal(mail.kind())
          .flatMap(module -> module.write(mail.kind(), mail.recipient(), mail.event()))
          .map(letter -> words.personal(mail, letter));
    }
    return writers
        .ofGroups(mail.kind())
        .flatMap(module -> module.write(mail))
        .map(letter -> words.ofGroup(mail, delivery.to(), letter));
  }

  private void failed(Claimed delivery, Exception cause) {
    if (Refusal.forGood(cause)) {
      String error = Refusal.words(cause);
      table.end(delivery, "refused", clock.instant(), error);
      LOG.warn("Mail {} of kind {} is refused: {}", delivery.id(), kind(delivery), error);
    } else {
      later(delivery, cause);
    }
  }

  private void later(Claimed delivery, Exception cause) {
    String error = Refusal.words(cause);
    if (patience.over(delivery.createdAt())) {
      table.end(delivery, "given-up", clock.instant(), error);
      LOG.warn("Mail {} of kind {} is given up: {}", delivery.id(), kind(delivery), error);
    } else {
      table.putOff(delivery, patience.next(delivery.attempts()), error);
    }
  }

  private static String kind(Claimed delivery) {
    return delivery.mail().kind();
  }
}
