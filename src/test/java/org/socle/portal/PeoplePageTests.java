package org.socle.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.country.CountryProfile;
import org.socle.portal.PeopleReads.Place;
import org.socle.portal.PeopleReads.Tie;
import org.socle.security.AccountLinks.Opened;
import org.socle.security.Function;
import org.socle.security.Grants;
import org.socle.security.LinkPurpose;
import org.socle.security.LinkState;
import org.socle.security.NewPerson;
import org.socle.security.Role;
import org.socle.stakeholder.AccountTies;
import org.socle.tracking.Actor;
import org.socle.tracking.InvalidFormException;

class PeoplePageTests extends PageTestSupport {

  private static final String PERSON = "/people/acc-2";
  private static final String HOSTILE = "<script>${7*7}</script>' or 1=1 --";
  private static final Opened OPEN =
      new Opened(
          LinkState.OPEN,
          "ana.ruiz",
          "Ana <b>Ruiz</b>",
          "Cora & Co",
          new Grants(
              Set.of(Role.STAKEHOLDER),
              Map.of("XTR", Set.of(Function.CHAIR)),
              Set.of("XTR"),
              Set.of()));

  @BeforeEach
  void aPerson() {
    actor("role-coordinator");
    person("OPEN", "ana@union.example", "XTR");
    when(peopleReads.ties("acc-2"))
        .thenReturn(
            List.of(
                new Tie(
                    "c1",
                    "SPF-XTR-2027-001",
                    "XTR",
                    "Floor",
                    null,
                    null,
                    "TUC",
                    "Trade Union Congress",
                    "CONTACT",
                    "s1")));
    when(peopleReads.ties("acc-1")).thenReturn(List.of());
    when(peopleReads.running(any())).thenReturn(List.of(row()));
    when(peopleReads.places("c1")).thenReturn(List.of(place("Ana Ruiz", false)));
    CountryProfile coresia = country("XTR", "Coresia");
    when(profiles.of("XTR")).thenReturn(coresia);
    when(profiles.all()).thenReturn(List.of(coresia, country("PHL", "Philippines")));
    when(mail.configured()).thenReturn(true);
    when(mail.link(anyString())).thenAnswer(call -> "https://socle.example" + call.getArgument(0));
    when(links.look(anyString(), any())).thenReturn(OPEN);
    when(links.choose(anyString(), any(), any(), any())).thenReturn(LinkState.OPEN);
  }

  private static CountryProfile country(String code, String name) {
    return new CountryProfile(
        code,
        Map.of("en", name, "fr", name, "es", name),
        ZoneOffset.UTC,
        List.of("en"),
        "en",
        Set.of(DayOfWeek.MONDAY),
        "",
        List.of(),
        "GROUPS_PRESENT",
        List.of("WHO"),
        Map.of(),
        1);
  }

  private static Place place(@Nullable String fullMember, boolean account) {
    return new Place(
        "i1",
        "TUC",
        "Trade Union Congress",
        "Sol Stakeholder",
        "s1",
        "SEATED",
        fullMember,
        account,
        null,
        false);
  }

  private void person(String state, String email, String countries) {
    PersonRow row = row(state, email, countries, "STAKEHOLDER");
    when(peopleReads.person("acc-2")).thenReturn(Optional.of(row));
    when(peopleReads.people(any(), anyString(), anyInt())).thenReturn(List.of(row));
    when(peopleReads.person("acc-1"))
        .thenReturn(Optional.of(row("OPEN", "", "XTR", "COORDINATOR")));
  }

  private static PersonRow row(String state, String email, String countries, String roles) {
    return new PersonRow(
        "acc-2",
        "ana.ruiz",
        "Ana <b>Ruiz</b>",
        email,
        "fr",
        state,
        roles,
        roles.equals("STAKEHOLDER") ? "XTR:chair" : "",
        countries,
        "",
        "TUC");
  }

