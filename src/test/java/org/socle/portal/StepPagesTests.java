package org.socle.portal;

import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
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

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socle.tracking.DutyClosedException;
import org.socle.tracking.InvalidFormException;

class StepPagesTests extends PageTestSupport {

  @Test
  void saysThatAStepIsNotOpen() throws Exception {
    actor("role-coordinator", "secretariat");

    mvc.perform(as(get("/cases/c1/stakeholders")))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("This step is not open")));
  }

  @Test
  void addsInstitutionsAndNamesWhatIsWrong() throws Exception {
    actor("role-coordinator", "secretariat");
    step("userTask_mapStakeholders", "secretariat");
    when(institutions.add(any(), any(), any()))
        .thenThrow(InvalidFormException.of("acronym", "error.required"))
        .thenReturn("i9");

    mvc.perform(as(post("/cases/c1/stakeholders").param("name", "Union of <farmers>")))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("Union of &lt;farmers&gt;")))
        .andExpect(content().string(containsString("href=\"#field-acronym\"")));
    mvc.perform(as(post("/cases/c1/stakeholders").param("acronym", "UF").param("name", "Union")))
        .andExpect(redirectedUrl("/cases/c1/stakeholders?saved"));
  }

  @Test
  void refusesACostThatIsNoNumber() throws Exception {
    actor("role-coordinator", "secretariat");
    step("userTask_enterRecommendations", "secretariat");

    mvc.perform(
            as(post("/cases/c1/recommendations").param("title", "T").param("addedCost", "much")))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("href=\"#field-addedCost\"")))
        .andExpect(content().string(containsString("value=\"much\"")));
    verify(recommendations, never()).add(any(), any(), any());
  }

  @Test
  void recordsWhoCame() throws Exception {
    actor("role-coordinator", "rapporteur");
    step("userTask_recordAttendance", "rapporteur");
    round();

    mvc.perform(
            as(post("/cases/c1/attendance").param("present", "s1", "s2").param("chair", "true")))
        .andExpect(redirectedUrl("/cases/c1/attendance?saved"));
    verify(rounds).recordAttendance("r1", Set.of("s1", "s2"), true, "acc-1");
  }

  @ParameterizedTest
  @CsvSource({
    "stakeholders, userTask_mapStakeholders",
    "recommendations, userTask_enterRecommendations",
    "attendance, userTask_recordAttendance"
  })
  void saysWhyAStepCannotBeCompletedAndWhenSomebodyWasFaster(String page, String element)
      throws Exception {
    actor("role-stakeholder", "chair");
    step(element, "chair");
    round();
    doThrow(InvalidFormException.of("", "error.dialogue-begun"))
        .when(completion)
        .complete(eq("d1"), any(), any());
    mvc.perform(as(post("/cases/c1/" + page + "/complete")))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("role=\"alert\"")));
    doThrow(new DutyClosedException("d1", "answered"))
        .when(completion)
        .complete(eq("d1"), any(), any());
    mvc.perform(as(post("/cases/c1/" + page + "/complete")))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("This step is not open")));
  }

  @Test
  void refusesAChairThatIsNeitherThereNorAway() throws Exception {
    actor("role-coordinator", "rapporteur");
    step("userTask_recordAttendance", "rapporteur");
    round();
    mvc.perform(as(post("/cases/c1/attendance").param("present", "s1").param("chair", "perhaps")))
        .andExpect(status().isBadRequest());
    verify(rounds, never()).recordAttendance(any(), any(), any(), any());
  }

  @Test
  void leadsToTheOnlyOpenPage() throws Exception {
    actor("role-coordinator", "secretariat");
    when(list.open(any()))
        .thenReturn(List.of(duty("userTask_mapStakeholders", "open", "secretariat")));
    mvc.perform(as(get("/open-page"))).andExpect(redirectedUrl("/cases/c1/stakeholders"));

    when(list.open(any())).thenReturn(List.of());
    mvc.perform(as(get("/open-page")))
        .andExpect(content().string(containsString("No page waits for you")));
  }
}
