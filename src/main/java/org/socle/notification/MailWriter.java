package org.socle.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes the message: one layout, HTML and plain text from the same words. */
@Component
class MailWriter {

  private static final String LAYOUT = "mail/letter";

  private final MessageSource messages;
  private final ITemplateEngine templates;
  private final MailServer server;
  private final NotificationProperties settings;

  MailWriter(
      MessageSource messages,
      ITemplateEngine templates,
      MailServer server,
      NotificationProperties settings) {
    this.messages = messages;
    this.templates = templates;
    this.server = server;
    this.settings = settings;
  }

  MimeMessage write(JavaMailSender sender, MailTable.Claimed mail, Letter letter)
      throws MessagingException {
    Locale locale = Locale.forLanguageTag(letter.language());
    Object[] arguments = letter.arguments().stream().map(MailWriter::oneLine).toArray();
    String key = "mail." + mail.kind();
    String subject = messages.getMessage(key + ".subject", arguments, locale);
    List<String> paragraphs =
        Arrays.asList(messages.getMessage(key + ".text", arguments, locale).split("\n"));
    String action = messages.getMessage(key + ".action", arguments, locale);
    String foot = messages.getMessage("mail.foot", null, locale);
    String link = server.link(letter.path());
    MimeMessage message = sender.createMimeMessage();
    MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
    helper.setFrom(settings.from());
    helper.setTo(letter.address());
    helper.setSubject(subject);
    Context model = new Context(locale);
    model.setVariable("subject", subject);
    model.setVariable("paragraphs", paragraphs);
    model.setVariable("action", action);
    model.setVariable("link", link);
    model.setVariable("foot", foot);
    helper.setText(
        String.join("\n\n", paragraphs) + "\n\n" + action + ":\n" + link + "\n\n-- \n" + foot,
        templates.process(LAYOUT, model));
    message.setHeader("Message-ID", id(mail));
    message.setHeader("Content-Language", letter.language());
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  /** The same row has the same number, so that a resend after a lost answer is recognised. */
  private String id(MailTable.Claimed mail) {
    String domain = settings.from().replaceFirst(".*@", "");
    return "<outbox-" + mail.id() + "@" + domain + ">";
  }

  /** Names are typed by people; a line end in one would begin a header or a paragraph. */
  private static String oneLine(String text) {
    return text.codePoints()
        .map(sign -> Character.isISOControl(sign) || sign == 0x2028 || sign == 0x2029 ? ' ' : sign)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
