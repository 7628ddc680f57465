package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.evidence.Evidence;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.test.web.servlet.MvcResult;

/** People who come through the provider, in their browser. */
class OidcSignInTests extends OidcTestSupport {

  @Autowired private ForgottenPasswords forgotten;

  private static final String NO_ROLE = "/sign-in-refused/no-role";
  private static final String FAILED = "/sign-in-refused/failed";

  private void opens(MockHttpSession session, String path, int expected) throws Exception {
    web.perform(get(path).session(session)).andExpect(status().is(expected));
  }

  private static String landed(MvcResult answer) {
    return String.valueOf(answer.getResponse().getRedirectedUrl());
  }

  @Test
  void asksTheProviderWithAProofKey() throws Exception {
    String asked = landed(web.perform(get(BEGIN)).andReturn());
    assertThat(asked)
        .startsWith(PROVIDER.issuer() + "/authorize?response_type=code&client_id=socle")
        .contains("code_challenge_method=S256", "code_challenge=", "nonce=", "state=")
        .contains("redirect_uri=http://localhost/login/oauth2/code/provider");
  }

  @Test
  void putsTheSamePrincipalIntoTheSessionAsTheForm() throws Exception {
    MvcResult answer =
        signIn("same", with(with(roles("coordinator"), "name", "Ana Ñandú"), "locale", "es-PE"));

    assertThat(landed(answer)).isEqualTo("/cases");
    SecurityContext kept =
        (SecurityContext) session(answer).getAttribute("SPRING_SECURITY_CONTEXT");
    assertThat(kept.getAuthentication().getPrincipal())
        .isInstanceOfSatisfying(
            SignedInAccount.class,
            account -> {
              assertThat(account.getUsername()).isEqualTo(accountOf("same"));
              assertThat(account.displayName()).isEqualTo("Ana Ñandú");
              assertThat(account.language()).isEqualTo("es");
            });
    opens(session(answer), "/cases", 404);
    opens(session(answer), "/camunda/app/tasklist/default/", 404);
    opens(session(answer), "/camunda/app/cockpit/default/", 403);
  }

  @Test
  void grantsWhatTheTableSaysAndNoMore() throws Exception {
    signIn("granted", roles("coordinator", "ADMINISTRATOR", "camunda-admin", "other"));
    String id = accountOf("granted");
    assertThat(directory.groupsOf(id)).containsExactlyInAnyOrder("role-coordinator", "secretariat");
    assertThat(directory.countriesOf(id)).as("ZZZ is not set up").containsExactly("PHL", "XTR");
    assertThat(directory.users("secretariat", 0, 1000)).extracting("accountId").contains(id);
    assertThat(directory.users("role-coordinator", 0, 1000)).extracting("accountId").contains(id);
  }

  @Test
  void takesARoleAwayAtTheNextSignInAndLeavesWhatWasGrantedByHand() throws Exception {
    MvcResult first = signIn("both", with(roles("coordinator"), "groups", List.of("auditors")));
    String id = accountOf("both");
    jdbc.sql("insert into account_role (account_id, role) values (?, 'MANAGER')")
        .param(id)
        .update();

    MvcResult second = signIn("both", with(Map.of(), "iat", Date.from(later(1))));

    assertThat(landed(second)).isEqualTo("/cases");
    assertThat(directory.groupsOf(id)).containsExactly("role-manager");
    assertThat(directory.countriesOf(id)).isEmpty();
    opens(session(first), "/camunda/app/tasklist/default/", 403);
  }

  @Test
  void letsOlderClaimsChangeNothing() throws Exception {
    signIn("aged", with(roles("coordinator"), "iat", Date.from(later(10))));
    signIn("aged", with(Map.of("groups", List.of("auditors")), "iat", Date.from(later(0))));
    assertThat(directory.groupsOf(accountOf("aged")))
        .containsExactlyInAnyOrder("role-coordinator", "secretariat");
  }

  private static Instant later(int seconds) {
    return Instant.now().plusSeconds(seconds);
  }

  @Test
  void makesNoAccountForWhomNothingOpens() throws Exception {
    assertThat(landed(signIn("nobody", roles("visitor")))).isEqualTo(NO_ROLE);
    assertThat(known("nobody")).isFalse();
  }

  @Test
  void refusesWhoHasLostTheLastRoleAndKeepsItTaken() throws Exception {
    MvcResult first = signIn("lost", roles("coordinator"));
    assertThat(landed(signIn("lost", with(Map.of(), "iat", Date.from(later(1))))))
        .isEqualTo(NO_ROLE);
    assertThat(directory.groupsOf(accountOf("lost"))).isEmpty();
    opens(session(first), "/cases", 302);
  }

  @Test
  void refusesAClosedAccount() throws Exception {
    MvcResult first = signIn("closed", roles("coordinator"));
    accounts.close(accountOf("closed"), Evidence.SYSTEM);
    assertThat(landed(signIn("closed", roles("coordinator")))).isEqualTo("/sign-in-refused/closed");
    opens(session(first), "/cases", 302);
  }

  @Test
  void joinsNobodyByNameOrAddress() throws Exception {
    String sample = accounts.idOf("coordinator").orElseThrow();
    jdbc.sql("update account set email = 'cora@example.org' where id = ?").param(sample).update();

    signIn(
        "same-name",
        Map.of(
            "groups",
            List.of("auditors"),
            "preferred_username",
            "Coordinator",
            "email",
            "cora@example.org",
            "email_verified",
            true));

    assertThat(accountOf("same-name")).isNotEqualTo(sample);
    assertThat(accounts.idOf("coordinator-2")).hasValue(accountOf("same-name"));
  }

