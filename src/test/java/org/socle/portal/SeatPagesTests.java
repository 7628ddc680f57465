package org.socle.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.portal.SeatReads.Changed;
import org.socle.portal.SeatReads.Owed;
import org.socle.portal.SeatReads.Running;
import org.socle.portal.SeatReads.Sat;
import org.socle.portal.SeatReads.SeatLine;
import org.socle.stakeholder.Vacancies.Vacancy;
import org.socle.tracking.Actor;
import org.socle.tracking.Askings.OpenAsking;
import org.socle.tracking.Askings.Tally;
import org.socle.tracking.InvalidFormException;

class SeatPagesTests extends PageTestSupport {

  private static final String SEATS = "/cases/c1/seats";

  @BeforeEach
  void seatTwo() {
    actor("role-coordinator");
    when(seatReads.seats(eq("c1"), anyBoolean()))
        .thenAnswer(
            call ->
                List.of(
                    seat("s1", "SEATED", null, call.getArgument(1) ? "Fay Full" : null),
                    seat("s2", "SEATED", "REMOVED", null)));
    when(seatReads.owed("c1"))
        .thenReturn(
            List.of(new Owed("seat-s1", "userTask_answerOpinion", LocalDate.parse("2027-03-20"))));
    when(seatReads.changes("c1"))
        .thenReturn(List.of(new Changed(NOW, "REMOVED", "S2", "Institution s2", "It <left>")));
    when(seatReads.sittings(eq("c1"), anyBoolean()))
        .thenReturn(List.of(new Sat("S1", "Institution s1", "WRK", NOW, null, null, null)));
    for (String id : List.of("s1", "s2")) {
      when(seatReads.seat("c1", id))
          .thenReturn(Optional.of(seat(id, "SEATED", "s2".equals(id) ? "REMOVED" : null, "Fay")));
    }
    when(seatReads.running("c1", "s1")).thenReturn(List.of(new Running("a1", "opinion", "open")));
    when(askings.openOf("c1"))
        .thenReturn(List.of(new OpenAsking("a1", "opinion", LocalDate.parse("2027-03-20"), 7, 4)));
    when(askings.tally("a1")).thenReturn(new Tally(7, 4, 3));
  }

  private static SeatLine seat(
      String id, String state, @Nullable String last, @Nullable String name) {
    return new SeatLine(
        id,
        id.toUpperCase(java.util.Locale.ROOT),
        "Institution " + id,
        "WRK",
        state,
        true,
        NOW,
        last == null ? null : NOW,
        name,
        null,
        last,
        last == null ? null : NOW,
        last == null ? null : "It <left>");
  }

