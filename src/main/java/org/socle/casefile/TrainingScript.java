package org.socle.casefile;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.socle.evidence.Evidence;
import org.socle.stakeholder.Seat;
import org.socle.tracking.Actor;
import org.socle.tracking.Duties.Duty;

/**
 * Carries the training case to its first round and leaves the rest to newcomers: most seats still
 * owe their positions.
 */
final class TrainingScript implements Script {

  /** Country of the training case. */
  static final String COUNTRY = "XTR";

  private static final Map<String, String> ACCOUNTS =
      Map.ofEntries(
          entry("secretariat", "coordinator"),
          entry("rc-office", "coordinator"),
          entry("rapporteur", "coordinator"),
          entry("government-focal-point", "focal-point"),
          entry("chair", "chair"),
          entry("agency-who", "who"),
          entry("agency-ilo", "ilo"),
          entry("agency-unicef", "unicef"));

  /**
   * Seats that have answered already: the code of the item with a reservation, empty for none, and
   * its text.
   */
  private static final Map<String, Map.Entry<String, String>> ANSWERED =
      Map.of(
          "NNN", entry("", ""),
          "MOL", entry("", ""),
          "MOE", entry("", ""),
          "EFC", entry("R2", "The employers ask for a study of the contribution rate first."));

  private final String caseId;
  private final TrainingDays days;
  private final TrainingRows rows;
  private final Map<String, Step> steps;

  TrainingScript(String caseId, TrainingDays days, TrainingRows rows) {
    this.caseId = caseId;
    this.days = days;
    this.rows = rows;
    this.steps =
        Map.ofEntries(
            entry(
                "userTask_checkRequest",
                known(106, Map.of("outcome", "ACCEPT", "reason", "Complete and signed."))),
            entry(
                "userTask_appraiseJointly",
                known(102, Map.of("embedding", "NEW_BODY", "risks", "None known."))),
            entry("userTask_answerInvitation", this::answerInvitation),
            entry("userTask_confirmLeadAgency", known(97, Map.of("agency", "ILO"))),
            entry("userTask_mapStakeholders", known(95, Map.of())),
            entry("userTask_answerNomination", this::answerNomination),
            entry("userTask_draftTermsOfReference", known(80, termsOfReference())),
            entry("userTask_recordLegalAct", duty -> Optional.of(on(70, legalAct(days)))),
            entry(
                "userTask_enterRecommendations",
                duty ->
                    Optional.of(
                        on(60, Map.of()).after(() -> rows.recommend(caseId, coordinator())))),
            entry("userTask_conveneRound", duty -> Optional.of(on(55, convocation(days)))),
            entry(
                "userTask_recordAttendance",
                duty ->
                    Optional.of(on(44, Map.of()).after(() -> rows.attend(caseId, coordinator())))),
            entry("userTask_answerPositions", this::answerPositions));
  }

  @Override
  public Optional<Answer> answer(Duty duty, LocalDate today) {
    return Optional.ofNullable(steps.get(duty.element())).flatMap(step -> step.answer(duty));
  }

  @Override
  public Actor actor(Duty duty) {
    return new Actor(account(duty), Set.of(duty.group()), Set.of(COUNTRY));
  }

  @Override
  public String who(Duty duty) {
    return seat(duty).map(Seat::acronym).orElse(duty.group());
  }

  @Override
  public List<Fact> facts() {
    return List.of();
  }

  /** The request with which the training case begins. */
  static Map<String, Object> request(LocalDate letterDate) {
    Map<String, Object> values = new HashMap<>();
    values.put("country", COUNTRY);
    values.put("title", "Training case: social protection floor of Coresia");
    values.put("requestingInstitution", "Ministry of Labour");
    values.put("governmentOrigin", true);
    values.put("signatoryFunction", "Minister of Labour");
    values.put("authorityLevel", "MINISTER");
    values.put("signedLetter", true);
    values.put("letterDate", letterDate.toString());
    values.put("leadMinistry", "Ministry of Labour");
    values.put(
        "objectives",
        "A fictitious country asks for support, so that newcomers have something to do.");
    values.put("guaranteeG2", true);
    values.put("guaranteeG4", true);
    values.put("subject", "PENSION");
    return values;
  }

  private Optional<Answer> answerInvitation(Duty duty) {
    return Optional.of(
        "agency-unicef".equals(duty.group())
            ? on(98, Map.of("answer", "OBSERVE"))
            : on(100, Map.of("answer", "PARTICIPATE", "subjects", "Pensions and health cover")));
  }

  private Optional<Answer> answerNomination(Duty duty) {
    String acronym = who(duty);
    Map<String, Object> values = new HashMap<>();
    values.put("answer", "NOMINATE");
    values.put("fullMember", "Alex " + acronym + " (training)");
    values.put("fullMemberFunction", "Director");
    values.put("substitute", "Robin " + acronym + " (training)");
    values.put("substituteFunction", "Deputy director");
    values.put("letterReference", "Training letter " + acronym + "/1");
    return Optional.of(on(86, values));
  }

  private Optional<Answer> answerPositions(Duty duty) {
    Seat seat = seat(duty).orElseThrow();
    Map.Entry<String, String> answered = ANSWERED.get(seat.acronym());
    if (answered == null) {
      return Optional.empty();
    }
    Runnable positions =
        () -> rows.position(caseId, seat, answered.getKey(), answered.getValue(), account(duty));
    return Optional.of(on(30, Map.of()).after(positions));
  }

  private Optional<Seat> seat(Duty duty) {
    return duty.group().startsWith("seat-")
        ? Optional.of(rows.seat(duty.group()))
        : Optional.empty();
  }

  private String account(Duty duty) {
    String loginName = ACCOUNTS.get(duty.group());
    if (loginName != null) {
      return rows.account(loginName);
    }
    return seat(duty).flatMap(seat -> rows.contact(seat.acronym())).orElse(Evidence.SYSTEM);
  }

  private String coordinator() {
    return rows.account("coordinator");
  }

  private Answer on(int daysAgo, Map<String, ?> values) {
    return Answer.of(days.ago(daysAgo), values);
  }

  private Step known(int daysAgo, Map<String, ?> values) {
    return duty -> Optional.of(on(daysAgo, values));
  }

  private static Map<String, Object> termsOfReference() {
    return Map.of(
        "mandate",
            "Assess the social protection floor of Coresia and recommend how to close its gaps (training).",
        "decisionRule", "CONSENSUS",
        "quorumProfile", "GROUPS_PRESENT",
        "maxRounds", 3,
        "languages", "en, fr, es");
  }

  private static Map<String, Object> legalAct(TrainingDays days) {
    return Map.of(
        "type",
        "ORDER",
        "number",
        "Training order 1",
        "date",
        days.ago(70).toString(),
        "issuer",
        "Ministry of Labour");
  }

  private static Map<String, Object> convocation(TrainingDays days) {
    return Map.of(
        "date", days.ago(45).toString(),
        "place", "Training hall",
        "mode", "IN_PERSON",
        "answerTerm", 30,
        "agenda", "Positions on the three recommendations (training)");
  }

  private interface Step {
    Optional<Answer> answer(Duty duty);
  }
}
