package org.socle.portal;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.socle.assessment.Guarantee;
import org.socle.assessment.Recommendation;
import org.socle.assessment.Recommendations;
import org.socle.country.Countries;
import org.socle.country.WorkingCalendar;
import org.socle.decision.Conditions;
import org.socle.decision.Decisions;
import org.socle.decision.Level;
import org.socle.decision.Levels;
import org.socle.dialogue.Item;
import org.socle.dialogue.Items;
import org.socle.dialogue.Positions;
import org.socle.dialogue.Round;
import org.socle.dialogue.Rounds;
import org.socle.evidence.EvidenceCheck;
import org.socle.evidence.EvidenceExport;
import org.socle.evidence.EvidenceTrail;
import org.socle.evidence.RootCheck;
import org.socle.nationalprocess.CaseDiagrams;
import org.socle.nationalprocess.GovernmentChanges;
import org.socle.nationalprocess.Interruptions;
import org.socle.nationalprocess.NationalProcessFlow;
import org.socle.notification.MailLog;
import org.socle.notification.MailServer;
import org.socle.security.AccountLinks;
import org.socle.security.CurrentActor;
import org.socle.security.FirstPassword;
import org.socle.security.FirstStart;
import org.socle.security.ForgottenPasswords;
import org.socle.security.IdentityDirectory;
import org.socle.security.OwnAccount;
import org.socle.security.People;
import org.socle.security.SecondFactors;
import org.socle.security.Sessions;
import org.socle.setup.CountrySetUp;
import org.socle.stakeholder.AccountTies;
import org.socle.stakeholder.Institutions;
import org.socle.stakeholder.SeatChanges;
import org.socle.stakeholder.SeatHistory;
import org.socle.stakeholder.Seats;
import org.socle.stakeholder.Vacancies;
import org.socle.tracking.Actor;
import org.socle.tracking.Askings;
import org.socle.tracking.Claims;
import org.socle.tracking.Duties;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.FormSchema.Option;
import org.socle.tracking.Forms;
import org.socle.tracking.Retries;
import org.socle.tracking.Submissions;
import org.socle.tracking.TaskCompletion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.SimpleTransactionStatus;

/**
 * What the tests of the pages share: the pages over doubles of the modules, and a case in which to
 * answer.
 */
@WebMvcTest(
    properties = "camunda.bpm.enabled=false",
    excludeFilters =
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.socle\\.api\\..*"))
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
  SendOnce.class,
  Retries.class,
  StepDesk.class,
  CaseAccess.class,
  RequestDesk.class,
  DecisionPage.class,
  DecisionEntries.class,
  OpenAskings.class,
  DiagramTexts.class,
  TaskCaseLink.class,
  EvidencePage.class,
  SeatsPage.class,
  SeatForms.class,
  SeatConsequences.class,
  SeatSending.class,
  InterruptionDesk.class,
  PersonDesk.class,
  PersonForms.class,
  CountryDesk.class,
  CountryForms.class,
  PageTestSupport.OpenDoors.class
})
abstract class PageTestSupport {

  /** Leaves the doors to their own tests; the pages check again who may read them. */
  @TestConfiguration
  static class OpenDoors {

    @Bean
    SecurityFilterChain doors(HttpSecurity http) throws Exception {
      return http.formLogin(form -> form.loginPage("/login")).build();
    }
  }

  static final Instant NOW = Instant.parse("2027-03-10T10:00:00Z");

