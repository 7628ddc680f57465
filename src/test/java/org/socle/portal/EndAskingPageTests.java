package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
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
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.tracking.Actor;
import org.socle.tracking.Askings.OpenAsking;
import org.springframework.beans.factory.annotation.Autowired;

class EndAskingPageTests extends PageTestSupport {

  private static final String PAGE = "/cases/c1/askings/a1/end";

  @Autowired private OpenAskings open;

  @BeforeEach
  void wait3Of7() {
    actor("role-coordinator", "secretariat");
    waitFor("position");
  }

  @Test
  void saysWhatHappensBeforeItAsksForTheReason() throws Exception {
    mvc.perform(as(get(PAGE)))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("3 of 7")))
        .andExpect(
            content().string(containsString("4 have not answered and are recorded as silent")))
        .andExpect(content().string(containsString("Silence is never support")))
        .andExpect(content().string(containsString("20 March 2027")));
    verify(askings, never()).conclude(any(), any(), any());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agency-answer",
        "nomination",
        "position",
        "late-position",
        "opinion",
        "condition"
      })
  void hasWordsForEveryKind(String kind) throws Exception {
    waitFor(kind);
    for (String language : List.of("en", "fr", "es")) {
      mvc.perform(as(get(PAGE).param("lang", language)))
          .andExpect(status().isOk())
          .andExpect(content().string(not(containsString(">" + kind + "<"))))
          .andExpect(content().string(not(containsString("??"))));
    }
  }

  @Test
  void endsItWithTheReason() throws Exception {
    when(askings.conclude("a1", "acc-1", "All groups were heard")).thenReturn(true);

    mvc.perform(as(post(PAGE).param("reason", " All groups were heard ")))
        .andExpect(redirectedUrl("/cases/c1?ended"));
  }

  @Test
  void asksForAReasonOfAtMost1000Characters() throws Exception {
    mvc.perform(as(post(PAGE)))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("href=\"#field-reason\"")));
    mvc.perform(as(post(PAGE).param("reason", "<" + "x".repeat(1000))))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("there are 1,001 now")))
        .andExpect(content().string(containsString("&lt;xxx")));
    mvc.perform(as(post(PAGE).param("reason", "a\0b"))).andExpect(status().isBadRequest());
    verify(askings, never()).conclude(any(), any(), any());
  }

  @Test
  void saysThatItHasEndedAndKeepsTheReason() throws Exception {
    mvc.perform(as(post(PAGE).param("reason", "Long enough")))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("This has ended already")))
        .andExpect(content().string(containsString("Long enough")));

    when(askings.openOf("c1")).thenReturn(List.of());
    mvc.perform(as(get(PAGE))).andExpect(status().isConflict());
    mvc.perform(as(post(PAGE))).andExpect(status().isConflict());
  }

  @Test
  void leavesTheEndToTheSecretariatAndTheGroupsChair() throws Exception {
    actor("role-stakeholder", "chair");
    mvc.perform(as(get(PAGE))).andExpect(status().isOk());
    waitFor("nomination");
    mvc.perform(as(get(PAGE))).andExpect(status().isForbidden());
    mvc.perform(as(post(PAGE).param("reason", "r"))).andExpect(status().isForbidden());

    actor("role-coordinator", "rapporteur");
    mvc.perform(as(post(PAGE).param("reason", "r"))).andExpect(status().isForbidden());
    when(current.get())
        .thenReturn(new Actor("acc-1", Set.of("role-coordinator", "secretariat"), Set.of("PHL")));
    mvc.perform(as(post(PAGE).param("reason", "r"))).andExpect(status().isForbidden());
    verify(askings, never()).conclude(any(), any(), any());
  }

  @Test
  void endsNothingOfASuspendedCaseAndKeepsTheReason() throws Exception {
    when(cases.find("c1")).thenReturn(Optional.of(row("SUSPENDED")));

    assertThat(open.of(row("SUSPENDED"), current.get()))
        .extracting(OpenAskings.Waiting::endHref)
        .containsOnlyNulls();
    assertThat(open.of(row("RUNNING"), current.get()))
        .extracting(OpenAskings.Waiting::endHref)
        .containsExactly(PAGE);
    mvc.perform(as(get(PAGE)))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("The case is suspended")));
    mvc.perform(as(post(PAGE).param("reason", "Long enough")))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("Long enough")));
    verify(askings, never()).conclude(any(), any(), any());
    actor("role-coordinator", "rapporteur");
    mvc.perform(as(get(PAGE))).andExpect(status().isForbidden());
  }

  private void waitFor(String kind) {
    when(askings.openOf("c1"))
        .thenReturn(List.of(new OpenAsking("a1", kind, LocalDate.parse("2027-03-20"), 7, 3)));
  }
}
