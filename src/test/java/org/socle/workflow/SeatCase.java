package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socle.assessment.ConsensusState;
import org.socle.assessment.Recommendation;
import org.socle.assessment.Recommendations;
import org.socle.assessment.Recommendations.Draft;
import org.socle.dialogue.Items;
import org.socle.dialogue.Positions;
import org.socle.dialogue.Rounds;
import org.socle.evidence.Rules;
import org.socle.stakeholder.Institutions;
import org.socle.stakeholder.NewInstitution;
import org.socle.stakeholder.NewSeat;
import org.socle.stakeholder.NominationAnswer.Nominee;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.SeatChanges;
import org.socle.stakeholder.SeatMembers;
import org.socle.stakeholder.Seats;
import org.socle.tracking.Askings;
import org.socle.tracking.Askings.OpenAsking;
import org.socle.tracking.Duties.Duty;
import org.springframework.beans.factory.annotation.Autowired;

/** A case in which something is asked of its seats, and the seats change meanwhile. */
abstract class SeatCase extends ProcessTestSupport {

  /** What is being asked. */
  enum Kind {
    NOMINATION("nomination"),
    POSITION("position"),
    WRITTEN_PROCEDURE("late-position"),
    OPINION("opinion");

    final String asking;

    Kind(String asking) {
      this.asking = asking;
    }

    boolean round() {
      return this == POSITION || this == WRITTEN_PROCEDURE;
    }
  }

  static final String REASON = "The congress split in two";
  static final List<String> MANDATORY = List.of("MOL", "EFC", "CTUC");

  @Autowired SeatChanges changes;
  @Autowired Seats seats;
  @Autowired Askings askings;
  @Autowired Rounds rounds;
  @Autowired Items items;
  @Autowired Positions positions;
  @Autowired private Institutions institutions;
  @Autowired private Recommendations recommendations;
  @Autowired private Rules rules;

  Kind kind = Kind.POSITION;

  /** Brings the case to where the kind is asked; every seat that is asked has a duty then. */
  void ask(Kind asked) {
    kind = asked;
    StandingCase group = new StandingCase(jdbc, caseId, COUNTRY, 3);
    inTransaction(() -> rules.adopt(caseId));
    switch (asked) {
      case NOMINATION -> {
        inTransaction(() -> institutions.startFromDefaults(caseId, COUNTRY));
        startProcess("working-group", Map.of());
        completeTask("userTask_mapStakeholders", Map.of());
      }
      case POSITION -> openRound(group.withGroup());
      case WRITTEN_PROCEDURE -> {
        openRound(group.withGroup());
        answer("MOL", "SUPPORT");
        answer("NNN", "SUPPORT");
        fireTimer("event_positionTermOver");
      }
      case OPINION -> {
        group.withGroup();
        inTransaction(
            () -> {
              Recommendation added = recommendations.add(caseId, draft(), "acc-test");
              recommendations.settle(added.id(), ConsensusState.CONSENSUS, "system");
              recommendations.fix(caseId, "acc-test");
            });
        startProcess("validation", Map.of());
      }
    }
    assertThat(asking()).isNotNull();
  }

  private void openRound(StandingCase group) {
    startProcess("dialogue-round", Map.of());
    recommendations.add(caseId, draft(), "acc-test");
    completeTask("userTask_enterRecommendations", Map.of());
    completeTask(
        "userTask_conveneRound",
        Map.of(
            "date",
            "2026-03-16",
            "place",
            "Hall",
            "mode",
            "ONLINE",
            "answerTerm",
            10,
            "agenda",
            "All"));
    rounds.recordAttendance(round(), Set.copyOf(group.seatIds()), "acc-test");
    completeTask("userTask_recordAttendance", Map.of());
  }

  private static Draft draft() {
    return new Draft("G2", "Child grant", "Text", 1, false, null, null);
  }

  String round() {
    return rounds.current(caseId).orElseThrow().id();
  }

  /** The open asking of the kind, or null. */
  @Nullable OpenAsking asking() {
    return askings.openOf(caseId).stream()
        .filter(one -> one.kind().equals(kind.asking))
        .findFirst()
        .orElse(null);
  }

  Seat seat(String acronym) {
    String id =
        jdbc.sql(
                "select s.id from seat s join institution i on i.id = s.institution_id where i.case_id = ? and i.acronym = ?")
            .params(caseId, acronym)
            .query(String.class)
            .single();
    return seats.find(id).orElseThrow();
  }

  String element() {
    return switch (kind) {
      case NOMINATION -> "userTask_answerNomination";
      case OPINION -> "userTask_answerOpinion";
      default -> "userTask_answerPositions";
    };
  }

  /** Answers as the seat's people do on their page. */
  void answer(String acronym, String value) {
    inTransaction(() -> answerInTransaction(acronym, value));
  }

