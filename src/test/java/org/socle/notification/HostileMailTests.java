package org.socle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.country.Countries;
import org.socle.hostile.Dom;
import org.socle.hostile.HostileStrings;
import org.socle.notification.MailTable.Delivery;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** What people typed makes no header, no part and no markup of a mail. */
class HostileMailTests {

  private static final long SEED = Long.getLong("hostile.seed", System.nanoTime());
  private static final Random CHANCE = new Random(SEED);
  private static final String ADDRESS = "person@example.org";

  private final MailWriter writer = writer();

  private static StaticMessageSource messages() {
    StaticMessageSource messages = new StaticMessageSource();
    messages.addMessage("mail.test.subject", Locale.ENGLISH, "{0} asks you about {1}");
    messages.addMessage("mail.test.text", Locale.ENGLISH, "{0} asks.\nAnswer about {1}.");
    messages.addMessage("mail.test.action", Locale.ENGLISH, "Open {1}");
    messages.addMessage("mail.foot", Locale.ENGLISH, "Sent by Socle");
    return messages;
  }

  private static MailWords words() {
    return new MailWords(
        messages(),
        new StaticListableBeanFactory().getBeanProvider(MailCases.class),
        mock(Countries.class));
  }

  private static MailWriter writer() {
    ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
    files.setPrefix("templates/");
    files.setSuffix(".html");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(files);
    engine.setTemplateEngineMessageSource(messages());
    NotificationProperties settings =
        new NotificationProperties(
            "dialogue@example.org",
            "https://dialogue.example.org",
            Duration.ofSeconds(5),
            10,
            Duration.ofDays(1));
    return new MailWriter(
        engine,
        new MailServer(
            new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class), settings),
        new SittingCalendar(settings, Clock.systemUTC()),
        settings);
  }

  private MimeMessage sent(String address, String name, String title) throws Exception {
    Mail mail = new Mail(null, "test", "account-1", "event");
    Delivery to = new Delivery("account-1", Recipients.Capacity.PERSON, null, null, null);
    MimeMessage message =
        writer.write(
            new JavaMailSenderImpl().createMimeMessage(),
            new DeliveryTable.Claimed(7, mail, to, 1, Instant.EPOCH),
            words().personal(mail, new Letter(address, "en", List.of(name, title), "/my-tasks/1")));
    message.saveChanges();
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    message.writeTo(wire);
    return new MimeMessage(null, new ByteArrayInputStream(wire.toByteArray()));
  }

  @RepeatedTest(20)
  void aTextIsATextInSubjectAndBothBodies() throws Exception {
    String name =
        HostileStrings.text(CHANCE, 1, 160, true) + "\r\nBcc: everybody@example.org\r\n\r\n<b>x";
    String title = HostileStrings.text(CHANCE, 2, 200, false);
    MimeMessage plain = sent(ADDRESS, "Ada", "Floor");

    MimeMessage mail = sent(ADDRESS, name, title);

    String oneLine = Plain.line(name);
    String said = Plain.line(title);
    assertThat(oneLine).contains("Bcc: everybody@example.org", "<b>x").doesNotContain("\r", "\n");
    assertThat(headers(mail)).as("hostile.seed=" + SEED).isEqualTo(headers(plain));
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getSubject()).isEqualTo(oneLine + " asks you about " + said);
    List<String> bodies = bodies(mail);
    assertThat(bodies).hasSize(bodies(plain).size());
    assertThat(bodies.get(0)).contains(oneLine + " asks.", "Answer about " + said + ".");
    Dom html = Dom.of(bodies.get(1));
    assertThat(html.texts).contains(oneLine + " asks.", "Answer about " + said + ".");
    assertThat(html.elements.stream().map(Dom.Element::name))
        .isEqualTo(Dom.of(bodies(plain).get(1)).elements.stream().map(Dom.Element::name).toList());
    assertThat(html.elements)
        .allSatisfy(
            element ->
                assertThat(element.attributes().keySet())
                    .noneMatch(attribute -> attribute.startsWith("on")));
    assertThat(String.join("", bodies)).doesNotContain(HostileStrings.EVALUATED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.org, b@example.org",
        "a@example.org\r\nBcc: b@example.org",
        "a@example.org\nBcc: b@example.org",
        "a@example.org b@example.org"
      })
  void anAddressIsOneAddress(String address) {
    assertThatThrownBy(() -> sent(address, "Ada", "Floor")).isInstanceOf(MessagingException.class);
  }

  private static List<String> headers(MimeMessage mail) throws MessagingException {
    return Collections.list(mail.getAllHeaders()).stream()
        .map(jakarta.mail.Header::getName)
        .sorted()
        .collect(Collectors.toList());
  }

  private static List<String> bodies(MimeMessage mail) throws Exception {
    List<String> bodies = new ArrayList<>();
    collect((Multipart) mail.getContent(), bodies);
    return bodies;
  }

  private static void collect(Multipart parts, List<String> bodies) throws Exception {
    for (int at = 0; at < parts.getCount(); at++) {
      BodyPart part = parts.getBodyPart(at);
      if (part.getContent() instanceof Multipart inner) {
        collect(inner, bodies);
      } else {
        bodies.add(
            new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .replace("\r\n", "\n"));
      }
    }
  }
}
