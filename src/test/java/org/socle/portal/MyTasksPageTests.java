package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;
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

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.socle.dialogue.Positions;
import org.socle.tracking.DutyClosedException;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.InvalidFormException;

class MyTasksPageTests extends PageTestSupport {

  @Test
  void listsWhatIsOwedWithTheWordOverdue() throws Exception {
    when(list.open(any())).thenReturn(List.of(duty("userTask_answerOpinion", "open", "seat-s1")));

    mvc.perform(as(get("/my-tasks")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Overdue")))
        .andExpect(content().string(containsString("5 March 2027 (5 days ago)")))
        .andExpect(content().string(containsString("Trade Union Congress (TUC)")));
  }

  @Test
  void speaksTheLanguageThatWasChosen() throws Exception {
    mvc.perform(as(get("/my-tasks?lang=fr")))
        .andExpect(content().string(containsString("<html lang=\"fr\"")))
        .andExpect(content().string(containsString("Mes tâches")))
        .andExpect(
            result ->
                assertThat(result.getResponse().getHeader("Set-Cookie"))
                    .contains("socle-language=fr", "HttpOnly", "SameSite=Lax"));
  }

  @Test
  void namesWrongFieldsKeepsWhatWasTypedAndEscapesIt() throws Exception {
    doThrow(InvalidFormException.of("text", "error.required"))
        .when(completion)
        .complete(eq("d1"), anyMap(), any());

    mvc.perform(
            as(
                post("/my-tasks/d1")
                    .param("opinion", "NOT_VALID")
                    .param("text", "<script>x</script>")))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("href=\"#field-text\"")))
        .andExpect(content().string(containsString("aria-describedby=\"error-text\"")))
        .andExpect(content().string(containsString("&lt;script&gt;x&lt;/script&gt;")))
        .andExpect(content().string(not(containsString("<script>"))))
        .andExpect(content().string(containsString("<title>Error: ")));
  }

  @Test
  void escapesHostileLabelsAndTexts() throws Exception {
    when(forms.ofDuty("d1"))
        .thenReturn(
            new FormSchema(
                "f",
                List.of(
                    new Field(
                        "text",
                        "",
                        "T",
                        "<img src=x onerror=alert(1)> [go](javascript:alert(1))",
                        "",
                        false,
                        1,
                        null,
                        null,
                        List.of()),
                    new Field(
                        "textfield",
                        "a",
                        "A",
                        "<b>label</b>",
                        "<b>hint</b>",
                        false,
                        10,
                        null,
                        null,
                        List.of()))));

    mvc.perform(as(get("/my-tasks/d1")))
        .andExpect(content().string(not(containsString("<img src=x"))))
        .andExpect(content().string(not(containsString("href=\"javascript"))))
        .andExpect(content().string(containsString("&lt;b&gt;label&lt;/b&gt;")))
        .andExpect(content().string(containsString("&lt;b&gt;hint&lt;/b&gt;")));
  }

  @Test
  void showsTheAnswersAndStoresNothingBeforeTheyAreSent() throws Exception {
    mvc.perform(as(post("/my-tasks/d1").param("opinion", "VALID").param("text", "All good")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("It is valid")))
        .andExpect(
            content().string(containsString("type=\"hidden\" name=\"text\" value=\"All good\"")));

    assertThat(transaction.isRollbackOnly()).isTrue();
  }

  @Test
  void sendsAndConfirms() throws Exception {
    mvc.perform(as(post("/my-tasks/d1").param("_step", "send").param("opinion", "VALID")))
        .andExpect(redirectedUrl("/my-tasks/d1/sent"));
    verify(completion).complete(eq("d1"), eq(Map.of("opinion", "VALID")), any());

    duty("userTask_answerOpinion", "answered");
    mvc.perform(as(get("/my-tasks/d1/sent")))
        .andExpect(content().string(containsString("Your answer was received")));
  }

  @Test
  void keepsTheTextWhenTheTaskWasClosedMeanwhile() throws Exception {
    doThrow(new DutyClosedException("d1", "answered"))
        .when(completion)
        .complete(eq("d1"), anyMap(), any());

    mvc.perform(as(post("/my-tasks/d1").param("_step", "send").param("text", "Two hours of work")))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("Two hours of work")));

    duty("userTask_answerOpinion", "answered");
    mvc.perform(as(get("/my-tasks/d1")))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("It was answered on 9 March 2027")));
  }

  @Test
  void refusesWhatIsOwedBySomebodyElseAndWhatDoesNotExist() throws Exception {
    actor("role-stakeholder", "seat-s2");
    mvc.perform(as(get("/my-tasks/d1"))).andExpect(status().isForbidden());
    mvc.perform(as(get("/my-tasks/nothing"))).andExpect(status().isNotFound());

    actor("role-manager");
    mvc.perform(as(get("/my-tasks"))).andExpect(status().isForbidden());
    mvc.perform(as(get("/request"))).andExpect(status().isForbidden());
    mvc.perform(as(get("/cases/c1/decision"))).andExpect(status().isForbidden());
  }

  @Test
  void takesOnePositionForEachItemInOneTransaction() throws Exception {
    round();
    mvc.perform(as(get("/my-tasks/d1")))
        .andExpect(content().string(containsString("R1. Pensions for all")))
        .andExpect(content().string(containsString("name=\"value-i1\"")))
        .andExpect(content().string(containsString("0.4 %")));

    mvc.perform(
            as(
                post("/my-tasks/d1")
                    .param("_step", "send")
                    .param("value-i1", "OBJECT")
                    .param("text-i1", "Too late")))
        .andExpect(redirectedUrl("/my-tasks/d1/sent"));
    verify(positions)
        .record(
            "r1",
            "s1",
            List.of(new Positions.Answer("i1", "OBJECT", "Too late")),
            new Positions.Source("acc-1", null, null));
    verify(completion).complete(eq("d1"), eq(Map.of()), any());
  }

  @Test
  void namesTheItemWhoseReasonIsMissing() throws Exception {
    round();
    doThrow(InvalidFormException.of("text-i1", "error.required"))
        .when(positions)
        .record(any(), any(), any(), any());

    mvc.perform(as(post("/my-tasks/d1").param("value-i1", "OBJECT")))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("href=\"#field-text-i1\"")));
    verify(completion, never()).complete(any(), any(), any());
  }
}
