package org.socle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socle.evidence.Evidence;
import org.socle.evidence.Published;
import org.socle.evidence.Rules;
import org.socle.operation.TestDatabase;
import org.socle.security.AccountLinks;
import org.socle.security.Grants;
import org.socle.security.LinkPurpose;
import org.socle.security.LinkState;
import org.socle.security.NewPassword;
import org.socle.security.NewPerson;
import org.socle.security.People;
import org.socle.security.Role;
import org.socle.tracking.Actor;
import org.socle.tracking.Duties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Invitations and links for forgotten passwords as they reach a mailbox. */
@SpringBootTest(
    classes = PersonMailTests.Slice.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "socle.demo=false",
      "socle.notification.from=dialogue@example.org",
      "socle.notification.public-address=https://dialogue.example.org"
    })
class PersonMailTests {

  private static final Actor ADMIN =
      new Actor("acc-admin", Set.of(Role.ADMINISTRATOR.group()), Set.of());

  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withPerMethodLifecycle(false);

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(
      excludeName = {
        "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
        "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration"
      })
  @ComponentScan(
      value = {"org.socle.notification", "org.socle.country", "org.socle.security"},
      excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests\\$.*"))
  static class Slice {

    @Bean
    Published published() {
      return mock(Published.class);
    }

    @Bean
    Duties duties() {
      return mock(Duties.class);
    }

    @Bean
    Rules rules() {
      return mock(Rules.class);
    }

    @Bean
    Evidence evidence() {
      return mock(Evidence.class);
    }
  }

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    TestDatabase.register(registry);
    registry.add("spring.mail.host", () -> "127.0.0.1");
    registry.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
  }

  @Autowired private People people;
  @Autowired private AccountLinks links;
  @Autowired private RelayRun relay;

  private String invite(String name, String language, String displayName) {
    return people.invite(
        new NewPerson(name, displayName, name + "@union.example", language),
        new Grants(Set.of(Role.STAKEHOLDER), Map.of(), Set.of("XTR"), Set.of()),
        ADMIN);
  }

  private MimeMessage sent() throws Exception {
    SERVER.purgeEmailFromAllMailboxes();
    assertThat(relay.run()).as("one mail, shared out and sent").isEqualTo(2);
    assertThat(SERVER.getReceivedMessages()).hasSize(1);
    return SERVER.getReceivedMessages()[0];
  }

  /** The plain text of the mail. */
  private static String text(MimeMessage mail) throws Exception {
    Object part = mail.getContent();
    while (part instanceof MimeMultipart parts) {
      part = parts.getBodyPart(0).getContent();
    }
    return String.valueOf(part);
  }

  private static String token(String text, String path) {
    String start = "https://dialogue.example.org" + path;
    assertThat(text).containsOnlyOnce(start);
    return text.substring(text.indexOf(start) + start.length()).split("\\s", 2)[0];
  }

  @ParameterizedTest
  @CsvSource({
    "en, invites you to Socle, A new password for Socle",
    "fr, vous invite dans Socle, Un nouveau mot de passe pour Socle",
    "es, le invita a Socle, Una contraseña nueva para Socle"
  })
  void bringLinksThatWorkInTheLanguageOfThePerson(
      String language, String invitation, String forgotten) throws Exception {
    String name = "mail-" + UUID.randomUUID().toString().substring(0, 8);
    String id = invite(name, language, "Ana " + name);
    MimeMessage mail = sent();
    assertThat(mail.getSubject()).contains(invitation);
    assertThat(Arrays.toString(mail.getAllRecipients())).isEqualTo("[" + name + "@union.example]");
    assertThat(text(mail)).contains("Ana " + name, name).doesNotContain("{");
    String token = token(text(mail), "/account/invitation/");
    NewPassword chosen = new NewPassword("cheval pile agrafe", "cheval pile agrafe");
    assertThat(links.choose(token, LinkPurpose.INVITATION, chosen, language))
        .isEqualTo(LinkState.OPEN);

    people.sendReset(id, ADMIN);
    MimeMessage reset = sent();
    assertThat(reset.getSubject()).isEqualTo(forgotten);
    assertThat(links.look(token(text(reset), "/account/password/"), LinkPurpose.PASSWORD).state())
        .isEqualTo(LinkState.OPEN);
  }

  @Test
  void keepANameThatIsNoNameInItsPlace() throws Exception {
    String name = "mail-" + UUID.randomUUID().toString().substring(0, 8);
    invite(name, "en", "<b>Ana</b> {0} ${7*7} Bcc: x@y.example");
    MimeMessage mail = sent();
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(text(mail)).contains("Dear <b>Ana</b> {0} ${7*7} Bcc: x@y.example,");
    MimeMultipart mixed = (MimeMultipart) mail.getContent();
    assertThat(html(mixed)).contains("&lt;b&gt;Ana&lt;/b&gt;").doesNotContain("<b>Ana");
  }

  private static String html(MimeMultipart parts) throws Exception {
    Object last = parts.getBodyPart(parts.getCount() - 1).getContent();
    while (last instanceof MimeMultipart inner) {
      last = inner.getBodyPart(inner.getCount() - 1).getContent();
    }
    return String.valueOf(last);
  }
}
