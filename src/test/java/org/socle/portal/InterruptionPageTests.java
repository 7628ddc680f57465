package org.socle.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
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

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.nationalprocess.GovernmentChanges;
import org.socle.portal.StandingReads.Row;
import org.socle.portal.StandingReads.Standing;
import org.socle.tracking.Actor;
import org.socle.tracking.DutyClosedException;

class InterruptionPageTests extends PageTestSupport {

  private static final String CHANGE = "/countries/XTR/government-change";
  private static final Instant SINCE = Instant.parse("2027-03-01T09:00:00Z");

  @BeforeEach
  void coordinator() {
    when(interruptions.possible("c1")).thenReturn(true);
    actor("role-coordinator");
    standing("RUNNING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"suspend", "resume", "withdraw"})
  void asksForAReasonThenShowsItThenActs(String act) throws Exception {
    standing("resume".equals(act) ? "SUSPENDED" : "RUNNING");
    String page = "/cases/c1/" + act;
    for (String language : List.of("en", "fr", "es")) {
      mvc.perform(as(get(page).param("lang", language)))
          .andExpect(status().isOk())
          .andExpect(content().string(not(containsString("??"))))
          .andExpect(content().string(containsString("name=\"reason\"")));
    }
    mvc.perform(as(post(page)))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("href=\"#field-reason\"")));
    mvc.perform(as(post(page).param("_step", "send").param("reason", "a\0b")))
        .andExpect(status().isBadRequest());
    mvc.perform(as(post(page).param("reason", "x".repeat(1001))))
        .andExpect(status().isBadRequest());
    mvc.perform(as(post(page).param("reason", "<b>Elections</b>")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("&lt;b&gt;Elections")));
    verify(interruptions, never()).suspend(any(), any(), any());
    verify(interruptions, never()).withdraw(any(), any(), any());

    when(interruptions.suspend("c1", "Elections", "acc-1")).thenReturn(true);
    when(interruptions.resume("c1", "Elections", "acc-1")).thenReturn(true);
    when(interruptions.withdraw("c1", "Elections", "acc-1")).thenReturn(true);
    mvc.perform(as(post(page).param("_step", "send").param("reason", " Elections ")))
        .andExpect(redirectedUrl("/cases/c1?interrupted=" + act));
  }

