package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socle.assessment.Guarantee;
import org.socle.assessment.Recommendation;
import org.socle.assessment.Recommendations;
import org.socle.decision.Conditions;
import org.socle.decision.Decisions;
import org.socle.decision.Level;
import org.socle.decision.Levels;
import org.socle.dialogue.Item;
import org.socle.dialogue.Items;
import org.socle.dialogue.Positions;
import org.socle.dialogue.Round;
import org.socle.dialogue.Rounds;
import org.socle.nationalprocess.NationalProcessFlow;
import org.socle.security.CurrentActor;
import org.socle.stakeholder.Institutions;
import org.socle.stakeholder.Seats;
import org.socle.tracking.Actor;
import org.socle.tracking.Duties;
import org.socle.tracking.DutyClosedException;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.FormSchema.Option;
import org.socle.tracking.Forms;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.TaskCompletion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.SimpleTransactionStatus;

@WebMvcTest(properties = "camunda.bpm.enabled=false")
@Import({
  PortalWebSetup.class,
  SignedIn.class,
  FormTexts.class,
  FormJson.class,
  FormRenderer.class,
  AnswerSteps.class,
  FormAnswering.class,
  RoundAnswering.class,
  RoundPage.class,
  RoundAnswers.class,
  DutyFacts.class,
  DutySubjects.class,
  Rehearsal.class,
  StepDesk.class,
  CaseAccess.class,
  RequestDesk.class,
  DecisionPage.class,
  DecisionEntries.class
})
class PagesTests {

  /** Leaves the doors to their own tests; the pages check again who may read them. */
  @TestConfiguration
  static class OpenDoors {

    @Bean
    SecurityFilterChain doors(HttpSecurity http) throws Exception {
      return http.formLogin(form -> form.loginPage("/login")).build();
    }
  }

  private static final Instant NOW = Instant.parse("2027-03-10T10:00:00Z");

  @Autowired private MockMvc mvc;
  @MockitoBean private CurrentActor current;
  @MockitoBean private Clock clock;
  @MockitoBean private DutyList list;
  @MockitoBean private CaseList cases;
  @MockitoBean private CasePage casePage;
  @MockitoBean private CaseReads reads;
  @MockitoBean private CountryDays countries;
  @MockitoBean private Duties duties;
  @MockitoBean private Forms forms;
  @MockitoBean private TaskCompletion completion;
  @MockitoBean private NationalProcessFlow flow;
  @MockitoBean private Rounds rounds;
  @MockitoBean private Items items;
  @MockitoBean private Positions positions;
  @MockitoBean private Recommendations recommendations;
  @MockitoBean private Institutions institutions;
  @MockitoBean private Seats seats;
  @MockitoBean private Levels levels;
  @MockitoBean private Decisions decisions;
  @MockitoBean private Conditions conditions;
  @MockitoBean private PlatformTransactionManager transactions;

  private final SimpleTransactionStatus transaction = new SimpleTransactionStatus();

  @BeforeEach
  void standIn() {
    actor("role-stakeholder", "seat-s1");
    when(transactions.getTransaction(any())).thenReturn(transaction);
    when(clock.instant()).thenReturn(NOW);
    when(countries.today("XTR")).thenReturn(LocalDate.parse("2027-03-10"));
    when(countries.zone("XTR")).thenReturn(ZoneOffset.UTC);
    when(countries.name(eq("XTR"), any())).thenReturn("Coresia");
    when(forms.ofDuty("d1")).thenReturn(form());
    when(forms.ofStart("national-process")).thenReturn(form());
    duty("userTask_answerOpinion", "open");
    when(cases.find("c1")).thenReturn(Optional.of(row()));
  }

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

  @Test
  void offersTheReadersCountriesOnlyAndStartsTheRequest() throws Exception {
    actor("role-stakeholder", "government-focal-point");
    when(flow.submitRequest(any(), any())).thenReturn("c1");
    when(forms.ofStart("national-process"))
        .thenReturn(
            new FormSchema(
                "submit-request",
                List.of(
                    new Field(
                        "select",
                        "country",
                        "C",
                        "Country",
                        "",
                        true,
                        3,
                        null,
                        null,
                        List.of(new Option("XTR", "x"), new Option("PHL", "p"))))));

    mvc.perform(as(get("/request")))
        .andExpect(content().string(containsString("value=\"XTR\"")))
        .andExpect(content().string(not(containsString("value=\"PHL\""))));
    mvc.perform(as(post("/request").param("_step", "send").param("country", "XTR")))
        .andExpect(redirectedUrl("/request/c1/sent"));
    mvc.perform(as(get("/request/c1/sent")))
        .andExpect(content().string(containsString("SPF-XTR-2027-001")));
  }

