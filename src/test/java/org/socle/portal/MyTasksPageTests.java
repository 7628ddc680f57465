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

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  void linksWhatPredecessorsAnsweredAndWhatIsOpen() throws Exception {
    when(handOvers.of(any()))
        .thenReturn(
            List.of(
                new HandOverReads.Taken(
                    "s1", "TUC", "Trade Union Congress", LocalDate.parse("2027-03-10"))));
    mvc.perform(as(get("/my-tasks")))
        .andExpect(content().string(containsString("href=\"/my-tasks/seats/s1\"")))
        .andExpect(content().string(containsString("members since 10 March 2027")));

    when(list.ofGroup(eq("seat-s1"), any()))
        .thenReturn(
            List.of(
                duty("userTask_answerNomination", "answered", "seat-s1"),
                duty("userTask_answerOpinion", "open", "seat-s1")));
    for (String language : List.of("en", "fr", "es")) {
      mvc.perform(as(get("/my-tasks/seats/s1").param("lang", language)))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("Trade Union Congress (TUC)")))
          .andExpect(content().string(containsString("href=\"/my-tasks/d1\"")))
          .andExpect(content().string(containsString("href=\"/cases/c1\"")))
          .andExpect(content().string(not(containsString("??"))));
    }
    mvc.perform(as(get("/my-tasks/seats/s2"))).andExpect(status().isForbidden());
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

  @Test
  void letsStaffEnterAnAnswerAfterTheyClaimedIt() throws Exception {
    actor("role-coordinator");
    mvc.perform(as(get("/my-tasks/d1"))).andExpect(status().isForbidden());
    mvc.perform(as(post("/my-tasks/d1").param("_step", "send"))).andExpect(status().isForbidden());

    mvc.perform(as(post("/my-tasks/d1/claim"))).andExpect(redirectedUrl("/my-tasks/d1"));
    verify(claims).claim(eq("d1"), any());
    claimed("open");
    mvc.perform(as(get("/my-tasks/d1")))
        .andExpect(content().string(containsString("You enter this answer for Trade Union")))
        .andExpect(content().string(containsString("name=\"channel\"")))
        .andExpect(content().string(containsString("name=\"reference\"")));
    mvc.perform(
            as(
                post("/my-tasks/d1")
                    .param("_step", "send")
                    .param("opinion", "VALID")
                    .param("channel", "LETTER")
                    .param("reference", "L-7")))
        .andExpect(redirectedUrl("/my-tasks/d1/sent"));
    verify(completion)
        .complete(
            eq("d1"),
            eq(Map.of("opinion", "VALID", "channel", "LETTER", "reference", "L-7")),
            any());
  }

  @Test
  void keepsWhatStaffTypedWhenTheSeatWasFaster() throws Exception {
    actor("role-coordinator");
    claimed("answered");
    when(list.answer("d1"))
        .thenReturn(
            Optional.of(
                new DutyList.Answer("XTR", "Dana Seat", Instant.parse("2027-03-09T10:00:00Z"))));
    doThrow(new DutyClosedException("d1", "answered"))
        .when(completion)
        .complete(eq("d1"), anyMap(), any());
    mvc.perform(as(post("/my-tasks/d1").param("_step", "send").param("text", "From the letter")))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("Dana Seat")))
        .andExpect(content().string(containsString("9 March 2027")))
        .andExpect(content().string(containsString("From the letter")));
  }

  @Test
  void saysThatAColleagueEntersTheAnswer() throws Exception {
    actor("role-coordinator");
    doThrow(new DutyClosedException("d1", "claimed")).when(claims).claim(any(), any());
    mvc.perform(as(post("/my-tasks/d1/claim")))
        .andExpect(status().isConflict())
        .andExpect(content().string(containsString("A colleague is entering the answer")));

    actor("role-stakeholder", "seat-s1");
    mvc.perform(as(post("/my-tasks/d1/claim"))).andExpect(status().isForbidden());
  }

  @Test
  void hidesFromTheSeatHowAnAnswerCameButPassesItOnToBeRefused() throws Exception {
    claimed("open");
    mvc.perform(as(get("/my-tasks/d1")))
        .andExpect(content().string(not(containsString("name=\"channel\""))));
    mvc.perform(
            as(
                post("/my-tasks/d1")
                    .param("_step", "send")
                    .param("opinion", "VALID")
                    .param("channel", "LETTER")))
        .andExpect(redirectedUrl("/my-tasks/d1/sent"));
    verify(completion)
        .complete(eq("d1"), eq(Map.of("opinion", "VALID", "channel", "LETTER")), any());
  }

  @Test
  void takesARoundFromStaffWithTheSourceOnEveryPosition() throws Exception {
    round();
    actor("role-coordinator");
    when(list.find("d1"))
        .thenReturn(Optional.of(duty("userTask_answerPositions", "open", "seat-s1", "acc-1")));
    when(forms.ofDuty("d1")).thenReturn(assistedForm());
    mvc.perform(as(get("/my-tasks/d1")))
        .andExpect(content().string(containsString("How the answer came")));
    mvc.perform(
            as(
                post("/my-tasks/d1")
                    .param("_step", "send")
                    .param("value-i1", "OBJECT")
                    .param("text-i1", "Too late")
                    .param("channel", "TELEPHONE")
                    .param("reference", "Call 1")))
        .andExpect(redirectedUrl("/my-tasks/d1/sent"));
    verify(positions)
        .record(
            "r1",
            "s1",
            List.of(new Positions.Answer("i1", "OBJECT", "Too late")),
            new Positions.Source("acc-1", "TELEPHONE", "Call 1"));
    mvc.perform(
            as(
                post("/my-tasks/d1")
                    .param("_step", "send")
                    .param("value-i1", "OBJECT")
                    .param("channel", "TELEPHONE")
                    .param("reference", "x".repeat(121))))
        .andExpect(status().isBadRequest())
        .andExpect(content().string(containsString("href=\"#field-reference\"")));
  }

  private void claimed(String state) {
    when(forms.ofDuty("d1")).thenReturn(assistedForm());
    when(list.find("d1"))
        .thenReturn(Optional.of(duty("userTask_answerOpinion", state, "seat-s1", "acc-1")));
  }

  private static FormSchema assistedForm() {
    List<Field> fields = new ArrayList<>(form().fields());
    fields.add(
        new Field(
            "select",
            "channel",
            "F8",
            "How the answer came",
            "",
            false,
            40,
            null,
            null,
            List.of(new FormSchema.Option("LETTER", "Letter"))));
    fields.add(
        new Field(
            "textfield", "reference", "F9", "Reference", "", false, 120, null, null, List.of()));
    return new FormSchema("answer-opinion", fields);
  }
}
