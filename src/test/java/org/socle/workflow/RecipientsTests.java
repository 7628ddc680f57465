package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.notification.ReadMails;
import org.socle.security.Function;
import org.socle.security.NewAccount;
import org.socle.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who gets the mails of seats, agencies and functions on the day they leave. */
class RecipientsTests extends ProcessTestSupport {

  @Autowired private Notifications notifications;
  @Autowired private ApplicationContext context;

  private StandingCase group;
  private String seat = "";

  @BeforeEach
  void seats() {
    group = new StandingCase(jdbc, caseId, COUNTRY, 3).withGroup();
    seat = group.seatId("CTUC");
  }

  private List<String> shared(String kind, String recipient) {
    inTransaction(() -> notifications.enqueue(new Mail(caseId, kind, recipient, "e1")));
    return new ReadMails(context).share(caseId);
  }

  private String account(String name, String language, Map<String, Set<Function>> functions) {
    boolean staff =
        functions.values().stream().anyMatch(held -> held.contains(Function.SECRETARIAT));
    return accounts.create(
        new NewAccount(
            name + "-" + UUID.randomUUID(),
            name,
            name + "@example.org",
            language,
            "long-enough-1",
            Set.of(staff ? Role.COORDINATOR : Role.STAKEHOLDER),
            functions,
            Set.of(COUNTRY, "PHL"),
            Set.of()),
        "acc-test");
  }

  private void institution(@Nullable String email, @Nullable String contact) {
    jdbc.sql(
            "update institution set email = :email, account_id = :contact where id = (select institution_id from seat where id = :seat)")
        .param("email", email)
        .param("contact", contact)
        .param("seat", seat)
        .update();
  }

  private String person(@Nullable String email, @Nullable String account) {
    String id = UUID.randomUUID().toString();
    jdbc.sql(
            """
            insert into person (id, institution_id, name, email, account_id)
            select :id, institution_id, 'Somebody', :email, :account from seat where id = :seat
            """)
        .param("id", id)
        .param("email", email)
        .param("account", account)
        .param("seat", seat)
        .update();
    return id;
  }

  private void nominated(String fullMember, String substitute) {
    jdbc.sql(
            """
            insert into nomination (id, seat_id, asked_at, answer, full_member_id, substitute_id)
            values (?, ?, now(), 'NOMINATE', ?, ?)
            """)
        .params(UUID.randomUUID().toString(), seat, fullMember, substitute)
        .update();
  }

  @Test
  void writesToTheFullMemberInTheirLanguageAndNotToTheSubstitute() {
    institution("office@example.org", account("contact", "en", Map.of()));
    nominated(
        person("letter@example.org", account("titular", "es", Map.of())),
        person("second@example.org", null));
    assertThat(shared("opinion-asked-seat", "seat-" + seat))
        .containsExactly("opinion-asked-seat: TITULAR titular@example.org es");
  }

  @Test
  void convenesTheSubstituteToo() {
    nominated(person("first@example.org", null), person("second@example.org", null));
    assertThat(shared("round-convened-seat", "seat-" + seat))
        .containsExactly(
            "round-convened-seat: TITULAR first@example.org en, ALTERNATE second@example.org en");
  }

  @Test
  void writesToWhomTheLastLetterNames() {
    nominated(person("old@example.org", null), person("old-too@example.org", null));
    nominated(person("new@example.org", null), person("new-too@example.org", null));
    assertThat(shared("opinion-asked-seat", "seat-" + seat))
        .containsExactly("opinion-asked-seat: TITULAR new@example.org en");
  }

  @Test
  void writesToTheAddressOfTheLetterWhenTheAccountIsClosed() {
    String closed = account("closed", "es", Map.of());
    accounts.close(closed, "acc-test");
    nominated(person("letter@example.org", closed), person(null, null));
    assertThat(shared("opinion-asked-seat", "seat-" + seat))
        .containsExactly("opinion-asked-seat: TITULAR letter@example.org en");
  }

  @Test
  void writesToTheSubstituteWhenTheFullMemberHasNoAddress() {
    nominated(person(null, null), person("second@example.org", null));
    assertThat(shared("opinion-asked-seat", "seat-" + seat))
        .containsExactly("opinion-asked-seat: ALTERNATE second@example.org en");
  }

  @Test
  void writesToTheInstitutionWhereNobodyHasAnAccount() {
    institution("office@example.org", null);
    assertThat(shared("opinion-asked-seat", "seat-" + seat))
        .containsExactly("opinion-asked-seat: INSTITUTION office@example.org en");
  }

  @Test
  void saysThatNobodyOfASeatCanBeReached() {
    assertThat(shared("opinion-asked-seat", "seat-" + seat))
        .containsExactly("opinion-asked-seat: unreachable");
  }

  @Test
  void writesToNobodyForASeatThatHasEnded() {
    institution("office@example.org", null);
    jdbc.sql("update seat set to_at = now() where id = ?").param(seat).update();
    assertThat(shared("opinion-asked-seat", "seat-" + seat))
        .containsExactly("opinion-asked-seat: void");
  }

  @Test
  void writesToThoseWhoHoldAFunctionInTheCountryOfTheCase() {
    account("here", "fr", Map.of(COUNTRY, Set.of(Function.FINANCE)));
    account("elsewhere", "fr", Map.of("PHL", Set.of(Function.FINANCE)));
    assertThat(shared("case-suspended-owner", "finance"))
        .containsExactly("case-suspended-owner: HOLDER here@example.org fr");
  }

  @Test
  void writesToThoseWhoAnswerForAnAgencyInTheCountryOfTheCase() {
    contacts.assign(COUNTRY, "WMO", account("here", "en", Map.of()));
    contacts.assign("PHL", "WMO", account("elsewhere", "en", Map.of()));
    assertThat(shared("case-suspended-owner", "agency-wmo"))
        .containsExactly("case-suspended-owner: HOLDER here@example.org en");
  }

  @Test
  void asksTheTableOfTheCaseOnceAndKeepsItsAnswerAsEvidence() {
    institution("office@example.org", null);
    jdbc.sql("delete from rule_set where case_id = ?").param(caseId).update();
    shared("opinion-asked-seat", "seat-" + seat);
    inTransaction(
        () ->
            notifications.enqueue(
                new Mail(caseId, "opinion-asked-seat", "seat-" + seat, "another")));
    new ReadMails(context).share(caseId);
    assertThat(
            jdbc.sql(
                    "select action from evidence where case_id = ? and action like 'rule%' order by id")
                .param(caseId)
                .query(String.class)
                .list())
        .containsExactly("rules.adopted", "rule.decided");
    assertThat(
            jdbc.sql(
                    "select count(*) from rule_set where case_id = ? and decision_key = 'choose-recipients'")
                .param(caseId)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void sharesOutNoMailOfACaseThatIsCarriedFromPublishedFacts() {
    institution("office@example.org", null);
    group.replayed();
    assertThat(shared("opinion-asked-seat", "seat-" + seat))
        .containsExactly("opinion-asked-seat: replayed");
  }
}
