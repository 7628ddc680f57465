package org.socle.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.socle.decision.Decisions;

class DecisionPageTests extends PageTestSupport {

  @Test
  void recordsADecisionWithItsConditionsAndCompletesTheStep() throws Exception {
    actor("role-stakeholder", "decision-clerk");
    step("userTask_recordDecision", "decision-clerk");
    decision();

    mvc.perform(
            as(
                post("/cases/c1/decision")
                    .param("_step", "send")
                    .param("outcome-rec1", "RETURNED")
                    .param("reason-rec1", "Cost it again")
                    .param("decidedOn-rec1", "2027-03-09")
                    .param("condition-0-text-rec1", "New costing")
                    .param("condition-0-owner-rec1", "costing-team")
                    .param("condition-0-due-rec1", "2027-09-01")))
        .andExpect(redirectedUrl("/cases/c1?decided"));
    verify(decisions)
        .record(
            "l1",
            "rec1",
            new Decisions.Entry(
                "RETURNED",
                "Cost it again",
                LocalDate.parse("2027-03-09"),
                null,
                List.of(
                    new Decisions.ConditionDraft(
                        "New costing", "costing-team", LocalDate.parse("2027-09-01")))),
            "acc-1");
    verify(completion, times(1)).complete(eq("d1"), eq(Map.of()), any());
  }

  @Test
  void drawsMoreConditionRowsAndKeepsWhatWasTyped() throws Exception {
    actor("role-stakeholder", "decision-clerk");
    step("userTask_recordDecision", "decision-clerk");
    decision();

    mvc.perform(
            as(
                post("/cases/c1/decision")
                    .param("_step", "more")
                    .param("rows", "3")
                    .param("reason-rec1", "Kept")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("condition-5-text-rec1")))
        .andExpect(content().string(not(containsString("condition-6-text-rec1"))))
        .andExpect(content().string(containsString("Kept")));
    verify(completion, never()).complete(any(), any(), any());
  }
}
