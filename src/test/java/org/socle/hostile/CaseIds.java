package org.socle.hostile;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands for the variables of the program's routes when a case is read. */
record CaseIds(JdbcClient jdbc, String caseId, String country) {

  private static final List<String> NO_LINK = List.of("none");

  Map<String, List<String>> all() {
    return Map.of(
        "accountId", jdbc.sql("select id from account order by id").query(String.class).list(),
        "invitation", NO_LINK,
        "reset", NO_LINK,
        "link", NO_LINK,
        "caseId", List.of(caseId),
        "country", List.of(country),
        "process", List.of("national-process", "support-request", "working-group", "validation"),
        "dutyId", ids("select id from duty where case_id = ?"),
        "seatId", ids("select id from seat where case_id = ?"),
        "askingId", ids("select id from asking where case_id = ?"));
  }

  private List<String> ids(String sql) {
    return jdbc.sql(sql).param(caseId).query(String.class).list();
  }
}
