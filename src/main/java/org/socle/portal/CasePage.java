package org.socle.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socle.portal.CaseReads.SeatRow;
import org.socle.portal.DecisionReads.Decided;
import org.socle.portal.DialogueReads.Recommended;
import org.socle.tracking.Actor;
import org.springframework.stereotype.Component;

/** Gathers what the page of a case shows: one statement for each of its sections. */
@Component
class CasePage {

  /**
   * A case from request to validation.
   *
   * @param staff whether the reader is staff, who sees names of people and links to the Tasklist
   * @param pages pages on which the reader has something to enter
   */
  record View(
      CaseRow row,
      String title,
      String country,
      ZoneId zone,
      LocalDate today,
      boolean staff,
      List<CaseSteps.Step> steps,
      CaseReads.@Nullable Request request,
      List<CaseReads.Clarification> clarifications,
      List<CaseReads.Agency> agencies,
      List<CaseReads.Finding> findings,
      List<CaseReads.Fact> facts,
      List<CaseReads.Figure> figures,
      List<CaseNote> notes,
      List<CaseReads.Gap> gaps,
      List<SeatRow> seats,
      List<RoundMatrix> rounds,
      Decisions decisions,
      List<OpenAskings.Waiting> waiting,
      List<DutyFacts.Card> open,
      List<DutyFacts.Card> ended,
      List<Page> pages) {

    /** Whether anything on the page is the reader's to do. */
    public boolean todo() {
      return staff
          || !pages.isEmpty()
          || waiting.stream().anyMatch(asking -> asking.endHref() != null);
    }

    /** What the case's file says without a date, its sources left out. */
    public List<CaseNote> remarks() {
      return notes.stream().filter(note -> !note.names()).toList();
    }

    /** What was not published, or published otherwise, by step. */
    public List<GapGroup> gapGroups() {
      return GapGroup.of(gaps);
    }

    /** Sources of the case's file, then those that only its facts, decisions or entries name. */
    public Sources sources() {
      return Sources.of(
          Stream.of(
                  notes.stream().filter(CaseNote::names).map(CaseNote::source),
                  facts.stream().map(CaseReads.Fact::source),
                  figures.stream().map(CaseReads.Figure::source),
                  decisions.byLevel().values().stream().flatMap(List::stream).map(Decided::source),
                  gaps.stream().map(CaseReads.Gap::source))
              .flatMap(one -> one));
    }

    /** The name of a group: of its institution where it is a seat. */
    public String owner(String group, Say say) {
      return seats.stream()
          .filter(seat -> group.equals("seat-" + seat.id()))
          .map(SeatRow::institution)
          .findFirst()
          .orElseGet(() -> say.group(group));
    }
  }

  /** Recommendations with what the levels decided on them. */
  record Decisions(
      List<Recommended> recommendations,
      DecisionReads.@Nullable Technical technical,
      List<DecisionReads.Opinion> opinions,
      List<DecisionReads.Body> levels,
      Map<String, List<Decided>> byLevel,
      List<DecisionReads.Condition> conditions) {

    /** Code of a recommendation. */
    public String code(String recommendationId) {
      return recommendations.stream()
          .filter(recommended -> recommended.id().equals(recommendationId))
          .map(Recommended::code)
          .findFirst()
          .orElse("–");
    }
  }

  /** A page to enter something, with the user task that waits for it. */
  record Page(String href, String element) {}

  private final CaseReads reads;
  private final DialogueReads dialogue;
  private final DecisionReads decisions;
  private final OpenAskings askings;
  private final DutyList duties;
  private final DutyFacts facts;
  private final CountryDays countries;
  private final Clock clock;

  CasePage(
      CaseReads reads,
      DialogueReads dialogue,
      DecisionReads decisions,
      OpenAskings askings,
      DutyList duties,
      DutyFacts facts,
      CountryDays countries,
      Clock clock) {
    this.reads = reads;
    this.dialogue = dialogue;
    this.decisions = decisions;
    this.askings = askings;
    this.duties = duties;
    this.facts = facts;
    this.countries = countries;
    this.clock = clock;
  }

  /** The page of a case for a reader. */
  View of(CaseRow row, Actor actor, Say say) {
    String id = row.id();
    boolean staff = actor.groups().contains(SignedIn.COORDINATOR);
    ZoneId zone = countries.zone(row.country());
    List<SeatRow> seats = reads.seats(id, staff);
    List<DutyRow> owed = duties.ofCase(id);
    return new View(
        row,
        row.title(say.locale()),
        countries.name(row.country(), say.locale()),
        zone,
        countries.today(row.country()),
        staff,
        CaseSteps.of(row, reads.stays(id), clock.instant(), zone),
        reads.request(id).orElse(null),
        reads.clarifications(id),
        reads.agencies(id),
        reads.findings(id),
        reads.facts(id),
        reads.figures(id),
        reads.notes(id),
        reads.gaps(id),
        seats,
        RoundMatrix.of(
            dialogue.rounds(id),
            dialogue.items(id),
            seats,
            dialogue.positions(id),
            dialogue.didNotJoin(id)),
        decided(id, deciding(owed)),
        askings.of(id, actor),
        cards(owed, true, say),
        cards(owed, false, say),
        pages(id, owed, actor));
  }

  private static boolean deciding(List<DutyRow> owed) {
    return owed.stream()
        .anyMatch(duty -> duty.open() && PageDuty.DECISION.element().equals(duty.element()));
  }

  // What a body has saved but not sent is nobody's business yet.
  private Decisions decided(String id, boolean deciding) {
    List<DecisionReads.Body> levels = decisions.levels(id);
    List<Decided> sent =
        decisions.outcomes(id).stream()
            .filter(
                outcome -> !deciding || levels.stream().noneMatch(level -> level.decides(outcome)))
            .toList();
    Set<String> known = sent.stream().map(Decided::id).collect(Collectors.toSet());
    return new Decisions(
        dialogue.recommendations(id),
        decisions.technical(id).orElse(null),
        decisions.opinions(id),
        levels,
        sent.stream().collect(Collectors.groupingBy(Decided::levelId)),
        decisions.conditions(id).stream()
            .filter(condition -> known.contains(condition.decisionId()))
            .toList());
  }

  private List<DutyFacts.Card> cards(List<DutyRow> owed, boolean open, Say say) {
    return owed.stream()
        .filter(duty -> duty.open() == open)
        .map(duty -> facts.card(duty, say))
        .toList();
  }

  private static List<Page> pages(String caseId, List<DutyRow> owed, Actor actor) {
    return owed.stream()
        .filter(duty -> duty.answerable() && actor.groups().contains(duty.candidateGroup()))
        .flatMap(duty -> PageDuty.of(duty.element()).stream())
        .distinct()
        .map(page -> new Page(page.address(caseId), page.element()))
        .toList();
  }
}