  void answerInTransaction(String acronym, String value) {
    Seat seat = seat(acronym);
    switch (kind) {
      case NOMINATION ->
          completeTask(
              element(),
              seat.group(),
              Map.of(
                  "answer",
                  "NOMINATE",
                  "fullMember",
                  "Full of " + acronym,
                  "substitute",
                  "Substitute of " + acronym,
                  "letterReference",
                  "L-1"));
      case OPINION ->
          completeTask(
              element(), seat.group(), Map.of("opinion", opinion(value), "text", "As agreed"));
      default -> {
        List<Positions.Answer> answers =
            items.open(round()).stream()
                .map(item -> new Positions.Answer(item.id(), value, "Because"))
                .toList();
        positions.record(round(), seat.id(), answers, new Positions.Source("acc-test", null, null));
        completeTask(element(), seat.group(), Map.of());
      }
    }
  }

  /** Staff enter what a seat said by telephone; it waits for its confirmation. */
  void enter(String acronym, String value) {
    Seat seat = seat(acronym);
    someoneActsFor(seat.group());
    inTransaction(
        () -> {
          if (kind.round()) {
            List<Positions.Answer> answers =
                items.open(round()).stream()
                    .map(item -> new Positions.Answer(item.id(), value, "By telephone"))
                    .toList();
            positions.record(
                round(),
                seat.id(),
                answers,
                new Positions.Source("acc-staff", "TELEPHONE", "Call 1"));
          }
          Map<String, Object> values =
              switch (kind) {
                case NOMINATION ->
                    Map.of(
                        "answer",
                        "NOMINATE",
                        "fullMember",
                        "A B",
                        "substitute",
                        "C D",
                        "letterReference",
                        "L");
                case OPINION -> Map.of("opinion", opinion(value), "text", "As they said");
                default -> Map.of();
              };
          enterFor(owed(element(), seat.group()), values, "TELEPHONE", "Call 1");
        });
  }

  private static String opinion(String position) {
    return "OBJECT".equals(position) ? "NOT_VALID" : "VALID";
  }

  void remove(String acronym) {
    String id = seat(acronym).id();
    inTransaction(() -> changes.remove(caseId, id, REASON, "acc-secretariat"));
  }

  void reinstate(String acronym) {
    String id = seat(acronym).id();
    inTransaction(() -> changes.reinstate(caseId, id, null, REASON, "acc-secretariat"));
  }

  void replace(String acronym, SeatMembers members) {
    String id = seat(acronym).id();
    inTransaction(() -> changes.replace(caseId, id, members, REASON, "acc-secretariat"));
  }

  /** Adds a voting seat of a new institution; returns its id. */
  String add(String acronym, String category) {
    List<String> id = new ArrayList<>();
    inTransaction(
        () ->
            id.add(
                changes.add(
                    caseId,
                    new NewSeat(
                        null,
                        new NewInstitution(
                            acronym, "Institution " + acronym, category, false, null, null),
                        null,
                        null,
                        members(acronym, null)),
                    REASON,
                    "acc-secretariat")));
    return id.get(0);
  }

  static SeatMembers members(String of, @Nullable String account) {
    return new SeatMembers(
        new Nominee("New full of " + of, "Director", null),
        account,
        new Nominee("New substitute of " + of, null, null),
        null,
        "L-2",
        false);
  }

  /** Duties, positions and opinions of every seat but one, as rows. */
  List<Map<String, Object>> others(String seatId) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String sql :
        List.of(
            "select * from duty where case_id = ? and candidate_group <> 'seat-' || ? order by id",
            "select p.* from position p join round r on r.id = p.round_id where r.case_id = ? and p.seat_id <> ? order by p.id",
            "select e.* from electorate e join round r on r.id = e.round_id where r.case_id = ? and e.seat_id <> ? order by e.seat_id",
            "select * from technical_opinion where case_id = ? and seat_id <> ? order by seat_id",
            "select n.* from nomination n join seat s on s.id = n.seat_id where s.case_id = ? and s.id <> ? order by n.id",
            "select * from seat where case_id = ? and id <> ? order by id")) {
      rows.addAll(
          jdbc.sql(sql).params(caseId, seatId).query().listOfRows().stream()
              .map(row -> (Map<String, Object>) new LinkedHashMap<>(row))
              .toList());
    }
    return rows;
  }

  Duty duty(String seatId) {
    return duties.ofCase(caseId).stream()
        .filter(duty -> duty.group().equals("seat-" + seatId))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  int count(String sql, Object... parameters) {
    return jdbc.sql(sql).params(parameters).query(Integer.class).single();
  }

  int joined(String askingId) {
    return count(
        "select count(*) from evidence where action = 'asking.joined' and subject = ?", askingId);
  }

  /** The base of the kind that is asked, counted from its own rows. */
  int entitled() {
    return switch (kind) {
      case NOMINATION ->
          count("select count(*) from duty where asking_id = ? and out_at is null", asking().id());
      case OPINION ->
          count(
              "select count(*) from technical_opinion where case_id = ? and left_at is null",
              caseId);
      default ->
          count("select count(*) from electorate where round_id = ? and left_at is null", round());
    };
  }
}
