package org.socle.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.socle.notification.MailWords.Line;
import org.socle.notification.MailWords.Wording;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes the message: one layout, HTML and plain text from the same words. */
@Component
class MailWriter {

  private static final String LAYOUT = "mail/letter";

  private final ITemplateEngine templates;
  private final MailServer server;
  private final SittingCalendar calendar;
  private final NotificationProperties settings;

  MailWriter(
      ITemplateEngine templates,
      MailServer server,
      SittingCalendar calendar,
      NotificationProperties settings) {
    this.templates = templates;
    this.server = server;
    this.calendar = calendar;
    this.settings = settings;
  }

  /** Fills an empty message. */
  MimeMessage write(MimeMessage message, DeliveryTable.Claimed delivery, Wording wording)
      throws MessagingException {
    MimeMessageHelper helper =
        new MimeMessageHelper(
            message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
    helper.setFrom(settings.from());
    helper.setTo(wording.address());
    helper.setSubject(wording.subject());
    helper.setText(plain(wording), html(wording));
    if (wording.sitting() != null) {
      helper.addAttachment(
          "invitation.ics",
          new ByteArrayResource(calendar.write(wording.sitting(), server.link(wording.path()))),
          SittingCalendar.TYPE);
    }
    message.setHeader("Message-ID", id(delivery));
    message.setHeader("Content-Language", wording.language().getLanguage());
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  /** The page of the mail. */
  String html(Wording wording) {
    Context model = new Context(wording.language());
    model.setVariable("mail", wording);
    model.setVariable("link", server.link(wording.path()));
    return templates.process(LAYOUT, model);
  }

  /** The same words without a page. */
  String plain(Wording wording) {
    StringBuilder text = new StringBuilder();
    wording.paragraphs().forEach(paragraph -> text.append(paragraph).append("\n\n"));
    if (wording.due() != null) {
      text.append(wording.due()).append("\n\n");
    }
    if (!wording.facts().isEmpty()) {
      text.append(wording.facts().stream().map(MailWriter::line).collect(Collectors.joining("\n")));
      text.append("\n\n");
    }
    text.append(wording.action()).append('\n').append(server.link(wording.path()));
    text.append("\n\n");
    wording.why().forEach(sentence -> text.append(sentence).append('\n'));
    return text.append("\n-- \n").append(wording.foot()).toString();
  }

  private static String line(Line fact) {
    return fact.said().replace("\n", "\n  ");
  }

  /** The same delivery has the same number, so that a resend after a lost answer is recognised. */
  private String id(DeliveryTable.Claimed delivery) {
    return "<delivery-" + delivery.id() + "@" + settings.domain() + ">";
  }
}