  @Test
  void saysThatItCannotBeDoneNowAndKeepsTheReason() throws Exception {
    standing("SUSPENDED");
    mvc.perform(as(get("/cases/c1/suspend"))).andExpect(status().isConflict());
    standing("RUNNING");
    mvc.perform(as(post("/cases/c1/suspend").param("_step", "send").param("reason", "Too late")))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("Too late")));
    mvc.perform(as(get("/cases/c1/resume"))).andExpect(status().isConflict());
  }

  @ParameterizedTest
  @ValueSource(strings = {"suspend", "withdraw"})
  void saysWhatToDoWithACaseOfAnOlderModel(String act) throws Exception {
    when(interruptions.possible("c1")).thenReturn(false);
    mvc.perform(as(get("/cases/c1/" + act)))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("older version of the process")));
    mvc.perform(as(post("/cases/c1/" + act).param("_step", "send").param("reason", "Elections")))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("end early, with a reason")))
        .andExpect(content().string(containsString("Elections")));
    verify(interruptions, never()).suspend(any(), any(), any());
    verify(interruptions, never()).withdraw(any(), any(), any());
  }

  @Test
  void leavesTheActsToThoseWhoDecide() throws Exception {
    actor("role-stakeholder", "government-focal-point");
    mvc.perform(as(get("/cases/c1/withdraw"))).andExpect(status().isOk());
    mvc.perform(as(get("/cases/c1/suspend"))).andExpect(status().isForbidden());
    mvc.perform(as(post("/cases/c1/resume").param("reason", "r")))
        .andExpect(status().isForbidden());
    mvc.perform(as(get(CHANGE))).andExpect(status().isForbidden());
    actor("role-stakeholder", "seat-s1");
    mvc.perform(as(get("/cases/c1/withdraw"))).andExpect(status().isForbidden());
    when(current.get()).thenReturn(new Actor("acc-1", Set.of("role-coordinator"), Set.of("PHL")));
    mvc.perform(as(get("/cases/c1/suspend"))).andExpect(status().isForbidden());
    mvc.perform(as(get(CHANGE))).andExpect(status().isForbidden());
  }

  @Test
  void recordsAChangeOfGovernmentOnceForTheCountry() throws Exception {
    mvc.perform(as(get(CHANGE).param("lang", "es")))
        .andExpect(content().string(containsString("name=\"changedOn\"")));
    mvc.perform(as(post(CHANGE).param("changedOn", "2027-03-11").param("reason", "New cabinet")))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("href=\"#field-changedOn\"")));
    mvc.perform(as(post(CHANGE).param("changedOn", "yesterday").param("reason", "New cabinet")))
        .andExpect(status().isBadRequest());
    mvc.perform(as(post(CHANGE).param("changedOn", "2027-03-09").param("reason", "New cabinet")))
        .andExpect(status().isOk());
    verify(changes, never()).record(any(), any(), any(), any());

    GovernmentChanges.Recorded done =
        new GovernmentChanges.Recorded(
            "g1", 2, List.of(new GovernmentChanges.NotReached("c9", "SPF-XTR-2025-009")));
    when(changes.record("XTR", LocalDate.parse("2027-03-09"), "New cabinet", "acc-1"))
        .thenReturn(done);
    when(changes.find(done.id())).thenReturn(done);
    mvc.perform(
            as(
                post(CHANGE)
                    .param("_step", "send")
                    .param("changedOn", "2027-03-09")
                    .param("reason", "New cabinet")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("2 cases of Coresia")))
        .andExpect(content().string(containsString("Ask the new government by letter")))
        .andExpect(content().string(containsString("/cases/c9\">SPF-XTR-2025-009")));
  }

  @Test
  void showsAStoppedTaskWithSinceWhenAndWhyAndNoForm() throws Exception {
    actor("role-stakeholder", "seat-s1");
    standing("SUSPENDED");
    duty("userTask_answerOpinion", "stopped");
    when(list.open(any()))
        .thenReturn(List.of(duty("userTask_answerOpinion", "stopped", "seat-s1")));

    mvc.perform(as(get("/my-tasks")))
        .andExpect(content().string(containsString("Stopped")))
        .andExpect(content().string(containsString("Nothing can be answered at the moment")))
        .andExpect(content().string(containsString("since 1 March 2027")))
        .andExpect(content().string(containsString("Elections")))
        .andExpect(content().string(not(containsString("Overdue"))))
        .andExpect(content().string(not(containsString("/my-tasks/d1\""))));
    mvc.perform(as(get("/my-tasks/d1")))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("since 1 March 2027")))
        .andExpect(content().string(not(containsString("name=\"opinion\""))));
  }

  @Test
  void keepsWhatWasTypedWhenTheSuspensionWasFaster() throws Exception {
    actor("role-stakeholder", "seat-s1");
    doThrow(new DutyClosedException("d1", "stopped"))
        .when(completion)
        .complete(eq("d1"), anyMap(), any());
    when(list.find("d1"))
        .thenReturn(Optional.of(duty("userTask_answerOpinion", "open", "seat-s1")))
        .thenReturn(Optional.of(duty("userTask_answerOpinion", "stopped", "seat-s1")));
    standing("SUSPENDED");

    mvc.perform(as(post("/my-tasks/d1").param("_step", "send").param("text", "Two hours of work")))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("The case is suspended")))
        .andExpect(content().string(containsString("Two hours of work")));
  }

  @Test
  void keepsWhatWasTypedOnAStepOfASuspendedCase() throws Exception {
    actor("role-stakeholder", "decision-clerk");
    standing("SUSPENDED");
    mvc.perform(as(post("/cases/c1/decision").param("reason-rec1", "Three hours of work")))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("The case is suspended")))
        .andExpect(content().string(containsString("Three hours of work")));
  }

  private void standing(String status) {
    boolean suspended = "SUSPENDED".equals(status);
    List<Row> lasting =
        suspended
            ? List.of(
                new Row(
                    "c1", "XTR", status, SINCE, "SUSPENSION", "Elections", SINCE, null, null, null))
            : List.of();
    when(standing.of(any()))
        .thenReturn(
            Map.of(
                "c1",
                new Standing(
                    "XTR",
                    status,
                    suspended ? SINCE : null,
                    ZoneOffset.UTC,
                    9,
                    lasting,
                    List.of())));
    when(cases.find("c1")).thenReturn(Optional.of(row(status)));
  }
}
