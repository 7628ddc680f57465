package org.socle.hostile;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands for the variables of the program's routes when a case is read. */
record CaseIds(JdbcClient jdbc, String caseId, String country) {

  private static final List<String> NO_LINK = List.of("none");

  Map<String, List<String>> all() {
    return Map.ofEntries(
        Map.entry(
            "accountId", jdbc.sql("select id from account order by id").query(String.class).list()),
        Map.entry("invitation", NO_LINK),
        Map.entry("reset", NO_LINK),
        Map.entry("link", NO_LINK),
        Map.entry("why", List.of("no-role", "closed", "failed")),
        Map.entry("caseId", List.of(caseId)),
        Map.entry("country", List.of(country)),
        Map.entry(
            "process",
            List.of("national-process", "support-request", "working-group", "validation")),
        Map.entry("dutyId", ids("select id from duty where case_id = ?")),
        Map.entry("seatId", ids("select id from seat where case_id = ?")),
        Map.entry("askingId", ids("select id from asking where case_id = ?")));
  }

  private List<String> ids(String sql) {
    return jdbc.sql(sql).param(caseId).query(String.class).list();
  }
}
