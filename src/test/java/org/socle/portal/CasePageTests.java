package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socle.nationalprocess.CaseDiagrams.Course;
import org.socle.nationalprocess.CaseDiagrams.Passage;
import org.socle.nationalprocess.PhaseTiming;
import org.socle.portal.CaseReads.Stay;
import org.socle.tracking.Actor;
import org.springframework.http.MediaType;

class CasePageTests extends PageTestSupport {

  private static final LocalDate TODAY = LocalDate.parse("2027-03-10");

  private List<PhaseTiming.Stay> pauses = List.of();

  @Test
  void saysAtItsTopWhereTheCaseStandsAndWhoHasTheBall() throws Exception {
    actor("role-coordinator", "rc-office");
    show(planned(), false, List.of(card("rc-office", "Resident Coordinator’s office")), null);

    String page = page("");

    assertThat(page)
        .contains("10 days over its planned end", "Request: planned until 28 February 2027")
        .contains("<strong>Resident Coordinator’s office</strong>")
        .contains("since 10 March 2027 (today)", "by 5 March 2027")
        .contains("href=\"/cases/c1/evidence\"")
        .contains("href=\"/camunda/app/tasklist/default/#/?task=t1\"");
    assertThat(page.indexOf("id=\"standing\"")).isLessThan(page.indexOf("id=\"plan\""));
  }

  @Test
  void saysTheSameInFrench() throws Exception {
    actor("role-coordinator", "rc-office");
    show(planned(), false, List.of(), Instant.parse("2027-04-02T10:00:00Z"));

    assertThat(page("?lang=fr"))
        .contains("10 jours après la fin prévue")
        .contains("Personne : le dossier se poursuit de lui-même le 2 avril 2027.");
  }

  @Test
  void saysHowManyDaysOfThePlanTheCaseWasSuspended() throws Exception {
    actor("role-coordinator", "rc-office");
    pauses =
        List.of(
            new PhaseTiming.Stay(TODAY.minusDays(8), TODAY.minusDays(6)),
            new PhaseTiming.Stay(TODAY.minusDays(4), null));
    show(planned(), false, List.of(), null);

    assertThat(page(""))
        .contains("4 days over its planned end", "The 6 days of suspension are left out.")
        .contains("of which 6 days suspended", "The case has been suspended for 6 days so far.");
    assertThat(page("?lang=fr")).contains("dont 6 jours de suspension");
    assertThat(page("?lang=es")).contains("de los cuales 6 días de suspensión");
  }

  @ParameterizedTest
  @CsvSource({
    "suspend, SUSPENDED, The case is suspended. Whoever owes, Le dossier est suspendu., El caso está suspendido.",
    "resume, RUNNING, Every last day has moved, Le dossier reprend., El caso continúa.",
    "withdraw, CLOSED, The case is withdrawn and closed., Le dossier est retiré et clos., El caso está retirado",
  })
  void saysWhatTheReaderHasJustDone(
      String act, String status, String english, String french, String spanish) throws Exception {
    actor("role-coordinator");
    show(planned(), false, List.of(), null);
    stands(status, "SUSPENDED".equals(status));

    assertThat(page("?interrupted=" + act)).contains("role=\"status\"", english);
    assertThat(page("?lang=fr&interrupted=" + act)).contains("role=\"status\"", french);
    assertThat(page("?lang=es&interrupted=" + act)).contains("role=\"status\"", spanish);

    assertThat(page("?interrupted=<b>")).doesNotContain("role=\"status\"", "<b>");
    boolean runs = "RUNNING".equals(status);
    stands(runs ? "SUSPENDED" : "RUNNING", runs);
    assertThat(page("?interrupted=" + act)).doesNotContain("role=\"status\"");
  }

  @Test
  void saysThatAResumedCaseWaitsForTheNewGovernment() throws Exception {
    actor("role-coordinator");
    show(planned(), false, List.of(), null);
    stands("SUSPENDED", false);

    assertThat(page("?interrupted=resume")).contains("The suspension is lifted.");
  }

