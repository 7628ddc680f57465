package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.socle.assessment.Recommendations;
import org.socle.decision.Decisions;
import org.socle.decision.Levels;
import org.socle.dialogue.Items;
import org.socle.dialogue.Positions;
import org.socle.dialogue.Rounds;
import org.socle.nationalprocess.GovernmentChanges;
import org.socle.nationalprocess.Interruptions;
import org.socle.stakeholder.Institutions;
import org.socle.stakeholder.NewInstitution;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.Seats;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.FormSchema;
import org.socle.tracking.Forms;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * One case through every process and every form: suspended, confirmed by a new government,
 * clarified, formed at the second attempt, its terms sent back, mediated, answered by telephone,
 * corrected, returned with a condition, decided. Every free text holds {@link #WORD}, a number of
 * its own and an address.
 */
public abstract class WholeCase extends ProcessTestSupport {

  /** Begins every text that was typed. */
  protected static final String WORD = "Zyxwvut";

  /** Every text field takes as many characters. */
  private static final int SHORT = 120;

  @Autowired protected Forms forms;
  @Autowired protected Seats seats;
  @Autowired private Interruptions interruptions;
  @Autowired private GovernmentChanges governments;
  @Autowired private Institutions institutions;
  @Autowired private Recommendations recommendations;
  @Autowired private Rounds rounds;
  @Autowired private Items items;
  @Autowired private Positions positions;
  @Autowired private Levels levels;
  @Autowired private Decisions decisions;

  /** Every text that was typed, by where. */
  protected final Map<String, String> planted = new HashMap<>();

  /** Every form that was filled in. */
  protected final Set<String> filled = new TreeSet<>();

  /** Carries a case from its request to its end; after every answer, does this. */
  protected void walk(Runnable afterEach) {
    startCase(fill(forms.ofStart("national-process"), request()));
    afterEach.run();
    interrupt(afterEach);
    int answers = 0;
    for (List<Duty> open = open(); !open.isEmpty(); open = open()) {
      answer(open.get(0));
      afterEach.run();
      assertThat(++answers)
          .as("answers; the case stands at %s", caseEngine.currentSteps(caseId))
          .isLessThan(200);
    }
    nothingRuns();
    List.of(
            "userTask_answerClarification",
            "userTask_resolveComposition",
            "userTask_mediateItem",
            "userTask_chooseClosure",
            "userTask_correctReport",
            "userTask_fulfilCondition",
            "endEvent_caseClosed")
        .forEach(this::passed);
  }

  /** Suspended for a year and asked what shall become of it, then under a new government. */
  private void interrupt(Runnable afterEach) {
    assertThat(interruptions.suspend(caseId, text("suspension"), "acc-test")).isTrue();
    afterEach.run();
    advance(Duration.ofDays(366));
    caseEngine.runDueJobs(caseId);
    answer(openDuties("userTask_chooseResumptionOrWithdrawal").get(0));
    afterEach.run();
    governments.record(COUNTRY, LocalDate.of(2026, 12, 1), text("new government"), "acc-test");
    afterEach.run();
    answer(openDuties("userTask_reconfirmMandate").get(0));
    afterEach.run();
    caseEngine.holdClock(START);
  }

  private List<Duty> open() {
    return duties.ofCase(caseId).stream().filter(duty -> "open".equals(duty.state())).toList();
  }

  private void answer(Duty duty) {
    prepare(duty);
    Map<String, Object> values = fill(forms.ofDuty(duty.id()), values(duty));
    if ("userTask_answerOpinion".equals(duty.element()) && entries().isEmpty()) {
      someoneActsFor(duty.group());
      enterFor(duty, values, "TELEPHONE", text("reference of the call"));
    } else {
      complete(duty, values);
    }
  }

  /** What a page stores before the task is completed. */
  private void prepare(Duty duty) {
    switch (duty.element()) {
      case "userTask_mapStakeholders" ->
          institutions.add(
              caseId,
              new NewInstitution(
                  acronym(planted.size()),
                  nameOfInstitution(),
                  "CSO_GRP",
                  false,
                  address("institution"),
                  text("why")),
              "acc-test");
      case "userTask_enterRecommendations" -> {
        recommendations.add(caseId, draft("first", false), "acc-test");
        recommendations.add(caseId, draft("second", true), "acc-test");
      }
      case "userTask_recordAttendance" -> {
        Set<String> present =
            seats.seated(caseId).stream().map(Seat::id).collect(Collectors.toSet());
        inTransaction(() -> rounds.recordAttendance(round(), present, true, "acc-test"));
      }
      case "userTask_answerPositions" -> takePositions(duty.group().substring("seat-".length()));
      case "userTask_recordDecision" -> decide();
      default -> {
        // A form alone.
      }
    }
  }

  /** Acronym of an institution that staff add; the engine's cards show it. */
  protected String acronym(int number) {
    return "PLANT" + number;
  }

  /** Name of an institution that staff add. */
  protected String nameOfInstitution() {
    return "Association of Planters";
  }

  private void takePositions(String seatId) {
    String value =
        "EMP".equals(seats.find(seatId).orElseThrow().side())
            ? "OBJECT"
            : "SUPPORT_WITH_RESERVATION";
    List<Positions.Answer> answers =
        items.open(round()).stream()
            .map(
                item ->
                    new Positions.Answer(
                        item.id(), value, text("position " + seatId + item.code())))
            .toList();
    inTransaction(
        () ->
            positions.record(
                round(), seatId, answers, new Positions.Source("acc-test", null, null)));
  }

  private void decide() {
    Levels.DecisionLevel level =
        levels.ofCase(caseId).stream()
            .filter(one -> one.state() == Levels.State.OPEN)
            .findFirst()
            .orElseThrow();
    boolean again = !decisions.ofCase(caseId).isEmpty();
    for (Decisions.Pending pending : decisions.pending(level.id())) {
      String where = "decision " + level.id() + pending.recommendation().code() + again;
      List<Decisions.ConditionDraft> conditions = again ? List.of() : List.of(condition(where));
      decisions.record(
          level.id(),
          pending.recommendation().id(),
          new Decisions.Entry(
              again ? "APPROVED_MODIFIED" : "RETURNED",
              text(where),
              null,
              text(where + " source"),
              conditions),
          "acc-test");
    }
  }

  private Decisions.ConditionDraft condition(String where) {
    return new Decisions.ConditionDraft(
        text(where + " condition"), "secretariat", LocalDate.of(2026, 12, 1));
  }

  private Map<String, Object> values(Duty duty) {
    boolean first =
        duties.ofCase(caseId).stream()
            .noneMatch(
                one -> one.element().equals(duty.element()) && "answered".equals(one.state()));
    return switch (duty.element()) {
      case "userTask_chooseResumptionOrWithdrawal" -> Map.of("choice", "RESUME");
      case "userTask_reconfirmMandate" -> Map.of("mandate", "CHANGED", "members", "CONFIRMED");
      case "userTask_checkRequest" -> Map.of("outcome", first ? "CLARIFY" : "ACCEPT");
      case "userTask_answerClarification" ->
          Map.of("authorityLevel", "MINISTER", "signedLetter", true);
      case "userTask_appraiseJointly" -> Map.of("embedding", "EXISTING_BODY");
      case "userTask_answerInvitation" -> Map.of("answer", "PARTICIPATE");
      case "userTask_confirmLeadAgency" -> Map.of("agency", "ILO");
      case "userTask_answerNomination" -> Map.of("answer", declines(duty) ? "DECLINE" : "NOMINATE");
      case "userTask_resolveComposition" -> Map.of("decision", "ASK_AGAIN");
      case "userTask_draftTermsOfReference" ->
          Map.of("decisionRule", "CONSENSUS", "quorumProfile", "GROUPS_PRESENT", "maxRounds", 1);
      case "userTask_recordLegalAct" ->
          first
              ? Map.of("sendBack", true, "sendBackReason", text("why it is sent back"))
              : Map.of("type", "ORDER", "date", "2026-03-01");
      case "userTask_confirmAnswer" -> Map.of("answer", "RIGHT");
      case "userTask_conveneRound" ->
          Map.of("date", "2026-04-01", "mode", "IN_PERSON", "answerTerm", 10);
      case "userTask_mediateItem" -> Map.of("result", "NOT_SETTLED");
      case "userTask_chooseClosure" -> Map.of("choice", "CLOSE_WITH_DISSENT");
      case "userTask_answerOpinion" -> Map.of("opinion", "VALID_WITH_CORRECTIONS");
      case "userTask_concludeTechnicalValidation" -> Map.of("result", "CORRECTIONS");
      default -> Map.of();
    };
  }

  /** The workers first decline, so that the composition is not complete. */
  private boolean declines(Duty duty) {
    Seat seat = seats.find(duty.group().substring("seat-".length())).orElseThrow();
    boolean asked =
        duties.ofCase(caseId).stream()
            .anyMatch(one -> one.group().equals(duty.group()) && "answered".equals(one.state()));
    return "WRK".equals(seat.side()) && !asked;
  }

  /** These values, and a text of its own in every field that takes one. */
  private Map<String, Object> fill(FormSchema form, Map<String, Object> chosen) {
    filled.add(form.id());
    Map<String, Object> values = new HashMap<>(chosen);
    if (values.containsKey("sendBack")) {
      return values;
    }
    for (FormSchema.Field field : form.fields()) {
      boolean ofOthers =
          "sendBackReason".equals(field.key())
              || "reference".equals(field.key()) && asksHowItCame(form);
      if (!ofOthers && Set.of("textfield", "textarea").contains(field.type())) {
        String where = form.id() + "." + field.key() + planted.size();
        values.putIfAbsent(
            field.key(),
            field.key().endsWith("Email") ? address(where) : text(where, field.maxLength()));
      }
    }
    return values;
  }

  private static boolean asksHowItCame(FormSchema form) {
    return form.fields().stream().anyMatch(field -> "channel".equals(field.key()));
  }

  private String text(String where) {
    return text(where, SHORT);
  }

  private String text(String where, int longest) {
    String words = words(planted.size(), longest);
    planted.put(where, words);
    return words;
  }

  /** The text of a number of its own that is typed into a field. */
  protected String words(int number, int longest) {
    return WORD + number + " Garcia-Planted, planted" + number + "@" + WORD + ".example";
  }

  private String address(String where) {
    String address = mailbox(planted.size()) + "@planted.example";
    planted.put(where + " address", address);
    return address;
  }

  /** What stands before the @ of an address. */
  protected String mailbox(int number) {
    return WORD + number;
  }

  private Recommendations.Draft draft(String which, boolean law) {
    return new Recommendations.Draft(
        "G1",
        text(which + " title"),
        text(which + " text"),
        1,
        law,
        BigDecimal.ZERO,
        text(which + " proposer"));
  }

  private String round() {
    return rounds.current(caseId).orElseThrow().id();
  }

  private static Map<String, Object> request() {
    return new HashMap<>(
        Map.of(
            "country",
            COUNTRY,
            "governmentOrigin",
            true,
            "authorityLevel",
            "MINISTER",
            "signedLetter",
            true,
            "letterDate",
            "2026-02-20",
            "guaranteeG1",
            true,
            "subject",
            "HEALTH_FIN",
            "expectedCompletion",
            "2027-12-31"));
  }
}
