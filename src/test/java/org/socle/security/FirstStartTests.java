package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socle.tracking.InvalidFormException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An installation without accounts: closed, and opened once. */
class FirstStartTests extends SignInTestSupport {

  @Autowired private SecurityLog log;
  @Autowired private PlatformTransactionManager transactions;
  private FirstStart firstStart;

  /** A program that has just started on an empty database. */
  @BeforeEach
  void empty() {
    for (String table :
        List.of(
            "account_recovery_code",
            "account_second_factor",
            "account_role",
            "account_function",
            "account_agency",
            "account_country",
            "account")) {
      jdbc.sql("delete from " + table).update();
    }
    jdbc.sql("update account_setup set link_hash = null, expires_at = null, used_at = null")
        .update();
    firstStart = program();
  }

  private FirstStart program() {
    return new FirstStart(jdbc, accounts, evidence, log, clock);
  }

  private static FirstAdministrator administrator(String name) {
    return new FirstAdministrator(name, "Ada", "ada@example.org", "fr", "twelve bytes at least");
  }

  private boolean finish(FirstStart program, String link, String name) {
    return Boolean.TRUE.equals(
        new TransactionTemplate(transactions)
            .execute(status -> program.finish(link, administrator(name))));
  }

  @Test
  void makesTheAdministratorOnce() throws Exception {
    String link = firstStart.newLink();
    assertThat(firstStart.link(link)).isEqualTo(FirstStart.Link.OPEN);
    assertThat(firstStart.done()).isFalse();

    assertThat(finish(firstStart, link, "ada")).isTrue();

    assertThat(firstStart.done()).isTrue();
    assertThat(firstStart.link(link)).isEqualTo(FirstStart.Link.USED);
    assertThat(finish(firstStart, link, "eve")).isFalse();
    assertThat(names()).containsExactly("ada");
    assertThat(evidence.actions).contains("account.first-administrator " + id("ada"));
    assertThat(attempt("ada", "twelve bytes at least").getResponse().getRedirectedUrl())
        .isEqualTo("/camunda/app/cockpit/default/");
  }

  @Test
  void keepsAHashOfTheLinkAlone() {
    String link = firstStart.newLink();
    String kept = jdbc.sql("select link_hash from account_setup").query(String.class).single();
    assertThat(link).hasSize(43);
    assertThat(kept).hasSize(64).doesNotContain(link);
    assertThat(firstStart.link(kept)).isEqualTo(FirstStart.Link.VOID);
  }

  @Test
  void voidsTheLinkOfAnEarlierStartOnAnyNode() {
    String first = firstStart.newLink();
    String second = program().newLink();
    assertThat(firstStart.link(first)).isEqualTo(FirstStart.Link.VOID);
    assertThat(finish(firstStart, first, "eve")).isFalse();
    assertThat(firstStart.link(second)).isEqualTo(FirstStart.Link.OPEN);
  }

  @Test
  void voidsALinkAfterADay() {
    clock.hold(Instant.parse("2026-06-01T08:00:00Z"));
    String link = firstStart.newLink();
    clock.hold(Instant.parse("2026-06-02T07:59:59Z"));
    assertThat(firstStart.link(link)).isEqualTo(FirstStart.Link.OPEN);
    clock.hold(Instant.parse("2026-06-02T08:00:01Z"));
    assertThat(firstStart.link(link)).isEqualTo(FirstStart.Link.VOID);
    assertThat(finish(firstStart, link, "late")).isFalse();
    assertThat(names()).isEmpty();
  }

  @Test
  void makesOneAdministratorThoughTwoPeopleUseTheLinkAtOnce() throws Exception {
    String link = firstStart.newLink();
    assertThat(atOnce(name -> finish(program(), link, name)))
        .containsExactlyInAnyOrder(true, false);
    assertThat(names()).hasSize(1);
  }

  @Test
  void makesOneAdministratorThoughTwoNodesStartAtOnce() throws Exception {
    assertThat(
            atOnce(
                name ->
                    Boolean.TRUE.equals(
                        new TransactionTemplate(transactions)
                            .execute(status -> program().fromEnvironment(administrator("admin"))))))
        .containsExactlyInAnyOrder(true, false);
    assertThat(names()).containsExactly("admin");
  }

  private interface Act {
    boolean as(String name);
  }

  private static List<Boolean> atOnce(Act act) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Boolean>> both =
          List.of("ada", "eve").stream()
              .map(
                  name ->
                      (Callable<Boolean>)
                          () -> {
                            start.await();
                            return act.as(name);
                          })
              .toList();
      List<Future<Boolean>> done = people.invokeAll(both);
      return List.of(done.get(0).get(), done.get(1).get());
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void asksTheAdministratorOfTheEnvironmentForAnotherPassword() throws Exception {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> assertThat(firstStart.fromEnvironment(administrator("admin"))).isTrue());
    assertThat(attempt("admin", "twelve bytes at least").getResponse().getRedirectedUrl())
        .isEqualTo("/sign-in/password");
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> assertThat(firstStart.fromEnvironment(administrator("second"))).isFalse());
    assertThat(names()).containsExactly("admin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          A d a | Ada | ada@example.org | en | twelve bytes at least | loginName
          a     | Ada | ada@example.org | en | twelve bytes at least | loginName
          ada   | ' ' | ada@example.org | en | twelve bytes at least | displayName
          ada   | Ada | ada             | en | twelve bytes at least | email
          ada   | Ada | ada@example.org | de | twelve bytes at least | language
          ada   | Ada | ada@example.org | en | eleven byte           | password
          """)
  void namesTheWrongField(
      String name, String display, String email, String language, String password, String field) {
    assertThatThrownBy(
            () ->
                firstStart.finish(
                    firstStart.newLink(),
                    new FirstAdministrator(name, display, email, language, password)))
        .isInstanceOfSatisfying(
            InvalidFormException.class,
            refused ->
                assertThat(refused.errors())
                    .extracting(InvalidFormException.FieldError::field)
                    .containsExactly(field));
    assertThat(names()).isEmpty();
  }

  @Test
  void printsNoPassword() {
    assertThat(administrator("ada").toString()).doesNotContain("twelve");
  }

  private List<String> names() {
    return jdbc.sql("select login_name from account").query(String.class).list();
  }
}
