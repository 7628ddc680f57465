package org.socle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.socle.country.CaseClock;
import org.socle.evidence.Published;
import org.socle.operation.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The relay against a real mail server. */
@SpringBootTest(
    classes = RelayTests.Slice.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "socle.notification.from=dialogue@example.org",
      "socle.notification.public-address=https://dialogue.example.org/",
      "spring.messages.basename=messages/mail,mail-test"
    })
class RelayTests {

  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");

  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
          .withPerMethodLifecycle(false);

  /** One that stays the same when the server goes away and comes back. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(
      excludeName = {
        "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
        "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
        "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration"
      })
  @ComponentScan({"org.socle.notification", "org.socle.country"})
  static class Slice {

    @Bean
    Published published() {
      Published published = mock(Published.class);
      when(published.replayed("carried")).thenReturn(true);
      return published;
    }

    @Bean
    TestLetters letters() {
      return new TestLetters();
    }
  }

  /** Writes the mails of a kind that only this test knows. */
  static class TestLetters implements Letters {

    private final Map<String, Letter> byRecipient = new ConcurrentHashMap<>();

    @Override
    public boolean knows(String kind) {
      return kind.equals("test-asked-person");
    }

    @Override
    public Optional<Letter> write(String kind, String recipient, String event) {
      return Optional.ofNullable(byRecipient.get(recipient));
    }
  }

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    TestDatabase.register(registry);
    registry.add("spring.mail.host", () -> "127.0.0.1");
    registry.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
  }

  @Autowired private Notifications notifications;
  @Autowired private RelayRun relay;
  @Autowired private TestLetters letters;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;
  @Autowired private CaseClock clock;

  @BeforeEach
  void empty() throws Exception {
    clock.hold(NOW);
    jdbc.sql("delete from notification_outbox").update();
    letters.byRecipient.clear();
    SERVER.purgeEmailFromAllMailboxes();
  }

  @AfterEach
  void release() {
    clock.release();
  }

  private void ask(String recipient) {
    transaction.executeWithoutResult(
        status -> notifications.enqueue(new Mail(null, "test-asked-person", recipient, "e1")));
  }

  private void write(String recipient, String language, String name) {
    letters.byRecipient.put(
        recipient,
        new Letter(recipient + "@example.org", language, List.of(name), "/account/x?y=1&z=2"));
  }

  private List<String> states() {
    return jdbc.sql("select state || ' ' || attempts from notification_outbox order by id")
        .query(String.class)
        .list();
  }

  @Test
  void sendsEachPersonAMailOfTheirOwnInTheirLanguage() throws Exception {
    write("ana", "fr", "Ana");
    write("ben", "es", "Ben");
    ask("ana");
    ask("ben");

    assertThat(relay.send()).isEqualTo(2);

    MimeMessage[] received = SERVER.getReceivedMessages();
    assertThat(received).hasSize(2);
    assertThat(Arrays.stream(received).map(RelayTests::recipients).toList())
        .containsExactly(List.of("ana@example.org"), List.of("ben@example.org"));
    MimeMessage french = received[0];
    assertThat(french.getSubject()).isEqualTo("Demande pour Ana");
    assertThat(french.getHeader("Content-Language")).containsExactly("fr");
    assertThat(french.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(french.getFrom()[0].toString()).isEqualTo("dialogue@example.org");
    assertThat(french.getMessageID()).matches("<outbox-\\d+@example\\.org>");
    assertThat(body(french, "text/plain"))
        .contains("Chère Ana,\n\nRépondez.", "https://dialogue.example.org/account/x?y=1&z=2");
    assertThat(body(french, "text/html"))
        .contains("Chère Ana,", "href=\"https://dialogue.example.org/account/x?y=1&amp;z=2\"");
    assertThat(states()).containsExactly("accepted 1", "accepted 1");
    assertThat(relay.send()).isZero();
  }

  @Test
  void showsWhatPeopleTypedAsText() throws Exception {
    write("eve", "en", "Eve\r\nBcc: all@example.org <b>{0}</b> ${7*7}");
    ask("eve");
    relay.send();

    MimeMessage received = SERVER.getReceivedMessages()[0];
    assertThat(received.getSubject())
        .isEqualTo("Request for Eve  Bcc: all@example.org <b>{0}</b> ${7*7}");
    assertThat(received.getHeader("Bcc")).isNull();
    assertThat(body(received, "text/html"))
        .contains("Dear Eve  Bcc: all@example.org &lt;b&gt;{0}&lt;/b&gt; ${7*7},");
    assertThat(body(received, "text/plain")).contains("<b>{0}</b> ${7*7}");
  }

  @Test
  void sendsNothingOfARolledBackTransaction() {
    write("ana", "en", "Ana");
    transaction.executeWithoutResult(
        status -> {
          notifications.enqueue(new Mail(null, "test-asked-person", "ana", "e1"));
          status.setRollbackOnly();
        });
    assertThat(relay.send()).isZero();
    assertThat(SERVER.getReceivedMessages()).isEmpty();
  }

  @Test
  void triesAgainLaterWhenTheServerIsAwayAndSendsOnce() {
    write("ana", "en", "Ana");
    ask("ana");
    SERVER.stop();
    relay.send();
    assertThat(states()).containsExactly("queued 1");
    assertThat(relay.send()).as("not before its pause is over").isZero();
    SERVER.start();
    clock.hold(NOW.plus(Duration.ofMinutes(1)));
    relay.send();
    assertThat(states()).containsExactly("accepted 2");
    assertThat(SERVER.getReceivedMessages()).hasSize(1);
  }

  @Test
  void givesUpAfterTheLastAttempt() {
    write("ana", "en", "Ana");
    ask("ana");
    SERVER.stop();
    Instant at = NOW;
    for (int attempt = 1; attempt <= 8; attempt++) {
      relay.send();
      at = at.plus(Duration.ofHours(7));
      clock.hold(at);
    }
    SERVER.start();
    assertThat(relay.send()).isZero();
    assertThat(states()).containsExactly("given-up 8");
    assertThat(error()).doesNotContain("@");
  }

  @Test
  void refusesOneAddressWithoutTouchingTheNext() {
    letters.byRecipient.put("bad", new Letter("no address", "en", List.of("Bad"), "/"));
    write("ana", "en", "Ana");
    ask("bad");
    ask("ana");
    relay.send();
    assertThat(states()).containsExactly("refused 1", "accepted 1");
    assertThat(SERVER.getReceivedMessages()).hasSize(1);
  }

  @Test
  void forgetsWhatNobodyNeedsAnyMore() {
    ask("gone");
    relay.send();
    assertThat(states()).containsExactly("void 1");
  }

  @Test
  void holdsWhatNobodyWritesAndWhatWasCarriedFromPublishedFacts() {
    transaction.executeWithoutResult(
        status -> {
          notifications.enqueue(new Mail(null, "unknown-seat", "seat-1", "e1"));
          notifications.enqueue(new Mail("carried", "test-asked-person", "ana", "e1"));
        });
    assertThat(relay.send()).isZero();
    assertThat(states()).containsExactly("held 0", "replayed 0");
  }

  @Test
  void sendsOnceWhenTwoNodesLookAtTheSameMoment() throws Exception {
    for (int person = 0; person < 30; person++) {
      write("p" + person, "en", "P" + person);
      ask("p" + person);
    }
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      Callable<Integer> node =
          () -> {
            int sent = 0;
            for (int taken = relay.send(); taken > 0; taken = relay.send()) {
              sent += taken;
            }
            return sent;
          };
      int sent = 0;
      for (Future<Integer> each : nodes.invokeAll(List.of(node, node))) {
        sent += each.get();
      }
      assertThat(sent).isEqualTo(30);
    } finally {
      nodes.shutdown();
    }
    assertThat(Arrays.stream(SERVER.getReceivedMessages()).map(RelayTests::recipients).distinct())
        .hasSize(30);
    assertThat(SERVER.getReceivedMessages()).hasSize(30);
  }

  @Test
  void waitsFourTimesLongerAfterEachAttempt() {
    assertThat(RelayRun.pause(1)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(33));
    assertThat(RelayRun.pause(3)).isBetween(Duration.ofMinutes(8), Duration.ofSeconds(528));
    assertThat(RelayRun.pause(20)).isBetween(Duration.ofHours(6), Duration.ofMinutes(396));
  }

  private String error() {
    return jdbc.sql("select last_error from notification_outbox").query(String.class).single();
  }

  private static List<String> recipients(MimeMessage message) {
    try {
      return Arrays.stream(message.getAllRecipients()).map(Object::toString).toList();
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static String body(jakarta.mail.Part part, String type) throws Exception {
    if (part.isMimeType(type)) {
      return String.valueOf(part.getContent()).replace("\r\n", "\n");
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int each = 0; each < parts.getCount(); each++) {
        String found = body(parts.getBodyPart(each), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }
}