  @Test
  void showsEachSeatWithWhatItOwesAndWhyOneLeft() throws Exception {
    mvc.perform(as(get(SEATS)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Fay Full")))
        .andExpect(content().string(containsString("20 March 2027")))
        .andExpect(content().string(containsString("It &lt;left&gt;")))
        .andExpect(content().string(containsString(SEATS + "/s1/remove")))
        .andExpect(content().string(containsString(SEATS + "/s1/replace")))
        .andExpect(content().string(not(containsString(SEATS + "/s1/reinstate"))))
        .andExpect(content().string(containsString(SEATS + "/s2/reinstate")))
        .andExpect(content().string(containsString(SEATS + "/add")))
        .andExpect(content().string(not(containsString("/vacate"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"role-stakeholder", "role-manager", "role-auditor"})
  void showsOtherReadersNeitherNamesNorChanges(String role) throws Exception {
    actor(role);
    mvc.perform(as(get(SEATS)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Institution s1")))
        .andExpect(content().string(containsString("It &lt;left&gt;")))
        .andExpect(content().string(not(containsString("Fay Full"))))
        .andExpect(content().string(not(containsString(SEATS + "/s1/"))))
        .andExpect(content().string(not(containsString(SEATS + "/add"))));
  }

  @Test
  void tellsWhoSatOnADay() throws Exception {
    mvc.perform(as(get(SEATS).param("on", "2027-03-10")))
        .andExpect(content().string(containsString("At the end of 10 March 2027")))
        .andExpect(content().string(not(containsString("Nobody sat"))));
    mvc.perform(as(get(SEATS).param("on", "2027-03-09")))
        .andExpect(content().string(containsString("Nobody sat")));
    mvc.perform(as(get(SEATS).param("on", "May")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("value=\"May\"")))
        .andExpect(content().string(containsString("Enter a date")));
  }

  @Test
  void letsTheChairDeclareASilentSeatVacantWhenTheLadderHasRunOut() throws Exception {
    actor("role-stakeholder", "chair");
    when(vacancies.of("c1"))
        .thenReturn(Map.of("s1", new Vacancy("opinion", LocalDate.parse("2027-03-20"), false)));
    mvc.perform(as(get(SEATS)))
        .andExpect(content().string(containsString("may declare it vacant after 20 March 2027")))
        .andExpect(content().string(not(containsString("/vacate"))));
    when(vacancies.of("c1"))
        .thenReturn(Map.of("s1", new Vacancy("opinion", LocalDate.parse("2027-03-01"), true)));
    mvc.perform(as(get(SEATS))).andExpect(content().string(containsString(SEATS + "/s1/vacate")));
    mvc.perform(as(post(SEATS + "/s1/vacate").param("_step", "send").param("reason", "Silent")))
        .andExpect(redirectedUrl(SEATS + "?saved"));
    verify(seatChanges).declareVacant("c1", "s1", "Silent", "acc-1");
  }

  @Test
  void saysWhatHappensThenChecksThenSends() throws Exception {
    mvc.perform(as(get(SEATS + "/s1/remove")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("2 answers are still awaited")))
        .andExpect(content().string(containsString("not recorded as silent")));
    mvc.perform(as(post(SEATS + "/s1/remove").param("reason", " Split ")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("2 answers are still awaited")))
        .andExpect(content().string(containsString("Nothing has been sent")));
    org.assertj.core.api.Assertions.assertThat(transaction.isRollbackOnly()).isTrue();
    mvc.perform(as(post(SEATS + "/s1/remove").param("_step", "send").param("reason", "Split")))
        .andExpect(redirectedUrl(SEATS + "?saved"));
    mvc.perform(as(post(SEATS + "/s1/remove").param("_step", "change").param("reason", "Split")))
        .andExpect(content().string(containsString(">Split</textarea>")));
  }

  @Test
  void offersNoChangeInASuspendedCase() throws Exception {
    when(cases.find("c1")).thenReturn(Optional.of(InterruptionPageTests.row("SUSPENDED")));
    mvc.perform(as(get(SEATS)))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString(SEATS + "/s1/remove"))))
        .andExpect(content().string(not(containsString(SEATS + "/add"))));
    mvc.perform(as(get(SEATS + "/s1/remove")))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("The case is suspended or closed")));
  }

  @Test
  void sendsTheIdOfTheDrawnFormWithTheChange() throws Exception {
    mvc.perform(as(post(SEATS + "/s1/remove").param("reason", "Split")))
        .andExpect(content().string(containsString("name=\"_submission\"")));
  }

  @Test
  void keepsWhatWasTypedAndNamesTheField() throws Exception {
    doThrow(InvalidFormException.of("fullMember", "error.full-member-needed"))
        .when(seatChanges)
        .add(anyString(), any(), any(), any());
    mvc.perform(as(post(SEATS + "/add").param("acronym", "N<W").param("reason", "Grow")))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("href=\"#field-fullMember\"")))
        .andExpect(content().string(containsString("N&lt;W")))
        .andExpect(content().string(containsString(">Grow</textarea>")));
  }

  @ParameterizedTest
  @CsvSource({
    "add, role-coordinator, 200",
    "s1/replace, role-coordinator, 200",
    "s1/remove, role-coordinator, 200",
    "s2/reinstate, role-coordinator, 200",
    "s1/vacate, role-coordinator, 403",
    "s1/vacate, chair, 200",
    "add, chair, 403",
    "s1/replace, chair, 403",
    "s1/remove, chair, 403",
    "s2/reinstate, chair, 403",
    "add, role-stakeholder, 403",
    "s1/remove, role-stakeholder, 403",
    "s1/vacate, role-stakeholder, 403",
    "s1/remove, role-auditor, 403",
    "s1/remove, role-manager, 403",
    "none/remove, role-coordinator, 404"
  })
  void opensEachChangeToItsRoleAlone(String path, String group, int expected) throws Exception {
    actor(group);
    mvc.perform(as(get(SEATS + "/" + path))).andExpect(status().is(expected));
    mvc.perform(as(post(SEATS + "/" + path).param("reason", "r"))).andExpect(status().is(expected));
    if (expected != 200) {
      verify(seatChanges, never()).add(any(), any(), any(), any());
      verify(seatChanges, never()).remove(any(), any(), any(), any());
      verify(seatChanges, never()).declareVacant(any(), any(), any(), any());
    }
  }

  @Test
  void closesTheChangesOfAnotherCountry() throws Exception {
    when(current.get()).thenReturn(new Actor("acc-1", Set.of("role-coordinator"), Set.of("PHL")));
    mvc.perform(as(get(SEATS))).andExpect(status().isForbidden());
    mvc.perform(as(post(SEATS + "/s1/remove").param("reason", "r")))
        .andExpect(status().isForbidden());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es"})
  void hasWordsInEveryLanguage(String language) throws Exception {
    for (String page : List.of("", "/add", "/s1/replace", "/s1/remove", "/s2/reinstate")) {
      mvc.perform(as(get(SEATS + page).param("lang", language)))
          .andExpect(status().isOk())
          .andExpect(content().string(not(containsString("??"))))
          .andExpect(content().string(not(containsString("seats."))));
    }
  }
}
