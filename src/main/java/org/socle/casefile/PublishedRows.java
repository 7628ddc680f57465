package org.socle.casefile;

import java.util.List;
import java.util.Optional;
import org.socle.assessment.Recommendations;
import org.socle.casefile.CaseFile.Event;
import org.socle.decision.Decisions;
import org.socle.decision.Decisions.ConditionDraft;
import org.socle.decision.Decisions.Entry;
import org.socle.decision.Level;
import org.socle.decision.Levels;
import org.socle.decision.Levels.DecisionLevel;
import org.socle.evidence.Evidence;
import org.socle.stakeholder.Institutions;
import org.socle.stakeholder.NewInstitution;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.Seats;
import org.springframework.stereotype.Component;

/** Writes the rows that the pages of a live case would have written, through the same services. */
@Component
class PublishedRows {

  private final Institutions institutions;
  private final Seats seats;
  private final Recommendations recommendations;
  private final Levels levels;
  private final Decisions decisions;

  PublishedRows(
      Institutions institutions,
      Seats seats,
      Recommendations recommendations,
      Levels levels,
      Decisions decisions) {
    this.institutions = institutions;
    this.seats = seats;
    this.recommendations = recommendations;
    this.levels = levels;
    this.decisions = decisions;
  }

  /** Gives the case its deciding bodies in place of the route by rule. */
  void bodies(String caseId, CaseFile file) {
    levels.fix(
        caseId,
        file.bodies().stream()
            .map(body -> new Levels.Body(Level.valueOf(body.level()), body.name()))
            .toList());
  }

  /** Puts the file's institutions on the stakeholder map. */
  void map(String caseId, CaseFile file) {
    file.institutions()
        .forEach(
            institution ->
                institutions.add(
                    caseId,
                    new NewInstitution(
                        institution.acronym(),
                        institution.name(),
                        institution.category(),
                        false,
                        null,
                        null),
                    Evidence.SYSTEM));
  }

  /** Acronym of the institution that holds a seat, by the seat's candidate group. */
  String acronym(String group) {
    return seats.find(group.substring("seat-".length())).map(Seat::acronym).orElseThrow();
  }

  /** Enters the recommendations as they were published. */
  void recommend(String caseId, CaseFile file) {
    file.recommendations()
        .forEach(
            published ->
                recommendations.add(
                    caseId,
                    new Recommendations.Draft(
                        published.guarantee(),
                        published.title(),
                        published.text(),
                        published.priority(),
                        published.needsLaw(),
                        published.addedCost(),
                        null),
                    Evidence.SYSTEM));
  }

  /** The level that decides now. */
  Optional<DecisionLevel> openLevel(String caseId) {
    return levels.ofCase(caseId).stream()
        .filter(level -> level.state() == Levels.State.OPEN)
        .findFirst();
  }

  /** Records what a body decided for everything that lies before it. */
  void decide(DecisionLevel level, CaseFile file, Event event) {
    List<ConditionDraft> conditions =
        event.conditions().stream().map(text -> new ConditionDraft(text, null, null)).toList();
    Entry entry =
        new Entry(
            event.outcome(),
            event.what(),
            event.date().monthOnly() ? null : event.day(),
            PublishedFacts.citation(file, event.source()),
            conditions);
    decisions
        .pending(level.id())
        .forEach(
            pending ->
                decisions.record(
                    level.id(), pending.recommendation().id(), entry, Evidence.SYSTEM));
  }
}
