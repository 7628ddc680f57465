package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.tracking.Actor;
import org.socle.tracking.Askings;
import org.socle.tracking.Duties.Duty;
import org.socle.tracking.DutyClosedException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Acts that meet in the same moment, in either order: each counts or is refused, nothing sticks.
 */
@Import(EngineTestProcesses.class)
@TestPropertySource(properties = "socle.workflow.processes=classpath*:/engine-test/")
class RaceTests extends ProcessTestSupport {

  @Autowired private Askings askings;
  private Race race;

  @BeforeEach
  void ask() {
    race = new Race(jdbc, transactions);
    startProcess("test-asking", Map.of("recipients", 2));
    completeTask("userTask_decide", Map.of("outcome", "ASK", "reason", "All"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void joinsOnceWhenTwoLastAnswersMeet(int first) throws Exception {
    List<Duty> open = openDuties("userTask_answer");
    Race.Ends ends =
        race.inFlight(() -> answer(open.get(first)), () -> answer(open.get(1 - first)));
    assertThat(ends).isEqualTo(new Race.Ends("answered", "answered", false));
    assertThat(evidence("asking.joined")).as("before the first commits, nobody joins").isZero();
    joins.settle();
    assertThat(evidence("asking.joined")).isEqualTo(1);
    assertThat(evidence("duty.answered")).isEqualTo(3);
    nothingRuns();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void countsAnAnswerThatIsFasterThanTheDeadline(boolean last) throws Exception {
    List<Duty> open = openDuties("userTask_answer");
    if (last) {
      answer(open.get(1));
    }
    Race.Ends ends = race.inFlight(() -> answer(open.get(0)), this::deadline);
    assertThat(ends).isEqualTo(new Race.Ends("answered", "closed", true));
    joins.settle();
    assertThat(states()).containsExactly("answered", last ? "answered" : "silent");
    assertThat(evidence("asking.closed")).isEqualTo(1);
    assertThat(evidence("asking.joined")).isZero();
    nothingRuns();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void refusesAnAnswerThatIsSlowerThanTheDeadline(boolean last) throws Exception {
    List<Duty> open = openDuties("userTask_answer");
    if (last) {
      answer(open.get(1));
    }
    Race.Ends ends = race.inFlight(this::deadline, () -> answer(open.get(0)));
    assertThat(ends.first()).isEqualTo("closed");
    assertThat(ends.waited()).isTrue();
    assertThat(ends.second())
        .isInstanceOfSatisfying(
            DutyClosedException.class, e -> assertThat(e.state()).isEqualTo("silent"));
    joins.settle();
    assertThat(states())
        .containsExactly(
            last ? new String[] {"answered", "silent"} : new String[] {"silent", "silent"});
    assertThat(evidence("asking.closed")).isEqualTo(1);
    nothingRuns();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void letsOneOfTwoCoordinatorsEndARound(boolean swapped) throws Exception {
    String askingId = askings.openOf(caseId).get(0).id();
    answer(openDuties("userTask_answer").get(0));
    String one = swapped ? "acc-b" : "acc-a";
    String other = swapped ? "acc-a" : "acc-b";
    Race.Ends ends =
        race.queued(
            "select id from asking where id = ? for update",
            askingId,
            () -> askings.conclude(askingId, one, "Enough"),
            () -> askings.conclude(askingId, other, "Enough"));
    assertThat(ends).isEqualTo(new Race.Ends(true, false, true));
    joins.settle();
    assertThat(
            jdbc.sql("select actor from evidence where case_id = ? and action = 'asking.concluded'")
                .param(caseId)
                .query(String.class)
                .list())
        .containsExactly(one);
    assertThat(states()).containsExactly("answered", "silent");
    nothingRuns();
  }

  private String answer(Duty duty) {
    completion.complete(
        duty.id(),
        Map.of("answer", "Yes"),
        new Actor("acc-" + duty.group(), Set.of(duty.group()), Set.of(duty.country())));
    return "answered";
  }

  /** As the job executor does it when the term is over. */
  private String deadline() {
    Job timer =
        management
            .createJobQuery()
            .processDefinitionKey("test-asking")
            .activityId("event_termOver")
            .list()
            .stream()
            .filter(job -> ours(job.getProcessInstanceId()))
            .findFirst()
            .orElseThrow();
    management.setJobDuedate(timer.getId(), Date.from(clock.instant()));
    management.executeJob(timer.getId());
    return "closed";
  }

  private boolean ours(String instanceId) {
    return runtime
            .createProcessInstanceQuery()
            .processInstanceId(instanceId)
            .processInstanceBusinessKey(caseId)
            .count()
        == 1;
  }

  private List<String> states() {
    return jdbc.sql(
            "select state from duty where case_id = ? and asking_id is not null order by state")
        .param(caseId)
        .query(String.class)
        .list();
  }

  private int evidence(String action) {
    return jdbc.sql("select count(*) from evidence where case_id = ? and action = ?")
        .params(caseId, action)
        .query(Integer.class)
        .single();
  }
}