  @Test
  void keepsNoAddressThatNobodyHasChecked() throws Exception {
    Map<String, Object> address = with(roles("coordinator"), "email", "ana@example.org");
    signIn("unchecked", with(address, "email_verified", false));
    signIn("checked", with(address, "email_verified", true));
    assertThat(directory.user(accountOf("unchecked")).orElseThrow().email()).isEmpty();
    assertThat(directory.user(accountOf("checked")).orElseThrow().email())
        .isEqualTo("ana@example.org");
  }

  @Test
  void opensTheFormForNoAccountOfTheProvider() throws Exception {
    signIn("formless", with(roles("coordinator"), "preferred_username", "formless"));
    for (String password : Set.of("", "formless", "!", SampleAccounts.PASSWORD)) {
      web.perform(formLogin("/login").user("formless").password(password))
          .andExpect(redirectedUrl("/login?error"));
    }
    web.perform(formLogin("/login").user("auditor").password(SampleAccounts.PASSWORD))
        .andExpect(redirectedUrl("/cases"));
  }

  @Test
  void sendsNoLinkForAPasswordThatThereIsNot() throws Exception {
    Map<String, Object> address = with(roles("coordinator"), "email", "no.password@example.org");
    signIn("passwordless", with(address, "email_verified", true));
    String other = accounts.idOf("manager").orElseThrow();
    jdbc.sql("update account set email = 'has.password@example.org' where id = ?")
        .param(other)
        .update();

    forgotten.ask("no.password@example.org", "203.0.113.8");
    forgotten.ask("has.password@example.org", "203.0.113.8");

    // One worker takes them in their order.
    await().untilAsserted(() -> assertThat(links(other)).isEqualTo(1));
    assertThat(links(accountOf("passwordless"))).isZero();
  }

  private int links(String accountId) {
    return jdbc.sql("select count(*) from account_link where account_id = ?")
        .param(accountId)
        .query(Integer.class)
        .single();
  }

  @Test
  void takesNoTokenThatIsNotForThisSignIn() throws Exception {
    Map<String, Object> good = roles("coordinator");
    for (Map<String, Object> bad :
        List.of(
            with(good, "nonce", "another"),
            with(good, "aud", List.of("another")),
            with(good, "iss", "https://example.org"),
            with(good, "exp", Date.from(later(-60))),
            with(good, "iat", Date.from(later(600))),
            with(good, "sub", "x".repeat(300)))) {
      assertThat(landed(signIn("wrong", bad))).as("%s", bad).isEqualTo(FAILED);
    }
    assertThat(known("wrong")).isFalse();
  }

  @Test
  void takesNoCodeWithoutTheStateOfThisBrowser() throws Exception {
    String code = PROVIDER.code("any", Map.of());
    web.perform(get("/login/oauth2/code/provider").param("code", code).param("state", "any"))
        .andExpect(redirectedUrl(FAILED));
    web.perform(get("/login/oauth2/code/provider").param("error", "access_denied"))
        .andExpect(redirectedUrl(FAILED));
    web.perform(get("/oauth2/authorization/another")).andExpect(redirectedUrl(FAILED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/logout", "/camunda/api/admin/auth/user/default/logout"})
  void signsOutHereAndThenAtTheProvider(String door) throws Exception {
    MockHttpSession session = session(signIn("leaving", roles("coordinator")));
    MvcResult left = web.perform(post(door).session(session).with(csrf())).andReturn();
    assertThat(session.isInvalid()).isTrue();

    MockHttpSession next = session(left);
    String refresh =
        web.perform(get("/login").session(next)).andReturn().getResponse().getHeader("Refresh");
    assertThat(refresh)
        .startsWith("0;url=" + PROVIDER.issuer() + "/end?client_id=socle")
        .contains("post_logout_redirect_uri=http%3A%2F%2Flocalhost%2Flogin%3Fsigned-out")
        .contains("id_token_hint=ey");
    assertThat(web.perform(get("/login").session(next)).andReturn().getResponse())
        .as("once")
        .satisfies(again -> assertThat(again.getHeader("Refresh")).isNull());
  }

  @Test
  void sendsNobodyToTheProviderWhoSignedInByTheForm() throws Exception {
    MockHttpSession session =
        session(
            web.perform(formLogin("/login").user("auditor").password(SampleAccounts.PASSWORD))
                .andReturn());
    MvcResult left = web.perform(post("/logout").session(session).with(csrf())).andReturn();
    assertThat(left.getRequest().getSession(false)).isNull();
  }

  @Test
  void writesWhoCameAndWhoWasRefused() throws Exception {
    try (LogLines lines = new LogLines(SecurityLog.LOGGER)) {
      signIn("logged", roles("coordinator"));
      signIn("refused", Map.of("email", "secret@example.org"));
      assertThat(lines.all())
          .anyMatch(
              line -> line.startsWith("INFO event=sign-in-accepted who=\"" + accountOf("logged")))
          .anyMatch(
              line -> line.startsWith("WARN event=sign-in-refused") && line.contains("no-role"))
          .noneMatch(line -> line.contains("secret@") || line.contains("ey"));
    }
  }
}
