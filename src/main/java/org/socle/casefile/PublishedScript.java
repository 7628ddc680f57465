package org.socle.casefile;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.socle.casefile.CaseFile.Event;
import org.socle.decision.Levels.DecisionLevel;
import org.socle.evidence.Evidence;
import org.socle.tracking.Actor;
import org.socle.tracking.Duties.Duty;

/**
 * Answers every duty of a case from the published facts of its file; a fact that was not published
 * is never made up.
 */
final class PublishedScript implements Script {

  private final String caseId;
  private final CaseFile file;
  private final Timeline timeline;
  private final PublishedRows rows;
  private final PublishedFacts facts;
  private final Map<String, Step> steps;

  PublishedScript(String caseId, CaseFile file, PublishedRows rows, PublishedFacts facts) {
    this.caseId = caseId;
    this.file = file;
    this.timeline = Timeline.of(file);
    this.rows = rows;
    this.facts = facts;
    this.steps =
        Map.ofEntries(
            entry("userTask_checkRequest", this::acceptRequest),
            entry("userTask_appraiseJointly", missing("the joint appraisal of the request")),
            entry("userTask_answerInvitation", this::answerInvitation),
            entry("userTask_confirmLeadAgency", (duty, today) -> Answer.passed(today)),
            entry("userTask_mapStakeholders", this::mapStakeholders),
            entry("userTask_answerNomination", this::answerNomination),
            entry("userTask_draftTermsOfReference", this::draftTermsOfReference),
            entry("userTask_recordLegalAct", this::recordLegalAct),
            entry("userTask_enterRecommendations", this::enterRecommendations),
            entry("userTask_conveneRound", this::conveneRound),
            entry("userTask_recordAttendance", this::recordAttendance),
            entry("userTask_answerPositions", this::answerPositions),
            entry("userTask_answerOpinion", this::answerOpinion),
            entry("userTask_concludeTechnicalValidation", (duty, today) -> Answer.passed(today)),
            entry("userTask_recordDecision", this::recordDecision),
            entry("userTask_fulfilCondition", this::fulfilCondition));
  }

  @Override
  public Optional<Answer> answer(Duty duty, LocalDate today) {
    return Optional.ofNullable(steps.get(duty.element())).map(step -> step.answer(duty, today));
  }

  /** No person is named: the system acts with the one group that the duty was asked of. */
  @Override
  public Actor actor(Duty duty) {
    return new Actor(Evidence.SYSTEM, Set.of(duty.group()), Set.of(file.country()));
  }

  @Override
  public String who(Duty duty) {
    return duty.group().startsWith("seat-") ? rows.acronym(duty.group()) : duty.group();
  }

  @Override
  public List<Fact> facts() {
    return file.events().stream()
        .skip(facts.written(caseId))
        .map(event -> new Fact(event.day(), () -> facts.event(caseId, file, event)))
        .toList();
  }

  private Answer acceptRequest(Duty duty, LocalDate today) {
    Event agreed = timeline.agreed();
    String what = agreed.what() == null ? agreed.kind().word() : agreed.what();
    String reason = what + " (" + PublishedFacts.citation(file, agreed.source()) + ")";
    return Answer.of(agreed.day(), Map.of("outcome", "ACCEPT", "reason", reason));
  }

  private Answer answerInvitation(Duty duty, LocalDate today) {
    String agency = duty.group().substring("agency-".length()).toUpperCase(Locale.ROOT);
    boolean takesPart =
        file.institutions().stream()
            .anyMatch(institution -> institution.agencies().contains(agency));
    if (!takesPart) {
      return Answer.notPublished(today, "the answer of " + agency + " to the invitation");
    }
    LocalDate formed = timeline.formed().day();
    LocalDate first =
        file.events().stream()
            .filter(event -> event.who().contains(agency) && event.day().isBefore(formed))
            .map(Event::day)
            .findFirst()
            .orElse(today);
    return Answer.of(first, Map.of("answer", "PARTICIPATE"));
  }

