package org.socle.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.socle.evidence.Rules;
import org.socle.tracking.Duties.Duty;
import org.socle.workflow.ProcessTestSupport;
import org.socle.workflow.StandingCase;
import org.springframework.beans.factory.annotation.Autowired;

/** A claim changes nothing for whoever owes the duty, and ends after a day. */
class ClaimSweepTests extends ProcessTestSupport {

  @Autowired private ClaimSweep sweep;
  @Autowired private TaskService tasks;
  @Autowired private Rules rules;

  @Test
  void releasesAClaimAfterADayAndNotBefore() {
    Duty duty = asked();
    claims.claim(duty.id(), staff());
    assertThat(claimedBy(duty)).isEqualTo("acc-staff");
    assertThat(openDuties("userTask_answerOpinion")).hasSize(5);
    assertThatThrownBy(
            () ->
                claims.claim(
                    duty.id(), new Actor("acc-other", Set.of("role-coordinator"), Set.of(COUNTRY))))
        .isInstanceOfSatisfying(
            DutyClosedException.class, e -> assertThat(e.state()).isEqualTo("claimed"));
    assertThatThrownBy(() -> claims.claim(duty.id(), actor("seat-x")))
        .isInstanceOfSatisfying(
            DutyClosedException.class, e -> assertThat(e.state()).isEqualTo("not-yours"));

    advance(Duration.ofHours(23));
    sweep.release();
    assertThat(claimedBy(duty)).isEqualTo("acc-staff");
    advance(Duration.ofHours(1));
    assertThat(sweep.release()).isEqualTo(1);
    assertThat(claimedBy(duty)).isNull();
    assertThat(tasks.createTaskQuery().taskId(duty.taskId()).singleResult().getAssignee()).isNull();
  }

  @Test
  void leavesAClaimAloneThatTheOwnerWasFasterThan() {
    Duty duty = asked();
    claims.claim(duty.id(), staff());
    complete(duty, Map.of("opinion", "VALID"));
    advance(Duration.ofDays(2));
    assertThat(sweep.release()).isZero();
    claims.release(duty.taskId());
  }

  private Duty asked() {
    new StandingCase(jdbc, caseId, COUNTRY, 1).withGroup();
    inTransaction(() -> rules.adopt(caseId));
    startProcess("validation", Map.of());
    return openDuties("userTask_answerOpinion").get(0);
  }

  private String claimedBy(Duty duty) {
    return jdbc.sql("select claimed_by from duty where id = ?")
        .param(duty.id())
        .query((row, number) -> java.util.Optional.ofNullable(row.getString(1)))
        .single()
        .orElse(null);
  }
}