  @Autowired MockMvc mvc;
  @MockitoBean CurrentActor current;
  @MockitoBean Clock clock;
  @MockitoBean DutyList list;
  @MockitoBean CaseList cases;
  @MockitoBean CasePage casePage;
  @MockitoBean CaseReads reads;
  @MockitoBean CountryDays countries;
  @MockitoBean StandingReads standing;
  @MockitoBean HandOverReads handOvers;
  @MockitoBean Interruptions interruptions;
  @MockitoBean GovernmentChanges changes;
  @MockitoBean Askings askings;
  @MockitoBean Duties duties;
  @MockitoBean Forms forms;
  @MockitoBean TaskCompletion completion;
  @MockitoBean Claims claims;
  @MockitoBean EarlierEntries earlier;
  @MockitoBean EnteredAnswers entered;
  @MockitoBean NationalProcessFlow flow;
  @MockitoBean CaseDiagrams diagrams;
  @MockitoBean Rounds rounds;
  @MockitoBean Items items;
  @MockitoBean Positions positions;
  @MockitoBean Recommendations recommendations;
  @MockitoBean Institutions institutions;
  @MockitoBean Seats seats;
  @MockitoBean SeatReads seatReads;
  @MockitoBean SeatHistory seatHistory;
  @MockitoBean SeatChanges seatChanges;
  @MockitoBean Vacancies vacancies;
  @MockitoBean Levels levels;
  @MockitoBean Decisions decisions;
  @MockitoBean Conditions conditions;
  @MockitoBean Submissions submissions;
  @MockitoBean EvidenceTrail trail;
  @MockitoBean EvidenceCheck evidenceCheck;
  @MockitoBean RootCheck rootCheck;
  @MockitoBean EvidenceExport evidenceExport;
  @MockitoBean EvidenceNames evidenceNames;
  @MockitoBean MailReads mailReads;
  @MockitoBean MailLog mailLog;
  @MockitoBean PeopleReads peopleReads;
  @MockitoBean People people;
  @MockitoBean AccountLinks links;
  @MockitoBean OwnAccount own;
  @MockitoBean ForgottenPasswords forgotten;
  @MockitoBean MailServer mail;
  @MockitoBean Countries profiles;
  @MockitoBean AccountTies ties;
  @MockitoBean FirstStart firstStart;
  @MockitoBean FirstPassword firstPassword;
  @MockitoBean SecondFactors secondFactors;
  @MockitoBean Sessions sessions;
  @MockitoBean IdentityDirectory identities;
  @MockitoBean CountrySetUp setUp;
  @MockitoBean WorkingCalendar calendar;
  @MockitoBean PlatformTransactionManager transactions;

  final SimpleTransactionStatus transaction = new SimpleTransactionStatus();

  @BeforeEach
  void standIn() {
    actor("role-stakeholder", "seat-s1");
    when(transactions.getTransaction(any())).thenReturn(transaction);
    when(submissions.once(any(), any(), any(), any()))
        .thenAnswer(call -> call.<Supplier<String>>getArgument(3).get());
    when(clock.instant()).thenReturn(NOW);
    when(countries.today("XTR")).thenReturn(LocalDate.parse("2027-03-10"));
    when(countries.zone("XTR")).thenReturn(ZoneOffset.UTC);
    when(countries.name(eq("XTR"), any())).thenReturn("Coresia");
    when(forms.ofDuty("d1")).thenReturn(form());
    when(forms.ofStart("national-process")).thenReturn(form());
    duty("userTask_answerOpinion", "open");
    when(cases.find("c1")).thenReturn(Optional.of(row()));
  }

  static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request) {
    return request.with(user("acc-1")).with(csrf());
  }

  void actor(String... groups) {
    when(current.get()).thenReturn(new Actor("acc-1", Set.of(groups), Set.of("XTR")));
  }

  void duty(String element, String state) {
    when(list.find("d1")).thenReturn(Optional.of(duty(element, state, "seat-s1")));
  }

  static DutyRow duty(String element, String state, String group) {
    return duty(element, state, group, null);
  }

  static DutyRow duty(String element, String state, String group, String claimedBy) {
    return duty(element, state, group, claimedBy, null);
  }

  static DutyRow duty(
      String element, String state, String group, String claimedBy, String entryState) {
    boolean answered = "answered".equals(state);
    return new DutyRow(
        "d1",
        "t1",
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
        group.startsWith("seat-") ? "Trade Union Congress" : null,
        claimedBy,
        null,
        null,
        entryState,
        null,
        null);
  }

  void step(String element, String group) {
    when(list.openAt(eq("c1"), eq(element), any()))
        .thenReturn(Optional.of(duty(element, "open", group)));
  }

  void round() {
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

  void decision() {
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

  static Recommendation recommendation() {
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

  static CaseRow row() {
    return row("RUNNING");
  }

  static CaseRow row(String status) {
    return new CaseRow(
        "c1",
        "SPF-XTR-2027-001",
        "XTR",
        "Floor",
        null,
        null,
        status,
        "DIALOGUE",
        NOW,
        null,
        null,
        true,
        NOW,
        null,
        null);
  }

  static FormSchema form() {
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
