package org.socle.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socle.nationalprocess.Phase;
import org.socle.portal.CaseReads.SeatRow;
import org.socle.portal.DecisionReads.Decided;
import org.socle.portal.DialogueReads.Sitting;
import org.socle.tracking.Actor;
import org.springframework.stereotype.Component;

/** Gathers what the page of a case shows. */
@Component
class CasePage {

  /**
   * A case from request to validation.
   *
   * @param groups groups of the reader
   * @param pages pages on which the reader has something to enter
   */
  record View(
      CaseRow row,
      String title,
      String country,
      ZoneId zone,
      LocalDate today,
      Set<String> groups,
      CaseStanding standing,
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
      CaseDecisions.Decisions decisions,
      List<OpenAskings.Waiting> waiting,
      List<DutyFacts.Card> open,
      List<DutyFacts.Card> ended,
      List<Page> pages) {

    /** Whether the reader is staff, who sees names of people and links to the Tasklist. */
    public boolean staff() {
      return groups.contains(SignedIn.COORDINATOR);
    }

    /** Whether the reader oversees cases, and so may read their record. */
    public boolean oversees() {
      return groups.stream().anyMatch(OVERSEERS::contains);
    }

    /** Address of a task in the Tasklist for staff who may work on it, else null. */
    public @Nullable String tasklist(DutyFacts.Card card) {
      return staff() && card.duty().answerable() && groups.contains(card.duty().candidateGroup())
          ? TASKLIST + card.duty().taskId()
          : null;
    }

    /** The day of a moment in the country of the case. */
    public LocalDate day(Instant moment) {
      return LocalDate.ofInstant(moment, zone);
    }

    /** Open tasks that wait for the reader in the Tasklist. */
    public List<DutyFacts.Card> mine() {
      return open.stream().filter(card -> tasklist(card) != null).toList();
    }

    /** Whether anything on the page is the reader's to do. */
    public boolean todo() {
      return !mine().isEmpty()
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

    /**
     * How staff entered the last answer of a group at a user task; null when it answered itself.
     */
    public @Nullable String entered(String element, String group) {
      return last(element, group).map(DutyFacts.Card::entered).orElse(null);
    }

    /** Whether the positions of a seat still wait for its confirmation. */
    public boolean unconfirmed(String seatId) {
      return last("userTask_answerPositions", "seat-" + seatId)
          .filter(card -> "WAITING".equals(card.duty().entryState()))
          .isPresent();
    }

    private Optional<DutyFacts.Card> last(String element, String group) {
      return ended.stream()
          .filter(card -> card.duty().element().equals(element))
          .filter(card -> card.duty().candidateGroup().equals(group))
          .max(Comparator.comparing(card -> card.duty().askedAt()));
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

  private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";
  private static final Set<String> OVERSEERS =
      Set.of(SignedIn.COORDINATOR, SignedIn.MANAGER, SignedIn.AUDITOR);

  /** A page to enter something, with the user task that waits for it. */
  record Page(String href, String element) {}

  private final CaseReads reads;
  private final DialogueReads dialogue;
  private final CaseDecisions decisions;
  private final OpenAskings askings;
  private final DutyList duties;
  private final DutyFacts facts;
  private final CountryDays countries;
  private final CaseStandings standings;

  CasePage(
      CaseReads reads,
      DialogueReads dialogue,
      CaseDecisions decisions,
      OpenAskings askings,
      DutyList duties,
      DutyFacts facts,
      CountryDays countries,
      CaseStandings standings) {
    this.reads = reads;
    this.dialogue = dialogue;
    this.decisions = decisions;
    this.askings = askings;
    this.duties = duties;
    this.facts = facts;
    this.countries = countries;
    this.standings = standings;
  }

  /**
   * The page of a case for a reader. What a phase brings is read once the case has reached it, and
   * what only a file of published facts says is read for a published case.
   *
   * @param process process whose course is to be shown, or null for the one in which the case
   *     stands
   */
  View of(CaseRow row, Actor actor, Say say, @Nullable String process) {
    String id = row.id();
    List<DutyRow> owed = duties.ofCase(id);
    List<DutyFacts.Card> open = cards(owed, true, say);
    List<Sitting> sittings = dialogue.rounds(id);
    CaseStanding standing = standings.of(row, Ball.holders(open, round(sittings)), process);
    boolean group = standing.reached(Phase.WORKING_GROUP);
    boolean published = standing.published();
    List<SeatRow> seats =
        group ? reads.seats(id, actor.groups().contains(SignedIn.COORDINATOR)) : List.of();
    return new View(
        row,
        row.title(say.locale()),
        countries.name(row.country(), say.locale()),
        countries.zone(row.country()),
        countries.today(row.country()),
        actor.groups(),
        standing,
        reads.request(id).orElse(null),
        reads.clarifications(id),
        reads.agencies(id),
        group ? reads.findings(id) : List.of(),
        reads.facts(id),
        published ? reads.figures(id) : List.of(),
        published ? reads.notes(id) : List.of(),
        published ? reads.gaps(id) : List.of(),
        seats,
        sittings.isEmpty() ? List.of() : rounds(id, sittings, seats),
        standing.reached(Phase.VALIDATION)
            ? decisions.decided(id, owed)
            : decisions.recommended(id),
        askings.of(row, actor),
        open,
        cards(owed, false, say),
        pages(id, owed, actor));
  }

  private static @Nullable Integer round(List<Sitting> sittings) {
    return sittings.isEmpty() ? null : sittings.get(sittings.size() - 1).number();
  }

  private List<RoundMatrix> rounds(String id, List<Sitting> sittings, List<SeatRow> seats) {
    return RoundMatrix.of(
        sittings, dialogue.items(id), seats, dialogue.positions(id), dialogue.didNotJoin(id));
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
