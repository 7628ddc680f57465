package org.socle.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.socle.country.CaseClock;
import org.socle.evidence.Evidence;
import org.socle.notification.Recipients.Addressee;
import org.socle.notification.Recipients.Capacity;
import org.socle.notification.Recipients.Party;
import org.socle.operation.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
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

  /** Nested, so that the tests of the whole program do not find it. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(
      excludeName = {
        "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
        "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
        "org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration"
      })
  @ComponentScan(
      value = {"org.socle.notification", "org.socle.country"},
      excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests\\$.*"))
  @Import(MailSlice.class)
  static class Slice {}

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    TestDatabase.register(registry);
    registry.add("spring.mail.host", () -> "127.0.0.1");
    registry.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
  }

  @Autowired private Notifications notifications;
  @Autowired private RelayRun relay;
  @Autowired private MailLog log;
  @Autowired private Evidence evidence;
  @Autowired private MailSlice.TestLetters letters;
  @Autowired private MailSlice.TestGroups groups;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;
  @Autowired private CaseClock clock;

  @BeforeEach
  void empty() throws Exception {
    clock.hold(NOW);
    jdbc.sql("delete from notification_delivery").update();
    jdbc.sql("delete from notification_outbox").update();
    groups.clear();
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
    return jdbc.sql("select state || ' ' || attempts from notification_delivery order by id")
        .query(String.class)
        .list();
  }

  @Test
  void sendsEachPersonAMailOfTheirOwnInTheirLanguage() throws Exception {
    write("ana", "fr", "Ana");
    write("ben", "es", "Ben");
    ask("ana");
    ask("ben");

    assertThat(relay.run()).as("two mails, shared out and sent").isEqualTo(4);

    MimeMessage[] received = SERVER.getReceivedMessages();
    assertThat(received).hasSize(2);
    assertThat(Arrays.stream(received).map(RelayTests::recipients).toList())
        .containsExactly(List.of("ana@example.org"), List.of("ben@example.org"));
    MimeMessage french = received[0];
    assertThat(french.getSubject()).isEqualTo("Demande pour Ana");
    assertThat(french.getHeader("Content-Language")).containsExactly("fr");
    assertThat(french.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(french.getFrom()[0].toString()).isEqualTo("dialogue@example.org");
    assertThat(french.getMessageID()).matches("<delivery-\\d+@example\\.org>");
    assertThat(body(french, "text/plain"))
        .contains("Chère Ana,\n\nRépondez.", "https://dialogue.example.org/account/x?y=1&z=2");
    assertThat(body(french, "text/html"))
        .contains("Chère Ana,", "href=\"https://dialogue.example.org/account/x?y=1&amp;z=2\"");
    assertThat(states()).containsExactly("accepted 1", "accepted 1");
    assertThat(relay.run()).isZero();
  }

  @Test
  void showsWhatPeopleTypedAsText() throws Exception {
    write("eve", "en", "Eve\r\nBcc: all@example.org <b>{0}</b> ${7*7}");
    ask("eve");
    relay.run();

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
    assertThat(relay.run()).isZero();
    assertThat(SERVER.getReceivedMessages()).isEmpty();
  }

  @Test
  void triesAgainLaterWhenTheServerIsAwayAndSendsOnce() {
    write("ana", "en", "Ana");
    ask("ana");
    SERVER.stop();
    relay.run();
    assertThat(states()).containsExactly("queued 1");
    assertThat(relay.run()).as("not before its pause is over").isZero();
    SERVER.start();
    clock.hold(NOW.plus(Duration.ofMinutes(1)));
    relay.run();
    assertThat(states()).containsExactly("accepted 2");
    assertThat(SERVER.getReceivedMessages()).hasSize(1);
  }

  @Test
  void givesUpAfterFourDays() {
    write("ana", "en", "Ana");
    ask("ana");
    SERVER.stop();
    Instant at = NOW;
    for (int attempt = 1; attempt <= 9; attempt++) {
      relay.run();
      at = at.plus(Duration.ofHours(12));
      clock.hold(at);
    }
    SERVER.start();
    assertThat(relay.run()).isZero();
    assertThat(states()).containsExactly("given-up 9");
    assertThat(error()).doesNotContain("@");
  }

  @Test
  void refusesOneAddressWithoutTouchingTheNext() {
    letters.byRecipient.put("bad", new Letter("no address", "en", List.of("Bad"), "/"));
    write("ana", "en", "Ana");
    ask("bad");
    ask("ana");
    relay.run();
    assertThat(states()).containsExactly("refused 1", "accepted 1");
    assertThat(SERVER.getReceivedMessages()).hasSize(1);
  }

  @Test
  void forgetsWhatNobodyNeedsAnyMore() {
    ask("gone");
    relay.run();
    assertThat(states()).containsExactly("void 1");
  }

  @Test
  void holdsWhatNobodyWritesAndWhatWasCarriedFromPublishedFacts() {
    transaction.executeWithoutResult(
        status -> {
          notifications.enqueue(new Mail(null, "unknown-seat", "seat-1", "e1"));
          notifications.enqueue(new Mail("carried", "test-asked-person", "ana", "e1"));
        });
    assertThat(relay.run()).isZero();
    assertThat(outbox()).containsExactly("held", "replayed");
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
            for (int taken = relay.run(); taken > 0; taken = relay.run()) {
              sent += taken;
            }
            return sent;
          };
      int sent = 0;
      for (Future<Integer> each : nodes.invokeAll(List.of(node, node))) {
        sent += each.get();
      }
      assertThat(sent).as("thirty mails, shared out and sent").isEqualTo(60);
    } finally {
      nodes.shutdown();
    }
    assertThat(Arrays.stream(SERVER.getReceivedMessages()).map(RelayTests::recipients).distinct())
        .hasSize(30);
    assertThat(SERVER.getReceivedMessages()).hasSize(30);
  }

  @Test
  void waitsFourTimesLongerAfterEachAttempt() {
    assertThat(Patience.pause(1)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(33));
    assertThat(Patience.pause(3)).isBetween(Duration.ofMinutes(8), Duration.ofSeconds(528));
    assertThat(Patience.pause(20)).isBetween(Duration.ofHours(1), Duration.ofMinutes(66));
  }

  private List<String> outbox() {
    return jdbc.sql("select state from notification_outbox order by id").query(String.class).list();
  }

  private void askSeat(String caseId) {
    transaction.executeWithoutResult(
        status -> notifications.enqueue(new Mail(caseId, "test-asked-seat", "seat-1", "e1")));
  }

  private void seat(Addressee... people) {
    groups.parties.put("seat-1", new Party("Workers’ Congress", "WRK", List.of(people)));
  }

  private static Addressee person(String key, Capacity capacity, String address, String language) {
    return new Addressee(key, capacity, address, language);
  }

  @Test
  void writesToTheFullMemberAndNotToTheSubstituteAsWell() throws Exception {
    seat(
        person("account-t", Capacity.TITULAR, "tim@example.org", "fr"),
        person("account-a", Capacity.ALTERNATE, "ada@example.org", "en"),
        person("institution-1", Capacity.INSTITUTION, "office@example.org", "en"));
    askSeat("c1");
    relay.run();

    assertThat(outbox()).containsExactly("expanded");
    MimeMessage received = SERVER.getReceivedMessages()[0];
    assertThat(SERVER.getReceivedMessages()).hasSize(1);
    assertThat(recipients(received)).containsExactly("tim@example.org");
    assertThat(received.getSubject()).isEqualTo("Veuillez répondre [SPF-XTR-2026-001]");
    assertThat(body(received, "text/plain"))
        .contains(
            "À faire au plus tard le lundi 15 juin 2026",
            "Dossier : SPF-XTR-2026-001 – Un socle pour tous",
            "comme membre titulaire pour : Workers’ Congress.",
            "https://dialogue.example.org/my-tasks/d1")
        .doesNotContain("pas encore de compte");
    assertThat(body(received, "text/html")).contains("Un socle pour tous", "lundi 15 juin 2026");
  }

  @Test
  void writesToTheNextWhoCanBeReached() throws Exception {
    seat(
        person("account-t", Capacity.TITULAR, " ", "fr"),
        person("institution-1", Capacity.INSTITUTION, "office@example.org", "es"));
    askSeat("c1");
    relay.run();
    MimeMessage received = SERVER.getReceivedMessages()[0];
    assertThat(recipients(received)).containsExactly("office@example.org");
    assertThat(body(received, "text/plain"))
        .contains("Todavía no tiene una cuenta", "lunes, 15 de junio de 2026");
  }

  @Test
  void showsThatNobodyCanBeReached() {
    seat(person("account-t", Capacity.TITULAR, "", "fr"));
    askSeat("c1");
    relay.run();
    assertThat(outbox()).containsExactly("unreachable");
    assertThat(SERVER.getReceivedMessages()).isEmpty();
  }

  @Test
  void endsWhatIsForAGroupThatHasEnded() {
    askSeat("c1");
    relay.run();
    assertThat(outbox()).containsExactly("void");
  }

  @Test
  void tellsWhoeverGetsACopyThatNothingIsAsked() throws Exception {
    seat(person("account-t", Capacity.TITULAR, "tim@example.org", "en"));
    groups.parties.put(
        "secretariat",
        new Party(
            null,
            "FUNCTION",
            List.of(
                person("account-s", Capacity.HOLDER, "sam@example.org", "en"),
                person("account-t", Capacity.HOLDER, "tim@example.org", "en"),
                person("account-u", Capacity.HOLDER, "TIM@example.org", "en"))));
    askSeat("c1");
    relay.run();
    MimeMessage[] received = SERVER.getReceivedMessages();
    assertThat(Arrays.stream(received).map(RelayTests::recipients).toList())
        .as("nobody twice, be it as somebody else or at the same address")
        .containsExactly(List.of("tim@example.org"), List.of("sam@example.org"));
    assertThat(received[1].getSubject())
        .isEqualTo("For your information: Please answer [SPF-XTR-2026-001]");
    assertThat(body(received[1], "text/plain"))
        .contains("Nothing is asked of you", "https://dialogue.example.org/cases/c1");
  }

  @Test
  void sendsNothingOfWhatWasAnsweredMeanwhile() {
    seat(person("account-t", Capacity.TITULAR, "tim@example.org", "en"));
    groups.answered.add("seat-1");
    askSeat("c1");
    relay.run();
    assertThat(SERVER.getReceivedMessages()).isEmpty();
    assertThat(states()).containsExactly("void 1");
  }

  @Test
  void sendsNothingOfACaseThatIsCarriedFromPublishedFactsEvenWhenItWasQueued() {
    seat(person("account-t", Capacity.TITULAR, "tim@example.org", "en"));
    askSeat("c1");
    jdbc.sql("update notification_outbox set case_id = 'carried'").update();
    relay.run();
    assertThat(outbox()).containsExactly("replayed");
    assertThat(SERVER.getReceivedMessages()).isEmpty();
  }

  @Test
  void aNodeKilledBetweenSharingOutAndSendingLosesNothingAndDoublesNothing() {
    seat(person("account-t", Capacity.TITULAR, "tim@example.org", "en"));
    askSeat("c1");
    SERVER.stop();
    relay.run();
    SERVER.start();
    // As if the end of the sharing out had not been written by the first node.
    jdbc.sql("update notification_outbox set state = 'queued', due_at = created_at").update();
    clock.hold(NOW.plus(Duration.ofMinutes(10)));
    relay.run();
    relay.run();
    assertThat(states()).hasSize(1).allMatch(state -> state.startsWith("accepted"));
    assertThat(SERVER.getReceivedMessages()).hasSize(1);
  }

  @Test
  void invitesWithACalendarEntryThatKeepsItsNumberWhenTheDayMoves() throws Exception {
    seat(person("account-t", Capacity.TITULAR, "tim@example.org", "en"));
    for (int version = 0; version < 2; version++) {
      groups.letter =
          GroupLetter.on("/cases/c1")
              .inviting(
                  new GroupLetter.Sitting(
                      "r1",
                      version,
                      2,
                      LocalDate.of(2026, 6, 20 + version),
                      "Hall; floor 2,\r\nBEGIN:VALARM",
                      "1. Opening\n2. ${7*7} {0}"));
      String event = "r1." + version;
      transaction.executeWithoutResult(
          status -> notifications.enqueue(new Mail("c1", "test-asked-seat", "seat-1", event)));
      relay.run();
    }
    List<VEvent> events = new ArrayList<>();
    for (MimeMessage received : SERVER.getReceivedMessages()) {
      String ics = body(received, "text/calendar");
      Calendar calendar = new CalendarBuilder().build(new StringReader(ics));
      assertThat(calendar.validate().hasErrors()).as(ics).isFalse();
      assertThat(ics).contains("METHOD:PUBLISH").doesNotContain("\nBEGIN:VALARM");
      events.add(calendar.<VEvent>getComponent("VEVENT").orElseThrow());
    }
    assertThat(events).hasSize(2);
    assertThat(events)
        .extracting(event -> value(event, "UID"))
        .containsOnly("round-r1@example.org");
    assertThat(events).extracting(event -> value(event, "SEQUENCE")).containsExactly("0", "1");
    assertThat(events)
        .extracting(event -> value(event, "DTSTART"))
        .containsExactly("20260620", "20260621");
    assertThat(value(events.get(0), "LOCATION")).isEqualTo("Hall; floor 2,  BEGIN:VALARM");
    assertThat(value(events.get(0), "DESCRIPTION")).isEqualTo("1. Opening\n2. ${7*7} {0}");
    assertThat(value(events.get(0), "SUMMARY"))
        .isEqualTo("Round 2 of the dialogue [SPF-XTR-2026-001]");
    assertThat(value(events.get(0), "ORGANIZER")).isEqualTo("mailto:dialogue@example.org");
  }

  private long mailId() {
    return jdbc.sql("select max(id) from notification_outbox").query(Long.class).single();
  }

  private @Nullable Long deliveryId() {
    return jdbc.sql("select max(id) from notification_delivery")
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  @Test
  void sendsAgainWhatWasRefusedAndKeepsWhoDidIt() {
    seat(person("account-t", Capacity.TITULAR, "no address", "en"));
    askSeat("c1");
    relay.run();
    assertThat(states()).containsExactly("refused 1");
    jdbc.sql("update notification_delivery set address = 'tim@example.org'").update();

    assertThat(log.sendAgain("c2", mailId(), deliveryId(), "acc-1"))
        .as("of another case")
        .isFalse();
    assertThat(log.sendAgain("c1", mailId(), deliveryId(), "acc-1")).isTrue();
    assertThat(log.sendAgain("c1", mailId(), deliveryId(), "acc-1")).as("twice").isFalse();
    relay.run();

    assertThat(states()).containsExactly("accepted 2");
    assertThat(SERVER.getReceivedMessages()).hasSize(1);
    verify(evidence)
        .record(
            "c1",
            "acc-1",
            "mail.sent-again",
            String.valueOf(mailId()),
            Map.of("kind", "test-asked-seat", "group", "seat-1"));
  }

  @Test
  void looksAgainWhoCanBeReachedWhenItIsToldTo() {
    seat(person("account-t", Capacity.TITULAR, "", "en"));
    askSeat("c1");
    relay.run();
    seat(person("account-t", Capacity.TITULAR, "tim@example.org", "en"));
    assertThat(log.sendAgain("c1", mailId(), null, "acc-1")).isTrue();
    relay.run();
    assertThat(outbox()).containsExactly("expanded");
    assertThat(states()).containsExactly("accepted 1");
  }

  @Test
  void releasesWhatIsHeldAndNothingElse() {
    seat(person("account-t", Capacity.TITULAR, "tim@example.org", "en"));
    askSeat("c1");
    assertThat(log.release("c1", mailId(), "acc-1")).as("not held").isFalse();
    jdbc.sql("update notification_outbox set state = 'held', due_at = null").update();
    assertThat(relay.run()).isZero();
    assertThat(log.release("c1", mailId(), "acc-1")).isTrue();
    relay.run();
    assertThat(states()).containsExactly("accepted 1");
    jdbc.sql("update notification_outbox set state = 'replayed'").update();
    assertThat(log.release("c1", mailId(), "acc-1")).as("carried from a file").isFalse();
  }

  @Test
  void notesThatAMailCameBack() {
    seat(person("account-t", Capacity.TITULAR, "tim@example.org", "en"));
    askSeat("c1");
    relay.run();
    assertThat(log.bounced("c1", deliveryId(), "acc-1")).isTrue();
    assertThat(states()).containsExactly("bounced 1");
    assertThat(log.bounced("c1", deliveryId(), "acc-1")).isFalse();
  }

  private static String value(VEvent event, String property) {
    return event.getRequiredProperty(property).getValue();
  }

  private String error() {
    return jdbc.sql("select last_error from notification_delivery").query(String.class).single();
  }

  private static List<String> recipients(MimeMessage message) {
    try {
      return Arrays.stream(message.getAllRecipients()).map(Object::toString).toList();
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static String body(jakarta.mail.Part part, String type) throws Exception {
    if (part.isMimeType(type) && part.getContent() instanceof InputStream raw) {
      return new String(raw.readAllBytes(), StandardCharsets.UTF_8);
    }
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