  @Test
  void listsPeopleWithRolesFunctionsCountriesInstitutionAndState() throws Exception {
    mvc.perform(as(get("/people").param("q", " Ana ").param("page", "2")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Ana &lt;b&gt;Ruiz&lt;/b&gt;")))
        .andExpect(content().string(containsString("Stakeholder")))
        .andExpect(content().string(containsString("Chair of the working group")))
        .andExpect(content().string(containsString("Coresia")))
        .andExpect(content().string(containsString("TUC")))
        .andExpect(content().string(containsString(">Open</span>")))
        .andExpect(content().string(containsString("page=1")));
    verify(peopleReads).people(Set.of("XTR"), "Ana", 2);
  }

  @ParameterizedTest
  @CsvSource({"role-coordinator, false", "camunda-admin, true"})
  void readsThePeopleOfTheReadersCountries(String role, boolean all) throws Exception {
    when(current.get()).thenReturn(new Actor("acc-1", Set.of(role), Set.of("XTR")));
    mvc.perform(as(get("/people").param("country", "PHL"))).andExpect(status().isOk());
    verify(peopleReads).people(all ? List.of("PHL") : Set.of("XTR"), "", 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"role-stakeholder", "role-manager", "role-auditor", "chair"})
  void showsOthersNothing(String role) throws Exception {
    actor(role);
    for (String page : List.of("/people", "/people/add", PERSON, PERSON + "/change")) {
      mvc.perform(as(get(page))).andExpect(status().isForbidden());
    }
    for (String act : List.of("invite", "reset", "reopen", "link", "close", "change", "tie/c1")) {
      mvc.perform(as(post(PERSON + "/" + act))).andExpect(status().isForbidden());
    }
  }

  @ParameterizedTest
  @CsvSource({"PHL, 404, 404", "PHL;XTR, 200, 403", "XTR, 200, 200"})
  void keepsThePeopleOfOtherCountriesApart(String countries, int look, int act) throws Exception {
    person("OPEN", "ana@union.example", countries.replace(';', ','));
    mvc.perform(as(get(PERSON))).andExpect(status().is(look));
    for (String page : List.of("/change", "/close", "/tie", "/tie/c1")) {
      mvc.perform(as(get(PERSON + page))).andExpect(status().is(act));
    }
    for (String done : List.of("invite", "reset", "reopen", "link", "close")) {
      mvc.perform(as(post(PERSON + "/" + done)))
          .andExpect(
              status().is(act == 200 && !done.equals("link") ? 302 : act == 200 ? 400 : act));
    }
    if (act != 200) {
      verify(people, never()).close(any(), any());
      verify(people, never()).sendReset(any(), any());
      verify(people, never()).handOver(any(), any());
    }
  }

  @Test
  void showsOnlyWhatAPersonDoesInTheReadersCountries() throws Exception {
    person("OPEN", "ana@union.example", "PHL,XTR");
    mvc.perform(as(get(PERSON)))
        .andExpect(content().string(containsString("Only an administrator can change")))
        .andExpect(content().string(not(containsString(PERSON + "/change"))));
  }

  @Test
  void checksANewPersonAndInvitesOnce() throws Exception {
    var typed =
        post("/people/add")
            .param("displayName", "Ana Ruiz")
            .param("loginName", " Ana.Ruiz ")
            .param("email", "ana@union.example")
            .param("language", "fr")
            .param("country", "XTR")
            .param("role-STAKEHOLDER", "true")
            .param("function-chair", "true");
    mvc.perform(as(typed))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Check your answers")))
        .andExpect(content().string(containsString("Chair of the working group")))
        .andExpect(content().string(not(containsString("Mediator"))));
    verify(people, never()).invite(any(), any(), any());
    when(people.invite(any(), any(), any())).thenReturn("acc-9");
    mvc.perform(as(typed.param("_step", "send"))).andExpect(redirectedUrl("/people/acc-9?invited"));
    verify(people)
        .invite(
            eq(new NewPerson("ana.ruiz", "Ana Ruiz", "ana@union.example", "fr")),
            eq(
                new Grants(
                    Set.of(Role.STAKEHOLDER),
                    Map.of("XTR", Set.of(Function.CHAIR)),
                    Set.of("XTR"),
                    Set.of())),
            any());
  }

  @Test
  void namesEveryWrongFieldAndKeepsWhatWasTyped() throws Exception {
    doThrow(InvalidFormException.of("function-XTR-chair", "error.function-needs-role"))
        .when(people)
        .checkInvitation(any(), any(), any());
    mvc.perform(
            as(
                post("/people/add")
                    .param("displayName", HOSTILE)
                    .param("country", "XTR")
                    .param("language", "es")
                    .param("function-chair", "true")))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("href=\"#field-email\"")))
        .andExpect(content().string(containsString("href=\"#field-function-chair\"")))
        .andExpect(content().string(containsString("&lt;script&gt;${7*7}&lt;/script&gt;&#39;")))
        .andExpect(content().string(containsString("value=\"es\" selected=\"selected\"")));
  }