  private Answer mapStakeholders(Duty duty, LocalDate today) {
    return Answer.of(timeline.formed().day(), Map.of()).after(() -> rows.map(caseId, file));
  }

  private Answer answerNomination(Duty duty, LocalDate today) {
    String acronym = rows.acronym(duty.group());
    LocalDate formed = timeline.formed().day();
    List<String> members = timeline.formed().who();
    if (!members.isEmpty() && !members.contains(acronym)) {
      return Answer.notPublished(formed, "whether " + acronym + " joined the group");
    }
    return Answer.of(formed, Map.of("answer", "NOMINATE"))
        .without("the members that " + acronym + " nominated, and its letter");
  }

  private Answer draftTermsOfReference(Duty duty, LocalDate today) {
    Map<String, ?> known =
        file.languages().isEmpty()
            ? Map.of()
            : Map.of("languages", String.join(", ", file.languages()));
    return Answer.of(today, known)
        .without("the terms of reference: mandate, decision rule, quorum, number of rounds");
  }

  private Answer recordLegalAct(Duty duty, LocalDate today) {
    return Answer.notPublished(timeline.installed(), "the act that founds the group");
  }

  private Answer enterRecommendations(Duty duty, LocalDate today) {
    return Answer.passed(timeline.opened().day()).after(() -> rows.recommend(caseId, file));
  }

  private Answer conveneRound(Duty duty, LocalDate today) {
    Event opened = timeline.opened();
    Map<String, ?> known =
        opened.date().monthOnly() ? Map.of() : Map.of("date", opened.day().toString());
    String day = opened.date().monthOnly() ? "the day in " + opened.date().text() + ", " : "";
    return Answer.of(opened.day(), known)
        .without(day + "place, mode, agenda and term of the round");
  }

  private Answer recordAttendance(Duty duty, LocalDate today) {
    return Answer.notPublished(timeline.closed(), "who attended");
  }

  private Answer answerPositions(Duty duty, LocalDate today) {
    return Answer.notPublished(today, "the positions of " + rows.acronym(duty.group()));
  }

  private Answer answerOpinion(Duty duty, LocalDate today) {
    return Answer.notPublished(
        today, "the opinion of " + rows.acronym(duty.group()) + " on the result");
  }

  private Answer recordDecision(Duty duty, LocalDate today) {
    DecisionLevel level = rows.openLevel(caseId).orElseThrow();
    List<Event> ofBody = decisionsOf(level);
    if (level.attempt() > ofBody.size()) {
      return Answer.passed(decisionAfter(level, today));
    }
    Event event = ofBody.get(level.attempt() - 1);
    Answer answer = Answer.of(event.day(), Map.of()).after(() -> rows.decide(level, file, event));
    return event.date().monthOnly() ? answer.without("the day in " + event.date().text()) : answer;
  }

  private Answer fulfilCondition(Duty duty, LocalDate today) {
    return Answer.passed(
        rows.openLevel(caseId).map(level -> decisionAfter(level, today)).orElse(today));
  }

  private List<Event> decisionsOf(DecisionLevel level) {
    return file.decisions().stream()
        .filter(event -> event.who().contains(String.valueOf(level.body())))
        .toList();
  }

  /**
   * What a body asked for is known to be done by the day of the decision that follows, at the
   * latest.
   */
  private LocalDate decisionAfter(DecisionLevel level, LocalDate today) {
    List<Event> ofBody = decisionsOf(level);
    Event last = ofBody.get(Math.min(level.attempt(), ofBody.size()) - 1);
    return file.decisions().stream()
        .skip(file.decisions().indexOf(last) + 1L)
        .map(Event::day)
        .findFirst()
        .orElse(today);
  }

  private static Step missing(String what) {
    return (duty, today) -> Answer.notPublished(today, what);
  }

  private interface Step {
    Answer answer(Duty duty, LocalDate today);
  }
}
