package org.socle.workflow.nationalprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.socle.decision.Decisions;
import org.socle.decision.Levels;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.SeatChanges;
import org.socle.tracking.Duties.Duty;
import org.springframework.beans.factory.annotation.Autowired;

/** A seat that owes a condition leaves, and the condition does not leave with it. */
class ConditionHandOverTests extends NationalCase {

  private static final String FULFIL = "userTask_fulfilCondition";
  private static final LocalDate DUE = LocalDate.parse("2026-09-01");
  private static final String REASON = "The federation dissolved itself";

  @Autowired private Levels levels;
  @Autowired private Decisions decisions;
  @Autowired private SeatChanges changes;

  @Test
  void handsTheConditionsOfARemovedSeatToTheSecretariat() {
    reach(Stage.DECISION, request());
    List<Seat> seated = seats.seated(caseId);
    Seat leaving = seated.get(0);
    Seat staying = seated.get(1);
    returnWith(leaving.group(), leaving.group(), staying.group());
    assertThat(openDuties(FULFIL)).hasSize(3);
    complete(owed(FULFIL, leaving.group()), Map.of("evidence", "The first one is done"));

    changes.remove(caseId, leaving.id(), REASON, "acc-staff");
    joins.settle();

    assertThat(openDuties(FULFIL))
        .extracting(Duty::group)
        .containsExactlyInAnyOrder(staying.group(), "secretariat");
    assertThat(owed(FULFIL, "secretariat").dueDate()).isEqualTo(DUE);
    assertThat(rows())
        .containsExactlyInAnyOrder(
            leaving.group() + " null null true",
            "secretariat " + leaving.group() + " " + REASON + " false",
            staying.group() + " null null false");
    assertThat(evidence()).isEqualTo(1);

    complete(owed(FULFIL, staying.group()), Map.of("evidence", "Done"));
    assertThat(openDuties("userTask_recordDecision")).isEmpty();
    completeTask(FULFIL, Map.of("evidence", "Done for the seat that left"));
    assertThat(openDuties("userTask_recordDecision")).hasSize(1);
    finish(Stage.DECISION);
    nothingRuns();
  }

  @Test
  void asksTheSecretariatForWhatASeatOwedBeforeItWasAsked() {
    reach(Stage.DECISION, request());
    Seat leaving = seats.seated(caseId).get(0);
    decide(leaving.group());
    changes.remove(caseId, leaving.id(), REASON, "acc-staff");
    completeTask("userTask_recordDecision", Map.of());

    assertThat(openDuties(FULFIL)).extracting(Duty::group).containsExactly("secretariat");
  }

  private void returnWith(String... owners) {
    decide(owners);
    completeTask("userTask_recordDecision", Map.of());
  }

  private void decide(String... owners) {
    String level =
        levels.ofCase(caseId).stream()
            .filter(one -> one.state() == Levels.State.OPEN)
            .findFirst()
            .orElseThrow()
            .id();
    List<Decisions.ConditionDraft> conditions =
        List.of(owners).stream()
            .map(owner -> new Decisions.ConditionDraft("Cost it", owner, DUE))
            .toList();
    for (Decisions.Pending pending : decisions.pending(level)) {
      decisions.record(
          level,
          pending.recommendation().id(),
          new Decisions.Entry("RETURNED", "Not costed", null, "Minutes", conditions),
          "acc-test");
    }
  }

  private List<String> rows() {
    return jdbc.sql(
            """
            select concat(owner_group, ' ', coalesce(former_owner, 'null'), ' ', coalesce(handed_reason, 'null'), ' ',
              case when fulfilled_at is null then 'false' else 'true' end)
            from decision_v_condition where case_id = ?
            """)
        .param(caseId)
        .query(String.class)
        .list();
  }

  private int evidence() {
    return jdbc.sql(
            "select count(*) from evidence where case_id = ? and action = 'condition.handed-over'")
        .param(caseId)
        .query(Integer.class)
        .single();
  }
}
