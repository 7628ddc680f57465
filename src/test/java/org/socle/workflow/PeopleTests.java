package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socle.evidence.Evidence;
import org.socle.notification.Letter;
import org.socle.notification.Letters;
import org.socle.security.Function;
import org.socle.security.Grants;
import org.socle.security.IdentityDirectory;
import org.socle.security.LogLines;
import org.socle.security.NewAccount;
import org.socle.security.NewPerson;
import org.socle.security.People;
import org.socle.security.Role;
import org.socle.tracking.Actor;
import org.socle.tracking.InvalidFormException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.ResultActions;

/** People from their invitation to the closing of their account, over the whole program. */
class PeopleTests extends PageCase {

  private static final String CHOSEN = "cheval pile agrafe";
  private static final Grants UNION = grants(Role.STAKEHOLDER);

  @Autowired private People people;
  @Autowired private Letters letters;
  @Autowired private IdentityDirectory directory;

  private String coordinatorId = "";
  private Actor coordinator = actor();
  private Actor administrator = actor();

  @BeforeEach
  void keepers() {
    coordinatorId = account("people-coordinator", Role.COORDINATOR);
    coordinator = new Actor(coordinatorId, Set.of(Role.COORDINATOR.group()), Set.of(COUNTRY));
    administrator =
        new Actor(
            account("people-admin", Role.ADMINISTRATOR),
            Set.of(Role.ADMINISTRATOR.group()),
            Set.of());
  }

  @AfterEach
  void letTheClockGo() {
    clock.release();
  }

  private static Grants grants(Role... roles) {
    return new Grants(Set.of(roles), Map.of(), Set.of(COUNTRY), Set.of());
  }

  private static String name() {
    return "p" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static NewPerson person(String name) {
    return new NewPerson(name, "Ana " + name, name + "@union.example", "fr");
  }

  private String invite(String name) {
    return people.invite(person(name), UNION, coordinator);
  }

  /** Kind and event of the last mail that waits for the account. */
  private String waiting(String accountId) {
    return jdbc.sql(
            """
            select kind || ' ' || event from notification_outbox
            where recipient = 'account-' || ? order by id desc limit 1
            """)
        .param(accountId)
        .query(String.class)
        .single();
  }

  /** What the mail that waits for the account says now. */
  private Letter mail(String accountId) {
    String[] parts = waiting(accountId).split(" ");
    return letters.write(parts[0], "account-" + accountId, parts[1]).orElseThrow();
  }

  private ResultActions choose(String path, String password) throws Exception {
    int cut = path.lastIndexOf('/');
    return web.perform(
        post(path.substring(0, cut))
            .with(csrf())
            .param("token", path.substring(cut + 1))
            .param("password", password)
            .param("repeat", password)
            .param("language", "es"));
  }

  private List<String> evidence(String accountId) {
    return jdbc.sql("select action || ' ' || actor from evidence where subject = ? order by id")
        .param(accountId)
        .query(String.class)
        .list();
  }

  private boolean signsIn(String name, String password) throws Exception {
    String landing =
        web.perform(formLogin("/login").user(name).password(password))
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    return !"/login?error".equals(landing);
  }

  @Test
  void anInvitedPersonChoosesAPasswordAndSignsIn() throws Exception {
    String name = name();
    String id = invite(name);
    assertThat(signsIn(name, "")).isFalse();
    Letter letter = mail(id);
    assertThat(letter.address()).isEqualTo(name + "@union.example");
    assertThat(letter.language()).isEqualTo("fr");
    assertThat(letter.arguments()).containsExactly("Ana " + name, name, "people-coordinator");

    web.perform(get(letter.path()))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("people-coordinator invites you")));
    choose(letter.path(), "short").andExpect(status().isBadRequest());
    choose(letter.path(), CHOSEN).andExpect(redirectedUrl("/login?welcome"));