  @Test
  void listsCasesAndWhoIsLateForThoseWhoOversee() throws Exception {
    actor("role-manager");
    when(cases.ofCountries(anyCollection())).thenReturn(List.of(row()));
    when(cases.owed(anyCollection())).thenReturn(Map.of("c1", new CaseList.Owed("c1", 3, 2)));
    when(cases.debtors(anyCollection()))
        .thenReturn(
            List.of(
                new CaseList.Debtor(
                    "XTR",
                    "seat-s1",
                    "TUC",
                    "Trade Union Congress",
                    3,
                    2,
                    LocalDate.parse("2027-03-05"))));

    mvc.perform(as(get("/cases")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("2 overdue")))
        .andExpect(content().string(containsString("Trade Union Congress")));

    actor("role-stakeholder");
    mvc.perform(as(get("/cases")))
        .andExpect(content().string(not(containsString("Trade Union Congress"))));
  }

  @Test
  void opensCasesOfTheReadersCountriesOnly() throws Exception {
    when(current.get()).thenReturn(new Actor("acc-1", Set.of("role-auditor"), Set.of("PHL")));

    mvc.perform(as(get("/cases/c1"))).andExpect(status().isForbidden());
    mvc.perform(as(get("/cases/none"))).andExpect(status().isNotFound());
  }

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

  @Test
  void showsTheSignInPageWithItsMessages() throws Exception {
    mvc.perform(as(get("/login").param("error", "")))
        .andExpect(content().string(containsString("There is a problem")));
    mvc.perform(as(get("/login").param("signed-out", "")))
        .andExpect(content().string(containsString("You have signed out")));
  }

  private static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request) {
    return request.with(user("acc-1")).with(csrf());
  }

  private void actor(String... groups) {
    when(current.get()).thenReturn(new Actor("acc-1", Set.of(groups), Set.of("XTR")));
  }

  private void duty(String element, String state) {
    when(list.find("d1")).thenReturn(Optional.of(duty(element, state, "seat-s1")));
  }

  private static DutyRow duty(String element, String state, String group) {
    boolean answered = "answered".equals(state);
    return new DutyRow(
        "d1",
        "c1",
        "XTR",
        element,
        group,
        null,
        NOW,
        LocalDate.parse("2027-03-05"),
        answered ? Instant.parse("2027-03-09T10:00:00Z") : null,
        state,
        "SPF-XTR-2027-001",
        "Floor",
        null,
        null,
        true,
        group.startsWith("seat-") ? "TUC" : null,
        group.startsWith("seat-") ? "Trade Union Congress" : null);
  }

  private void step(String element, String group) {
    when(list.openAt(eq("c1"), eq(element), any()))
        .thenReturn(Optional.of(duty(element, "open", group)));
  }

  private void round() {
    duty("userTask_answerPositions", "open");
    when(rounds.current("c1"))
        .thenReturn(
            Optional.of(
                new Round(
                    "r1",
                    "c1",
                    1,
                    1,
                    null,
                    null,
                    null,
                    10,
                    null,
                    null,
                    true,
                    Round.State.ASKING,
                    NOW,
                    null)));
    when(items.open("r1"))
        .thenReturn(
            List.of(
                new Item(
                    "i1",
                    "r1",
                    "rec1",
                    "R1",
                    Guarantee.G4,
                    "Pensions for all",
                    "A pension for everybody over 65.",
                    1,
                    "OPEN",
                    null,
                    "NONE")));
    when(recommendations.ofCase("c1")).thenReturn(List.of(recommendation()));
  }

  private void decision() {
    when(levels.ofCase("c1"))
        .thenReturn(
            List.of(
                new Levels.DecisionLevel(
                    "l1",
                    "c1",
                    Level.CABINET,
                    1,
                    null,
                    "decision-clerk",
                    false,
                    Levels.State.OPEN,
                    1,
                    NOW,
                    null)));
    when(decisions.pending("l1"))
        .thenReturn(List.of(new Decisions.Pending(recommendation(), null)));
  }

  private static Recommendation recommendation() {
    return new Recommendation(
        "rec1",
        "c1",
        "R1",
        Guarantee.G4,
        "Pensions for all",
        "A pension for everybody over 65.",
        1,
        1,
        true,
        new java.math.BigDecimal("0.4"),
        null,
        null,
        null);
  }

  private static CaseRow row() {
    return new CaseRow(
        "c1",
        "SPF-XTR-2027-001",
        "XTR",
        "Floor",
        null,
        null,
        "RUNNING",
        "DIALOGUE",
        NOW,
        null,
        null,
        true,
        NOW,
        null,
        null);
  }

  private static FormSchema form() {
    return new FormSchema(
        "answer-opinion-x",
        List.of(
            new Field(
                "radio",
                "opinion",
                "F1",
                "Opinion",
                "",
                true,
                40,
                null,
                null,
                List.of(
                    new Option("VALID", "It is valid"),
                    new Option("NOT_VALID", "It is not valid"))),
            new Field("textarea", "text", "F2", "Text", "", false, 4000, null, null, List.of())));
  }
}