  private void stands(String status, boolean byDecision) {
    boolean suspended = "SUSPENDED".equals(status);
    StandingReads.Row row =
        new StandingReads.Row(
            "c1",
            "XTR",
            status,
            NOW,
            byDecision ? "SUSPENSION" : "GOVERNMENT_CHANGE",
            "Elections",
            NOW,
            null,
            null,
            null);
    when(standing.of(any()))
        .thenReturn(
            Map.of(
                "c1",
                new StandingReads.Standing(
                    "XTR",
                    status,
                    suspended ? NOW : null,
                    ZoneOffset.UTC,
                    0,
                    suspended ? List.of(row) : List.of(),
                    List.of())));
  }

  @Test
  void showsTheCourseAsAListToReadersWithoutScripts() throws Exception {
    actor("role-manager");
    show(planned(), false, List.of(card("rc-office", "Resident Coordinator’s office")), null);

    assertThat(page(""))
        .contains("data-element=\"userTask_checkRequest\" data-state=\"now\"")
        .contains("here now since 2 March 2027", "waits for Resident Coordinator’s office")
        .contains("done on 1 March 2027")
        .contains("to come")
        .doesNotContain("tasklist/default/#/?task=")
        .doesNotContain("style=");
  }

  @Test
  void showsNoRecordAndNoTasklistToStakeholders() throws Exception {
    actor("role-stakeholder", "seat-s1");
    show(planned(), false, List.of(card("seat-s1", "Trade Union Congress")), null);

    assertThat(page("")).contains("TUC").doesNotContain("/evidence", "/camunda/app/tasklist");
  }

  @Test
  void saysThatAPublishedCaseHasNoPlan() throws Exception {
    actor("role-auditor");
    show(List.of(stay("2027-03-01", null, null, null)), true, List.of(), null);

    assertThat(page(""))
        .contains("No plan was published for this case", "1 March 2027 – now")
        .doesNotContain("Within plan", "class=\"planned\"");
  }

  @Test
  void marksWhatStaffEnteredWhereverItIsShown() throws Exception {
    actor("role-manager");
    Answered answered =
        new Answered(
            List.of(new CaseReads.Agency("ILO", "PARTICIPATE", null, null, false)),
            List.of(
                new CaseReads.SeatRow(
                    "s1", "TUC", "Trade Union Congress", "WRK", "WRK", "SEATED", true, null, null)),
            matrix(),
            List.of(new DecisionReads.Opinion("s1", "Trade Union Congress", "VALID", null, true)),
            List.of(
                entered("userTask_answerInvitation", "agency-ilo", "by letter L-1", null),
                entered("userTask_answerNomination", "seat-s1", "by letter L-2", null),
                entered("userTask_answerPositions", "seat-s1", "by telephone", "WAITING"),
                entered("userTask_answerOpinion", "seat-s1", "by letter L-3", null)));
    CaseStanding standing = standing(planned(), List.of(), false, List.of(), null);
    when(casePage.of(any(), any(), any(), any()))
        .thenAnswer(
            call -> view(standing, List.of(), ((Actor) call.getArgument(1)).groups(), answered));

    String page = page("");

    assertThat(page)
        .containsSubsequence(
            ">Participates<", "by letter L-1", ">Seated<", "by letter L-2", "by telephone, waits")
        .containsSubsequence(">Valid<", "by letter L-3");
  }

  private static List<RoundMatrix> matrix() {
    return RoundMatrix.of(
        List.of(new DialogueReads.Sitting("r1", 1, 1, null, null, null, true, "ASKING")),
        List.of(new DialogueReads.Discussed("i1", "r1", "R1", "Pensions", "OPEN", null)),
        List.of(
            new CaseReads.SeatRow(
                "s1", "TUC", "Trade Union Congress", "WRK", "WRK", "SEATED", true, null, null)),
        List.of(
            new DialogueReads.Said(
                "i1", "s1", "SUPPORT", null, "TELEPHONE", true, "TUC", "TUC long", "WRK")),
        List.of());
  }

  private static DutyFacts.Card entered(
      String element, String group, String how, @Nullable String state) {
    DutyRow duty = duty(element, "answered", group, null, state);
    return new DutyFacts.Card(
        duty, "Answer", "Floor", "Coresia", "Trade Union Congress", null, null, how, false);
  }