  @ParameterizedTest
  @CsvSource({
    "role-KING, true",
    "role-STAKEHOLDER, yes",
    "country, FRA",
    "function-king, true",
    "agency-nato, true"
  })
  void refusesBoxesThatWereNotOffered(String field, String value) throws Exception {
    mvc.perform(as(post("/people/add").param(field, value).param("_step", "send")))
        .andExpect(status().isBadRequest());
    mvc.perform(as(post(PERSON + "/change").param(field, value).param("_step", "send")))
        .andExpect(status().isBadRequest());
    verify(people, never()).invite(any(), any(), any());
    verify(people, never()).change(any(), any(), any());
  }

  @Test
  void showsALinkToHandOverOnlyWhereNoMailCanGo() throws Exception {
    when(people.handOver(eq("acc-2"), any())).thenReturn("/account/invitation/t0ken");
    mvc.perform(as(post(PERSON + "/link"))).andExpect(status().isBadRequest());
    verify(people, never()).handOver(any(), any());

    when(mail.configured()).thenReturn(false);
    person("INVITED", "ana@union.example", "XTR");
    mvc.perform(as(get(PERSON)))
        .andExpect(content().string(containsString("No mail server is set up")))
        .andExpect(content().string(not(containsString("t0ken"))));
    mvc.perform(as(post(PERSON + "/link")))
        .andExpect(status().isOk())
        .andExpect(header().string("Referrer-Policy", "no-referrer"))
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(
            content().string(containsString("https://socle.example/account/invitation/t0ken")));
  }

