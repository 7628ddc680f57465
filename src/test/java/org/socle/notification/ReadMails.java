package org.socle.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.socle.notification.DeliveryTable.Claimed;
import org.socle.notification.MailTable.Delivery;
import org.socle.notification.MailWords.Wording;
import org.socle.notification.Recipients.Capacity;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the mails of a test's outbox as the relay would, and sends none. */
public final class ReadMails {

  /** One mail to one reader. */
  public record Read(String kind, String language, String subject, String plain, String html) {}

  private final ApplicationContext context;

  public ReadMails(ApplicationContext context) {
    this.context = context;
  }

  /** What the module that owns the kind says today. */
  public Optional<GroupLetter> letter(Mail mail) {
    return context.getBean(Writers.class).ofGroups(mail.kind()).orElseThrow().write(mail);
  }

  /** Whether some module writes the kind. */
  public boolean known(String kind) {
    return context.getBean(Writers.class).know(kind);
  }

  /** The mail as somebody reads it. */
  public Read read(
      Mail mail, GroupLetter letter, Capacity capacity, String person, String language) {
    Delivery to = new Delivery(person, capacity, "Workers’ Congress", "ana@example.org", language);
    Wording wording = context.getBean(MailWords.class).ofGroup(mail, to, letter);
    MailWriter writer = context.getBean(MailWriter.class);
    try {
      MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
      writer.write(message, new Claimed(1, mail, to, 1, Instant.EPOCH), wording);
      return new Read(
          mail.kind(), language, message.getSubject(), writer.plain(wording), writer.html(wording));
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** Shares out every held mail of a case; who gets what, in the order of the outbox. */
  public List<String> share(String caseId) {
    JdbcClient jdbc = context.getBean(JdbcClient.class);
    jdbc.sql(
            "update notification_outbox set state = 'queued', due_at = created_at where case_id = ? and state = 'held'")
        .param(caseId)
        .update();
    Expansion expansion = context.getBean(Expansion.class);
    int taken = expansion.run();
    while (taken > 0) {
      taken = expansion.run();
    }
    return jdbc.sql(
            """
            select o.kind || ': ' || coalesce(string_agg(d.capacity || ' ' || d.address || ' ' || d.language, ', '
              order by d.id), o.state)
            from notification_outbox o left join notification_delivery d on d.outbox_id = o.id
            where o.case_id = ? group by o.id order by o.id
            """)
        .param(caseId)
        .query(String.class)
        .list();
  }
}