  @Test
  void servesTheModelOfTheCaseInTheReadersLanguage() throws Exception {
    when(diagrams.diagram("c1", "validation"))
        .thenReturn(
            Optional.of(
                """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">
                <bpmn:exclusiveGateway id="gateway_returned" name="Returned?"/></bpmn:definitions>
                """));

    mvc.perform(as(get("/cases/c1/diagrams/validation?lang=es")))
        .andExpect(status().isOk())
        .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_XML))
        .andExpect(content().string(containsString("¿Devuelto?")))
        .andExpect(content().string(not(containsString("Returned?"))));
    mvc.perform(as(get("/cases/c1/diagrams/other"))).andExpect(status().isNotFound());
    when(current.get()).thenReturn(new Actor("acc-1", Set.of("role-auditor"), Set.of("PHL")));
    mvc.perform(as(get("/cases/c1/diagrams/validation"))).andExpect(status().isForbidden());
  }

  private String page(String query) throws Exception {
    return mvc.perform(as(get("/cases/c1" + query)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private static DutyFacts.Card card(String group, String owner) {
    return new DutyFacts.Card(
        duty("userTask_checkRequest", "open", group),
        "Check request",
        "Floor",
        "Coresia",
        owner,
        null,
        null,
        null,
        true);
  }

  private static List<Stay> planned() {
    return List.of(
        stay("2027-03-01", null, "2027-01-01", "2027-02-28"),
        new Stay(
            "WORKING_GROUP",
            null,
            null,
            LocalDate.parse("2027-02-28"),
            LocalDate.parse("2027-05-29")));
  }

  private static Stay stay(
      String from, @Nullable String to, @Nullable String plannedFrom, @Nullable String until) {
    return new Stay(
        "REQUEST",
        Instant.parse(from + "T08:00:00Z"),
        to == null ? null : Instant.parse(to + "T08:00:00Z"),
        plannedFrom == null ? null : LocalDate.parse(plannedFrom),
        until == null ? null : LocalDate.parse(until));
  }

  private void show(
      List<Stay> stays, boolean published, List<DutyFacts.Card> open, @Nullable Instant timer) {
    CaseStanding standing = standing(stays, pauses, published, open, timer);
    when(casePage.of(any(), any(), any(), any()))
        .thenAnswer(
            call ->
                view(
                    standing,
                    open,
                    ((Actor) call.getArgument(1)).groups(),
                    new Answered(List.of(), List.of(), List.of(), List.of(), List.of())));
  }

  private static CaseStanding standing(
      List<Stay> stays,
      List<PhaseTiming.Stay> pauses,
      boolean published,
      List<DutyFacts.Card> open,
      @Nullable Instant timer) {
    List<CaseSteps.Step> steps = CaseSteps.of(row(), stays, pauses, TODAY, ZoneOffset.UTC);
    Course course =
        new Course(
            List.of("national-process", "support-request"),
            "support-request",
            List.of(
                new Passage(
                    "startEvent_requestRegistered",
                    Instant.parse("2027-03-01T08:00:00Z"),
                    Instant.parse("2027-03-01T08:00:00Z")),
                new Passage("userTask_checkRequest", Instant.parse("2027-03-02T08:00:00Z"), null)),
            List.of("serviceTask_acceptRequest"));
    return new CaseStanding(
        steps,
        published,
        PhaseBars.of(steps, TODAY),
        new Ball(Ball.holders(open, null), timer),
        CaseCourse.of(course));
  }

  /** What agencies and seats have said, and the ended duties by which they did. */
  private record Answered(
      List<CaseReads.Agency> agencies,
      List<CaseReads.SeatRow> seats,
      List<RoundMatrix> rounds,
      List<DecisionReads.Opinion> opinions,
      List<DutyFacts.Card> ended) {}

  private static CasePage.View view(
      CaseStanding standing, List<DutyFacts.Card> open, Set<String> groups, Answered answered) {
    return new CasePage.View(
        row(),
        "Floor",
        "Coresia",
        ZoneOffset.UTC,
        TODAY,
        groups,
        standing,
        null,
        List.of(),
        answered.agencies(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        answered.seats(),
        answered.rounds(),
        new CaseDecisions.Decisions(
            List.of(),
            new DecisionReads.Technical(1, 1, 0, 0, 0, null, null),
            answered.opinions(),
            List.of(),
            Map.of(),
            List.of()),
        List.of(),
        open,
        answered.ended(),
        List.of());
  }
}