    assertThat(signsIn(name, CHOSEN)).isTrue();
    assertThat(directory.user(id).orElseThrow().language()).isEqualTo("es");
    choose(letter.path(), CHOSEN + " 2").andExpect(status().isGone());
    web.perform(get(letter.path()))
        .andExpect(status().isGone())
        .andExpect(content().string(containsString("This link was used already")));
    assertThat(evidence(id))
        .containsExactly("account.invited " + coordinatorId, "account.accepted " + id);
  }

  @Test
  void aTokenLiesInNoTableNoLogAndNoAnswerToTheMail() throws Exception {
    String id = invite(name());
    String path = mail(id).path();
    String token = path.substring(path.lastIndexOf('/') + 1);
    assertThat(token).hasSize(43);
    List<String> lines;
    try (LogLines all = new LogLines("ROOT");
        LogLines guard = new LogLines("socle.security")) {
      // Without its CSRF token the form is refused, and the refusal is logged.
      web.perform(post("/account/invitation").param("token", token))
          .andExpect(status().isForbidden());
      web.perform(post(path)).andExpect(status().isForbidden());
      choose(path, "too short").andExpect(status().isBadRequest());
      choose(path, CHOSEN).andExpect(status().isFound());
      lines = all.all();
      assertThat(guard.all()).hasSizeGreaterThan(2);
    }

    assertThat(String.join("\n", lines))
        .contains("POST /account/invitation 403", "POST /account/invitation/… 403")
        .contains("event=password-changed who=\"" + id)
        .doesNotContain(token, CHOSEN, "too short");
    List<String> tables =
        jdbc.sql("select table_name from information_schema.tables where table_schema = 'public'")
            .query(String.class)
            .list();
    assertThat(tables).contains("account_link", "notification_outbox", "evidence");
    assertThat(tables)
        .allSatisfy(
            table ->
                assertThat(
                        jdbc.sql(
                                "select count(*) from "
                                    + table
                                    + " t where to_jsonb(t)::text like '%' || ? || '%'")
                            .param(token)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero());
  }

  @Test
  void aNewerInvitationReplacesTheOlder() throws Exception {
    String id = invite(name());
    String first = mail(id).path();
    String[] event = waiting(id).split(" ");
    people.inviteAgain(id, "new-" + id + "@union.example", coordinator);
    assertThat(letters.write(event[0], "account-" + id, event[1])).as("the first mail").isEmpty();
    Letter second = mail(id);
    assertThat(second.address()).isEqualTo("new-" + id + "@union.example");
    web.perform(get(first))
        .andExpect(status().isGone())
        .andExpect(content().string(containsString("replaced by a newer one")));
    choose(first, CHOSEN).andExpect(status().isGone());
    assertThat(
            jdbc.sql(
                    "select count(*) from account_link where account_id = ? and replaced_at is null")
                .param(id)
                .query(Integer.class)
                .single())
        .isOne();
    choose(second.path(), CHOSEN).andExpect(status().isFound());
    assertThatThrownBy(() -> people.inviteAgain(id, null, coordinator))
        .isInstanceOf(InvalidFormException.class);
  }

  @Test
  void aMailThatLeavesTwiceBringsOneLinkThatWorks() throws Exception {
    String id = invite(name());
    String first = mail(id).path();
    String again = mail(id).path();
    web.perform(get(first)).andExpect(status().isNotFound());
    web.perform(get(again)).andExpect(status().isOk());
  }

  @Test
  void linksEndAfterTheirTime() throws Exception {
    Instant start = Instant.parse("2027-01-04T08:00:00Z");
    clock.hold(start);
    String id = invite(name());
    String path = mail(id).path();
    clock.hold(start.plus(Duration.ofDays(14)).minusSeconds(1));
    web.perform(get(path)).andExpect(status().isOk());
    clock.hold(start.plus(Duration.ofDays(14)));
    web.perform(get(path))
        .andExpect(status().isGone())
        .andExpect(content().string(containsString("has expired")));
    choose(path, CHOSEN).andExpect(status().isGone());
    assertThat(directory.groupsOf(id)).isNotEmpty();

    people.inviteAgain(id, null, coordinator);
    choose(mail(id).path(), CHOSEN).andExpect(status().isFound());
    people.sendReset(id, coordinator);
    String reset = mail(id).path();
    clock.hold(clock.instant().plus(Duration.ofHours(1)));
    web.perform(get(reset)).andExpect(status().isGone());
  }

  @Test
  void aForgottenPasswordIsReplacedByALinkInAMail() throws Exception {
    String name = name();
    String id = invite(name);
    choose(mail(id).path(), CHOSEN);
    web.perform(post("/account/forgotten").with(csrf()).param("who", " " + name.toUpperCase()))
        .andExpect(status().isOk());
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> evidence(id).contains("account.password-reset-asked system"));

    String path = mail(id).path();
    assertThat(path).startsWith("/account/password/");
    assertThat(signsIn(name, CHOSEN)).as("until the link is used").isTrue();
    choose(path, name + "@union.example").andExpect(status().isBadRequest());
    choose(path, CHOSEN + " 2").andExpect(redirectedUrl("/login?password-changed"));
    assertThat(signsIn(name, CHOSEN)).isFalse();
    assertThat(signsIn(name, CHOSEN + " 2")).isTrue();
    assertThat(evidence(id)).endsWith("account.password-changed " + id);
  }

  @Test
  void onlyAFewLinksAnHourAreSentForOneName() throws Exception {
    clock.hold(Instant.parse("2027-02-01T08:00:00Z"));
    String name = name();
    String id = invite(name);
    choose(mail(id).path(), CHOSEN);
    String last = name();
    String lastId = invite(last);
    choose(mail(lastId).path(), CHOSEN);
    for (int attempt = 0; attempt < 5; attempt++) {
      forgotten(name + "@UNION.example", "192.0.2.1");
    }
    forgotten(last, "192.0.2.1");

    // One thread sends them, in order: the last one says that the others are through.
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> evidence(lastId).contains("account.password-reset-asked system"));
    assertThat(evidence(id)).filteredOn(act -> act.startsWith("account.password-reset")).hasSize(3);
    for (int attempt = 0; attempt < 20; attempt++) {
      forgotten("nobody-" + attempt, "192.0.2.2");
    }
    forgotten(last, "192.0.2.2");
    forgotten(last, "192.0.2.3");
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                evidence(lastId).stream()
                        .filter(act -> act.startsWith("account.password-r"))
                        .count()
                    == 2);
  }

  private void forgotten(String who, String from) throws Exception {
    web.perform(
            post("/account/forgotten")
                .with(csrf())
                .with(
                    request -> {
                      request.setRemoteAddr(from);
                      request.setSecure(true);
                      return request;
                    })
                .param("who", who))
        .andExpect(status().isOk());
  }

  @Test
  void aRoleTakenAwayIsGoneWithTheNextRequestOnPagesAndInTheApi() throws Exception {
    String name = name();
    String id = invite(name);
    choose(mail(id).path(), CHOSEN);
    people.change(id, grants(Role.AUDITOR, Role.STAKEHOLDER), coordinator);
    MockHttpSession session =
        (MockHttpSession)
            web.perform(formLogin("/login").user(name).password(CHOSEN))
                .andReturn()
                .getRequest()
                .getSession();
    web.perform(get("/my-tasks").session(session)).andExpect(status().isOk());
    web.perform(get("/api/cases").with(httpBasic(name, CHOSEN))).andExpect(status().isOk());

    people.change(
        id, new Grants(Set.of(Role.AUDITOR), Map.of(), Set.of(COUNTRY), Set.of()), coordinator);
    web.perform(get("/my-tasks").session(session)).andExpect(status().isForbidden());
    people.close(id, coordinator);
    web.perform(get("/api/cases").with(httpBasic(name, CHOSEN)))
        .andExpect(status().isUnauthorized());
    web.perform(get("/cases").session(session)).andExpect(status().isFound());
    assertThat(signsIn(name, CHOSEN)).isFalse();
    assertThat(evidence(id))
        .contains("account.roles-changed " + coordinatorId, "account.closed " + coordinatorId);
    String before =
        jdbc.sql(
                """
                select content from evidence where subject = ? and action = 'account.roles-changed'
                order by id limit 1
                """)
            .param(id)
            .query(String.class)
            .single();
    assertThat(before)
        .contains("\"before\":", "\"after\":", "AUDITOR", "STAKEHOLDER")
        .doesNotContain(name);
  }

  @Test
  void aClosedAccountIsOpenedByANewInvitationAlone() throws Exception {
    String name = name();
    String id = invite(name);
    choose(mail(id).path(), CHOSEN);
    people.sendReset(id, coordinator);
    String reset = mail(id).path();
    people.close(id, coordinator);
    assertThat(
            letters.write("password-forgotten-person", "account-" + id, waiting(id).split(" ")[1]))
        .as("a mail to a closed account")
        .isEmpty();
    web.perform(get(reset))
        .andExpect(status().isGone())
        .andExpect(content().string(containsString("This account is closed")));
    people.reopen(id, coordinator);
    assertThat(signsIn(name, CHOSEN)).as("with the password of before").isFalse();
    web.perform(get(reset)).andExpect(status().isGone());
    choose(mail(id).path(), CHOSEN + " 2").andExpect(status().isFound());
    assertThat(signsIn(name, CHOSEN + " 2")).isTrue();
    assertThat(directory.groupsOf(id)).contains("role-stakeholder");
  }

  @Test
  void aCoordinatorOfAnotherCountryFindsNobody() throws Exception {
    String name = name();
    String id = invite(name);
    if (accounts.idOf("people-phl").isEmpty()) {
      accounts.create(
          new NewAccount(
              "people-phl",
              "P",
              "",
              "en",
              PASSWORD,
              Set.of(Role.COORDINATOR),
              Map.of(),
              Set.of("PHL"),
              Set.of()),
          Evidence.SYSTEM);
    }
    MockHttpSession other = signIn("people-phl");
    assertThat(page(other, "/people?q=" + name)).contains("Nobody was found");
    for (String page : List.of("", "/change", "/close", "/tie")) {
      web.perform(get("/people/" + id + page).session(other)).andExpect(status().isNotFound());
    }
    for (String act : List.of("invite", "reset", "link", "reopen", "close", "change")) {
      web.perform(post("/people/" + id + "/" + act).session(other).with(csrf()))
          .andExpect(status().isNotFound());
    }
    Actor theirs =
        new Actor(
            accounts.idOf("people-phl").orElseThrow(),
            Set.of(Role.COORDINATOR.group()),
            Set.of("PHL"));
    assertThatThrownBy(() -> people.close(id, theirs)).isInstanceOf(AccessDeniedException.class);
    assertThatThrownBy(() -> people.handOver(id, theirs)).isInstanceOf(AccessDeniedException.class);
    assertThat(page(signIn("people-coordinator"), "/people?q=" + name)).contains("/people/" + id);
  }

  @Test
  void aCoordinatorNeverTouchesAnAdministrator() throws Exception {
    String id =
        people.invite(
            person(name()),
            new Grants(Set.of(Role.ADMINISTRATOR), Map.of(), Set.of(COUNTRY), Set.of()),
            administrator);
    MockHttpSession ours = signIn("people-coordinator");
    assertThat(page(ours, "/people/" + id)).doesNotContain("/people/" + id + "/change");
    for (String act : List.of("invite", "reset", "link", "reopen", "close", "change")) {
      web.perform(post("/people/" + id + "/" + act).session(ours).with(csrf()))
          .andExpect(status().isForbidden());
    }
    assertThatThrownBy(() -> people.invite(person(name()), grants(Role.ADMINISTRATOR), coordinator))
        .isInstanceOf(InvalidFormException.class);
  }

  @Test
  void twoAdministratorsDoNotTakeTheRoleFromEachOther() throws Exception {
    List<String> others =
        jdbc.sql(
                """
                select r.account_id from account_role r join account a on a.id = r.account_id
                where r.role = 'ADMINISTRATOR' and a.closed_at is null and a.invited_at is null and a.id <> ?
                """)
            .param(administrator.accountId())
            .query(String.class)
            .list();
    others.forEach(
        id -> jdbc.sql("update account set invited_at = now() where id = ?").param(id).update());
    try {
      String name = name();
      String second = people.invite(person(name), grants(Role.ADMINISTRATOR), administrator);
      choose(mail(second).path(), CHOSEN);
      Actor them = new Actor(second, administrator.groups(), Set.of());
      Race.Ends ends =
          new Race(jdbc, transactions)
              .inFlight(
                  () -> {
                    people.change(second, grants(Role.AUDITOR), administrator);
                    return "done";
                  },
                  () -> {
                    people.change(administrator.accountId(), grants(Role.AUDITOR), them);
                    return "done";
                  });
      assertThat(ends.waited()).isTrue();
      assertThat(ends.first()).isEqualTo("done");
      assertThat(ends.second()).isInstanceOf(InvalidFormException.class);
      assertThat(((InvalidFormException) ends.second()).errors())
          .extracting(InvalidFormException.FieldError::message)
          .containsExactly("error.last-administrator");
      assertThatThrownBy(() -> people.close(administrator.accountId(), administrator))
          .isInstanceOf(InvalidFormException.class);
    } finally {
      others.forEach(
          id -> jdbc.sql("update account set invited_at = null where id = ?").param(id).update());
    }
  }

  @Test
  void twoWhoUseOneLinkDoNotBothSetAPassword() throws Exception {
    String name = name();
    String path = mail(invite(name)).path();
    choose(path, CHOSEN).andExpect(status().isFound());
    choose(path, "agrafe pile cheval").andExpect(status().isGone());
    assertThat(signsIn(name, CHOSEN)).isTrue();
    assertThat(signsIn(name, "agrafe pile cheval")).isFalse();
  }

  @Test
  void aPersonChangesThePasswordKnowingTheOldOne() throws Exception {
    String name = name();
    String id = invite(name);
    choose(mail(id).path(), CHOSEN);
    MockHttpSession session =
        (MockHttpSession)
            web.perform(formLogin("/login").user(name).password(CHOSEN))
                .andReturn()
                .getRequest()
                .getSession();
    change(session, "wrong old one").andExpect(status().isBadRequest());
    change(session, CHOSEN).andExpect(redirectedUrl("/account?saved"));
    assertThat(signsIn(name, "agrafe pile cheval")).isTrue();
    for (int attempt = 0; attempt < 8; attempt++) {
      change(session, "wrong old one").andExpect(status().isBadRequest());
    }
    change(session, "agrafe pile cheval")
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("Hubo demasiados intentos")));
  }

  private ResultActions change(MockHttpSession session, String old) throws Exception {
    return web.perform(
        post("/account/new-password")
            .session(session)
            .with(csrf())
            .param("oldPassword", old)
            .param("password", "agrafe pile cheval")
            .param("repeat", "agrafe pile cheval"));
  }

  @Test
  void findsPeopleByNameUserNameAndInstitutionWithFewStatements() throws Exception {
    String name = name();
    String id =
        people.invite(
            new NewPerson(name, "José Ñandú-" + name, name + "@union.example", "es"),
            new Grants(
                Set.of(Role.STAKEHOLDER),
                Map.of(COUNTRY, Set.of(Function.CHAIR)),
                Set.of(COUNTRY),
                Set.of("who")),
            coordinator);
    caseId = UUID.randomUUID().toString();
    new StandingCase(jdbc, caseId, COUNTRY, 3).seat("Z" + name, "WRK", "WRK", true);
    jdbc.sql("update institution set account_id = ? where case_id = ?").params(id, caseId).update();
    MockHttpSession session = signIn("people-coordinator");
    for (String words : List.of("jose nandu", "JOSÉ " + name, name, "z" + name)) {
      assertThat(page(session, "/people?q=" + words)).as(words).contains("/people/" + id);
    }
    assertThat(page(session, "/people?q=%27%29 | (:* & !")).contains("Nobody was found");
    int few = statements.count(() -> page(session, "/people?q=" + name));
    int all = statements.count(() -> page(session, "/people"));
    for (int more = 0; more < 60; more++) {
      invite(name());
    }
    int many = statements.count(() -> page(session, "/people"));
    int person = statements.count(() -> page(session, "/people/" + id));
    int account = statements.count(() -> page(session, "/account"));
    System.out.printf(
        "/people: %d statements, %d with a search, %d with 60 people more; /people/{id}: %d; /account: %d%n",
        all, few, many, person, account);
    assertThat(List.of(few, all, many, person, account)).allMatch(sent -> sent <= 3);
    assertThat(many).isEqualTo(all);
    assertThat(page(session, "/people")).contains("page=2");
    assertThat(page(session, "/people?page=2")).contains("page=1");
  }

  @Test
  void tiesThePersonWhomTheLetterNamesAndNobodyElse() throws Exception {
    String name = name();
    String id = invite(name);
    choose(mail(id).path(), CHOSEN);
    caseId = UUID.randomUUID().toString();
    StandingCase standing = new StandingCase(jdbc, caseId, COUNTRY, 3).withGroup();
    MockHttpSession ours = signIn("people-coordinator");
    letter(ours, standing.seatId("CTUC"), "ANA  " + name);
    letter(ours, standing.seatId("EFC"), "Somebody Else");
    String union = institution("CTUC");
    assertThat(page(ours, "/people/" + id + "/tie")).contains("/tie/" + caseId);

    tie(ours, id, "FULL_MEMBER:" + institution("EFC")).andExpect(status().isBadRequest());
    tie(ours, id, "FULL_MEMBER:" + institution("MOL")).andExpect(status().isBadRequest());
    tie(ours, id, "FULL_MEMBER:" + union).andExpect(redirectedUrl("/people/" + id + "?tied"));
    tie(ours, id, "FULL_MEMBER:" + union).andExpect(status().isBadRequest());
    tie(ours, id, "CONTACT:" + institution("NNN")).andExpect(status().isFound());

    assertThat(directory.groupsOf(id))
        .contains("seat-" + standing.seatId("CTUC"), "seat-" + standing.seatId("NNN"))
        .doesNotContain("seat-" + standing.seatId("EFC"));
    assertThat(page(ours, "/people/" + id)).contains("Full member", "Contact person", "CTUC");
    assertThat(evidence(id)).filteredOn(act -> act.startsWith("account.tied")).hasSize(2);
    account("people-auditor", Role.AUDITOR);
    assertThat(page(signIn("people-auditor"), "/cases/" + caseId + "/evidence?lang=fr"))
        .contains("Personne liée à une institution", "membre titulaire", "Ana " + name);
  }

  private void letter(MockHttpSession ours, String seatId, String fullMember) throws Exception {
    web.perform(
            post("/cases/" + caseId + "/seats/" + seatId + "/replace")
                .session(ours)
                .with(csrf())
                .param("fullMember", fullMember)
                .param("substitute", "Sub Stitute")
                .param("letterReference", "L-1")
                .param("reason", "Named by letter")
                .param("_step", "send"))
        .andExpect(status().isFound());
  }

  private ResultActions tie(MockHttpSession ours, String id, String place) throws Exception {
    return web.perform(
        post("/people/" + id + "/tie/" + caseId)
            .session(ours)
            .with(csrf())
            .param("place", place)
            .param("_step", "send"));
  }

  private String institution(String acronym) {
    return jdbc.sql("select id from institution where case_id = ? and acronym = ?")
        .params(caseId, acronym)
        .query(String.class)
        .single();
  }
}