  @Test
  void asksBeforeItClosesAnAccount() throws Exception {
    mvc.perform(as(get(PERSON + "/close")))
        .andExpect(content().string(containsString("cannot sign in any more")))
        .andExpect(content().string(containsString("Trade Union Congress")));
    verify(people, never()).close(any(), any());
    mvc.perform(as(post(PERSON + "/close"))).andExpect(redirectedUrl(PERSON + "?closed"));
    doThrow(InvalidFormException.of("", "error.last-administrator"))
        .when(people)
        .checkClosing(any(), any());
    mvc.perform(as(get(PERSON + "/close")))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("the last administrator")));
  }

  @Test
  void tiesTheMemberWhomTheLetterNames() throws Exception {
    mvc.perform(as(get(PERSON + "/tie/c1")))
        .andExpect(content().string(containsString("Trade Union Congress (TUC): full member Ana")))
        .andExpect(content().string(containsString("/cases/c1/seats/s1/replace")));
    var chosen = post(PERSON + "/tie/c1").param("place", "FULL_MEMBER:i1");
    mvc.perform(as(chosen))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("may answer at once")));
    verify(ties, never()).tie(any(), any(), any(), any(), any());
    mvc.perform(as(chosen.param("_step", "send"))).andExpect(redirectedUrl(PERSON + "?tied"));
    verify(ties).tie("c1", "i1", AccountTies.Place.FULL_MEMBER, "acc-2", "acc-1");
  }

  @Test
  void leavesMembersWithAnAccountToTheirLetters() throws Exception {
    when(peopleReads.places("c1")).thenReturn(List.of(place("Ana Ruiz", true)));
    mvc.perform(as(get(PERSON + "/tie/c1")))
        .andExpect(content().string(not(containsString("full member Ana"))))
        .andExpect(content().string(containsString("/cases/c1/seats/s1/replace")));
    for (String place : List.of("FULL_MEMBER:i1", "SUBSTITUTE:i1", "CONTACT:other", HOSTILE)) {
      mvc.perform(as(post(PERSON + "/tie/c1").param("place", place).param("_step", "send")))
          .andExpect(status().isBadRequest());
    }
    verify(ties, never()).tie(any(), any(), any(), any(), any());
  }

  @Test
  void opensTheLinkOfAnInvitation() throws Exception {
    mvc.perform(as(get("/account/invitation/t0ken")))
        .andExpect(status().isOk())
        .andExpect(header().string("Referrer-Policy", "no-referrer"))
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(content().string(containsString("Cora &amp; Co invites you")))
        .andExpect(content().string(containsString("Chair of the working group")))
        .andExpect(content().string(containsString("Ana &lt;b&gt;Ruiz&lt;/b&gt;")));
    mvc.perform(
            as(
                post("/account/invitation")
                    .param("token", "t0ken")
                    .param("password", "a b c d e f g")
                    .param("repeat", "a b c d e f g")
                    .param("language", "fr")))
        .andExpect(redirectedUrl("/login?welcome"));
    verify(links).choose(eq("t0ken"), eq(LinkPurpose.INVITATION), any(), eq("fr"));
  }

  @Test
  void keepsTheLanguageAndNeverThePasswordOfARefusedForm() throws Exception {
    when(links.choose(anyString(), any(), any(), any()))
        .thenThrow(InvalidFormException.of("password", "error.password-common"));
    mvc.perform(
            as(
                post("/account/invitation")
                    .param("token", "t0ken")
                    .param("password", "motdepasse123")
                    .param("repeat", "motdepasse123")
                    .param("language", "es")))
        .andExpect(status().isBadRequest())
        .andExpect(header().string("Referrer-Policy", "no-referrer"))
        .andExpect(content().string(containsString("href=\"#field-password\"")))
        .andExpect(content().string(containsString("value=\"es\" selected=\"selected\"")))
        .andExpect(content().string(not(containsString("motdepasse123"))));
  }

  @ParameterizedTest
  @EnumSource(value = LinkState.class, names = "OPEN", mode = EnumSource.Mode.EXCLUDE)
  void saysWhatHasBecomeOfALinkAndWhatToDo(LinkState state) throws Exception {
    when(links.look(anyString(), any())).thenReturn(new Opened(state, "", "", "", OPEN.grants()));
    when(links.choose(anyString(), any(), any(), any())).thenReturn(state);
    int expected = state == LinkState.UNKNOWN ? 404 : 410;
    for (String language : List.of("en", "fr", "es")) {
      for (String purpose : List.of("invitation", "password")) {
        mvc.perform(as(get("/account/" + purpose + "/t0ken").param("lang", language)))
            .andExpect(status().is(expected))
            .andExpect(content().string(containsString("href=\"/login\"")))
            .andExpect(content().string(not(containsString("??"))))
            .andExpect(content().string(not(containsString("Ruiz"))));
      }
    }
    mvc.perform(as(post("/account/password").param("token", "t0ken")))
        .andExpect(status().is(expected));
  }

  @Test
  void answersTheSameToEverybodyWhoForgotAPassword() throws Exception {
    String known = forgotten("ana.ruiz");
    String unknown = forgotten(HOSTILE);
    org.assertj.core.api.Assertions.assertThat(unknown.replaceAll("[0-9a-f-]{36}", ""))
        .isEqualTo(known.replaceAll("[0-9a-f-]{36}", ""))
        .doesNotContain("script");
    mvc.perform(as(post("/account/forgotten").param("who", " ")))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("href=\"#field-who\"")));
    when(mail.configured()).thenReturn(false);
    mvc.perform(as(get("/account/forgotten")))
        .andExpect(content().string(containsString("sends no mails")));
  }

  private String forgotten(String who) throws Exception {
    String page =
        mvc.perform(as(post("/account/forgotten").param("who", who)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    verify(forgotten).ask(who, "127.0.0.1");
    return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }

  @Test
  void letsPeopleChangeTheirLanguageAndTheirPassword() throws Exception {
    mvc.perform(as(get("/account")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Coordinator")))
        .andExpect(content().string(containsString("href=\"/account\"")));
    mvc.perform(as(post("/account/language").param("language", "es")))
        .andExpect(redirectedUrl("/account?saved"))
        .andExpect(header().string("Set-Cookie", containsString("socle-language=es")));
    doThrow(InvalidFormException.of("oldPassword", "error.password-old-wrong"))
        .when(own)
        .password(any(), any(), any());
    mvc.perform(
            as(
                post("/account/new-password")
                    .param("oldPassword", "my old one")
                    .param("password", "a b c d e f g")
                    .param("repeat", "a b c d e f g")))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("href=\"#field-oldPassword\"")))
        .andExpect(content().string(not(containsString("my old one"))))
        .andExpect(content().string(not(containsString("a b c d e f g"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es"})
  void hasWordsInEveryLanguage(String language) throws Exception {
    for (String state : List.of("OPEN", "INVITED", "CLOSED")) {
      for (boolean mails : List.of(true, false)) {
        when(mail.configured()).thenReturn(mails);
        person(state, "ana@union.example", "XTR");
        for (String page :
            List.of(
                "/people",
                "/people/add",
                PERSON + "?invited",
                PERSON + "?reset",
                PERSON + "?closed",
                PERSON + "?tied",
                PERSON + "/change",
                PERSON + "/close",
                PERSON + "/tie",
                PERSON + "/tie/c1",
                "/account",
                "/account/forgotten",
                "/account/invitation/x",
                "/account/password/x",
                "/login?welcome",
                "/login?password-changed")) {
          mvc.perform(as(get(page).param("lang", language)))
              .andExpect(status().isOk())
              .andExpect(content().string(not(containsString("??"))))
              .andExpect(content().string(not(containsString("people."))));
        }
      }
    }
  }
}
