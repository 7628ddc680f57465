package org.socle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socle.country.CaseClock;
import org.socle.notification.StubServer.Fault;
import org.socle.operation.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The relay against a mail server that fails: every mail arrives once, or is seen to have failed.
 */
@SpringBootTest(
    classes = RelayTests.Slice.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "spring.messages.basename=messages/mail,mail-test",
      "spring.mail.properties.mail.smtp.connectiontimeout=500",
      "spring.mail.properties.mail.smtp.timeout=500",
      "spring.mail.properties.mail.smtp.writetimeout=500"
    })
class FaultyServerTests {

  private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
  private static final StubServer SERVER = new StubServer();

  @DynamicPropertySource
  static void servers(DynamicPropertyRegistry registry) {
    TestDatabase.register(registry);
    registry.add("spring.mail.host", () -> "127.0.0.1");
    registry.add("spring.mail.port", SERVER::port);
  }

  @Autowired private Notifications notifications;
  @Autowired private RelayRun relay;
  @Autowired private MailSlice.TestLetters letters;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient jdbc;
  @Autowired private CaseClock clock;

  private Instant now = NOW;

  @BeforeEach
  void begin() {
    clock.hold(NOW);
    jdbc.sql("delete from notification_delivery").update();
    jdbc.sql("delete from notification_outbox").update();
    SERVER.fail(null);
    SERVER.accepted.clear();
    SERVER.start();
  }

  @AfterEach
  void end() {
    SERVER.stop();
    clock.release();
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  private void ask(int people) {
    for (int each = 1; each <= people; each++) {
      String person = "p" + each;
      letters.byRecipient.put(
          person, new Letter(person + "@example.org", "en", List.of(person), "/"));
      transaction.executeWithoutResult(
          status -> notifications.enqueue(new Mail(null, "test-asked-person", person, "e1")));
    }
  }

  /** Lets time go by and the relay work until nothing is left to do, or the time is over. */
  private void run(Duration most) {
    Instant end = now.plus(most);
    while (now.isBefore(end) && waiting() > 0) {
      while (relay.run() > 0) {
        assertThat(waiting()).isNotNegative();
      }
      now = now.plus(Duration.ofMinutes(10));
      clock.hold(now);
    }
  }

  private long waiting() {
    return count("notification_outbox", "queued")
        + count("notification_delivery", "queued")
        + count("notification_delivery", "sending");
  }

  private long count(String table, String state) {
    return jdbc.sql("select count(*) from " + table + " where state = ?")
        .param(state)
        .query(Long.class)
        .single();
  }

  private List<String> people(int many) {
    return IntStream.rangeClosed(1, many).mapToObj(each -> "p" + each + "@example.org").toList();
  }

  private void allArrivedOnce(int many) {
    assertThat(SERVER.takenBy()).containsExactlyInAnyOrderElementsOf(people(many));
    assertThat(count("notification_delivery", "accepted")).isEqualTo(many);
  }

  @Test
  void everybodyGetsTheirMailOnceAfterADayWithoutAServer() {
    SERVER.stop();
    ask(50);
    run(Duration.ofHours(26));
    assertThat(waiting()).as("given up meanwhile").isEqualTo(50);
    assertThat(
            jdbc.sql("select min(attempts) from notification_delivery")
                .query(Integer.class)
                .single())
        .isGreaterThan(10);
    SERVER.start();
    run(Duration.ofHours(3));
    allArrivedOnce(50);
  }

  @Test
  void aServerThatNeverAnswersIsLeftAfterItsTime() {
    ask(5);
    SERVER.fail(new Fault("MAIL", StubServer.SILENCE, 3));
    long begun = System.nanoTime();
    relay.run();
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .as("three that hang")
        .isBetween(Duration.ofMillis(1400), Duration.ofSeconds(8));
    assertThat(count("notification_delivery", "accepted")).isEqualTo(2);
    run(Duration.ofHours(2));
    allArrivedOnce(5);
  }

  @Test
  void whatIsRefusedForNowIsTriedLater() {
    ask(3);
    SERVER.fail(new Fault("RCPT TO:<p2@", "450 mailbox busy", 2));
    relay.run();
    assertThat(count("notification_delivery", "accepted")).isEqualTo(2);
    assertThat(count("notification_delivery", "queued")).isEqualTo(1);
    run(Duration.ofHours(2));
    allArrivedOnce(3);
  }

  @Test
  void aServerThatClosesForNowLosesNothing() {
    ask(4);
    SERVER.fail(new Fault("EHLO", "421 too busy", 1));
    relay.run();
    run(Duration.ofHours(2));
    allArrivedOnce(4);
  }

  @Test
  void oneAddressThatIsRefusedForGoodEndsAlone() {
    ask(30);
    SERVER.fail(new Fault("RCPT TO:<p7@", "550 no such person p7@example.org", 99));
    run(Duration.ofHours(2));
    assertThat(SERVER.takenBy())
        .hasSize(29)
        .doesNotHaveDuplicates()
        .doesNotContain("p7@example.org");
    assertThat(count("notification_delivery", "accepted")).isEqualTo(29);
    assertThat(
            jdbc.sql(
                    "select attempts || ' ' || last_error from notification_delivery where state = 'refused'")
                .query(String.class)
                .list())
        .singleElement()
        .asString()
        .startsWith("1 ")
        .contains("550 no such person")
        .doesNotContain("p7@");
  }

  @Test
  void aRefusedSenderIsNotTheMailsFault() {
    ask(2);
    SERVER.fail(new Fault("MAIL", "550 sender not allowed", 2));
    relay.run();
    assertThat(count("notification_delivery", "queued")).isEqualTo(2);
    run(Duration.ofHours(2));
    allArrivedOnce(2);
  }

  @Test
  void aMailWhoseAnswerWasLostIsSentAgainWithTheSameNumber() {
    ask(3);
    SERVER.fail(new Fault(".", StubServer.CUT, 1));
    run(Duration.ofHours(2));
    assertThat(SERVER.accepted).as("one of them twice").hasSize(4);
    assertThat(new HashSet<>(SERVER.numbers())).hasSize(3);
    assertThat(count("notification_delivery", "accepted")).isEqualTo(3);
  }

  @Test
  void drainsMoreThanFiftyMailsASecond() {
    ask(300);
    long begun = System.nanoTime();
    run(Duration.ofHours(1));
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf("300 mails in %.2f s: %.0f a second%n", seconds, 300 / seconds);
    allArrivedOnce(300);
    assertThat(300 / seconds).isGreaterThan(50);
  }

  @Test
  void whatAKilledNodeHadTakenIsSentByAnotherAfterItsLease() {
    ask(1);
    relay.run();
    jdbc.sql(
            """
            update notification_delivery set state = 'sending', ended_at = null, due_at = ?
            """)
        .param(MailTable.time(NOW.plus(DeliveryTable.LEASE)))
        .update();
    assertThat(relay.run()).as("within its lease").isZero();
    clock.hold(NOW.plus(DeliveryTable.LEASE));
    relay.run();
    assertThat(new HashSet<>(SERVER.numbers())).hasSize(1);
    assertThat(count("notification_delivery", "accepted")).isEqualTo(1);
  }
}
