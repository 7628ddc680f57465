package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.socle.tracking.Askings;
import org.socle.tracking.Askings.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What must hold for a case after every step of a walk, and at its end. */
@Component
class WalkChecks {

  /** As many are asked as there are contributions; one may hold several duties. */
  private static final String MISCOUNTED =
      """
      select count(*) from asking a where a.case_id = ? and a.asked <>
        (select count(distinct d.process_instance_id) from duty d where d.asking_id = a.id and d.out_at is null)
      """;

  /** The government alone is asked something then: for its choice, or for new members. */
  private static final String ASKED_WHILE_STOPPED =
      """
      select count(*) from duty d join national_process n on n.id = d.case_id left join asking a on a.id = d.asking_id
      where n.id = ? and n.status = 'SUSPENDED' and d.state = 'open' and d.process_key <> 'national-process'
        and a.kind is distinct from 'renewal'
      """;

  private static final String WITHOUT_EVIDENCE =
      """
      select count(*) from duty d where d.case_id = ? and not (
        exists (select 1 from evidence e where e.case_id = d.case_id and e.subject = d.id and e.action = 'duty.asked')
        and exists (select 1 from evidence e where e.case_id = d.case_id and e.subject = d.id
          and (d.state = 'answered' and e.action = 'duty.answered'
            or d.state in ('silent', 'cancelled') and e.action = 'duty.ended' and e.content like '%' || d.state || '%')))
      """;

  private final JdbcClient jdbc;
  private final Askings askings;

  WalkChecks(JdbcClient jdbc, Askings askings) {
    this.jdbc = jdbc;
    this.askings = askings;
  }

  void running(String caseId) {
    none(MISCOUNTED, caseId, "askings whose counts are wrong");
    none(ASKED_WHILE_STOPPED, caseId, "open duties of a case that stands still");
    askings
        .openOf(caseId)
        .forEach(
            one -> {
              Tally tally = askings.tally(one.id());
              assertThat(tally.answered() + tally.open())
                  .as(one + " " + tally)
                  .isEqualTo(tally.asked());
            });
  }

  void ended(String caseId) {
    Map<String, Object> record =
        jdbc.sql("select status, outcome, reason, closed_at from national_process where id = ?")
            .param(caseId)
            .query()
            .singleRow();
    assertThat(record).as("end of the case").containsEntry("status", "CLOSED");
    assertThat(record.values()).doesNotContainNull();
    assertThat((String) record.get("reason")).as("reason").isNotBlank();
    none(
        "select count(*) from asking where case_id = ? and closed_at is null",
        caseId,
        "askings left open");
    none(
        "select count(*) from duty where case_id = ? and state in ('open', 'stopped')",
        caseId,
        "duties left open");
    none(
        "select count(*) from assisted_entry where case_id = ? and state = 'WAITING'",
        caseId,
        "entries that wait for ever");
    none(
        "select count(*) from interruption where case_id = ? and until_at is null",
        caseId,
        "interruptions left open");
    none(WITHOUT_EVIDENCE, caseId, "duties without evidence of both ends");
  }

  private void none(String sql, String caseId, String what) {
    assertThat(jdbc.sql(sql).param(caseId).query(Integer.class).single()).as(what).isZero();
  }

  /** What a refused act must leave as it was. */
  List<Map<String, Object>> rows(String caseId) {
    return jdbc.sql(
            """
            select (select count(*) from evidence where case_id = :id) as evidence,
              (select count(*) from duty where case_id = :id and state = 'open') as open,
              (select count(*) from notification_outbox where case_id = :id) as mails,
              (select count(*) from act_ru_execution e join act_ru_execution p on p.id_ = e.proc_inst_id_
                where p.business_key_ = :id) as executions
            """)
        .param("id", caseId)
        .query()
        .listOfRows();
  }
}
