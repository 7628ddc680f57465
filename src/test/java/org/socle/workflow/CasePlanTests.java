package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.socle.nationalprocess.CaseDiagrams;
import org.socle.nationalprocess.CaseDiagrams.Course;
import org.socle.nationalprocess.CaseDiagrams.Passage;
import org.socle.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;

/** A case's plan and its course, as a whole case leaves them. */
class CasePlanTests extends PageCase {

  private record Planned(String phase, LocalDate plannedFrom, LocalDate plannedUntil) {
    long days() {
      return ChronoUnit.DAYS.between(plannedFrom, plannedUntil);
    }
  }

  @Autowired private CaseDiagrams diagrams;

  @AfterEach
  void forgetTheCountrysOwnTerms() {
    jdbc.sql("delete from planned_duration where country is not null").update();
  }

  @Test
  void plansEveryPhaseOnceByTheTermsOfTheDay() {
    jdbc.sql("insert into planned_duration (phase, country, days) values ('DIALOGUE', ?, 200)")
        .param(COUNTRY)
        .update();
    AtomicReference<Course> first = new AtomicReference<>();
    walk(() -> later(first));

    List<Planned> plan = plan();
    assertThat(plan)
        .extracting(Planned::phase)
        .containsExactly("REQUEST", "WORKING_GROUP", "DIALOGUE", "VALIDATION");
    assertThat(plan).extracting(Planned::days).containsExactly(60L, 90L, 200L, 75L);
    assertThat(plan.get(1).plannedFrom()).isEqualTo(plan.get(0).plannedUntil());
    course(first.get());
  }

  @Test
  void leavesTheDaysOfSuspensionOutOfThePlan() throws Exception {
    account("plan-coordinator", Role.COORDINATOR);
    MockHttpSession coordinator = signIn("plan-coordinator");
    AtomicReference<String> shown = new AtomicReference<>("");
    walk(
        () -> {
          if (shown.get().isEmpty() && evidence("case.resumed") == 2) {
            shown.set(pageOfCase(coordinator));
          }
        });

    // A year by decision, then at once for the new government.
    assertThat(shown.get())
        .contains("of which 366 days suspended", "The 366 days of suspension are left out.")
        .contains("Within plan: 60 days left");
  }

  private String pageOfCase(MockHttpSession reader) {
    try {
      return page(reader, "/cases/" + caseId);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private int evidence(String action) {
    return jdbc.sql("select count(*) from evidence where case_id = ? and action = ?")
        .params(caseId, action)
        .query(Integer.class)
        .single();
  }

  // The terms change and the case stands somewhere after its first answer.
  private void later(AtomicReference<Course> first) {
    jdbc.sql("update planned_duration set days = 365 where country = ?").param(COUNTRY).update();
    first.compareAndSet(null, diagrams.course(caseId, null).orElseThrow());
  }

  private void course(Course first) {
    assertThat(first.processes()).containsExactly("national-process", "support-request");
    assertThat(first.process()).isEqualTo("support-request");
    assertThat(first.steps())
        .filteredOn(step -> step.until() == null)
        .extracting(Passage::element)
        .containsExactly("userTask_checkRequest");
    assertThat(first.ahead()).endsWith("endEvent_supportConfirmed");

    Course ended = diagrams.course(caseId, null).orElseThrow();
    assertThat(ended.processes())
        .containsExactly(
            "national-process", "support-request", "working-group", "dialogue-round", "validation");
    assertThat(ended.process()).isEqualTo("national-process");
    assertThat(ended.steps()).extracting(Passage::element).endsWith("endEvent_caseClosed");
    assertThat(ended.steps()).allMatch(step -> step.until() != null);
    assertThat(ended.ahead()).isEmpty();
    assertThat(diagrams.course(caseId, "validation").orElseThrow().steps())
        .extracting(Passage::element)
        .contains("userTask_correctReport");
    assertThat(diagrams.diagram(caseId, "working-group").orElseThrow())
        .contains("userTask_mapStakeholders");
    assertThat(diagrams.diagram(caseId, "working-group-nomination")).isEmpty();
    assertThat(diagrams.course("no-such-case", null)).isEmpty();
  }

  private List<Planned> plan() {
    return jdbc.sql(
            "select phase, planned_from, planned_until from phase_plan where case_id = ? order by planned_from")
        .param(caseId)
        .query(Planned.class)
        .list();
  }
}
