package org.socle.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides by the versions of the tables that a case adopted. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CaseRules implements Rules {

  private final JdbcClient jdbc;
  private final DecisionTables tables;
  private final Evidence evidence;

  CaseRules(JdbcClient jdbc, DecisionTables tables, Evidence evidence) {
    this.jdbc = jdbc;
    this.tables = tables;
    this.evidence = evidence;
  }

  @Override
  public void adopt(String caseId) {
    Map<String, Integer> versions = tables.currentVersions();
    versions.forEach((table, version) -> insert(caseId, table, version));
    evidence.record(caseId, Evidence.SYSTEM, "rules.adopted", caseId, versions);
  }

  @Override
  public void adopt(String caseId, String table) {
    if (known(caseId, table).isPresent()) {
      return;
    }
    int version =
        Optional.ofNullable(tables.currentVersions().get(table))
            .orElseThrow(() -> new IllegalStateException("There is no table " + table));
    if (insert(caseId, table, version)) {
      evidence.record(caseId, Evidence.SYSTEM, "rules.adopted", caseId, Map.of(table, version));
    }
  }

  private boolean insert(String caseId, String table, int version) {
    return jdbc.sql(
                """
                insert into rule_set (case_id, decision_key, version) values (:caseId, :table, :version)
                on conflict on constraint pk_rule_set do nothing
                """)
            .param("caseId", caseId)
            .param("table", table)
            .param("version", version)
            .update()
        == 1;
  }

  @Override
  public List<Map<String, Object>> decide(
      String caseId, String table, Map<String, ? extends @Nullable Object> inputs) {
    int version = version(caseId, table);
    List<Map<String, Object>> rows = tables.evaluate(table, version, inputs);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("table", table);
    content.put("version", version);
    content.put("inputs", inputs);
    content.put("output", rows);
    evidence.record(caseId, Evidence.SYSTEM, "rule.decided", table, content);
    return rows;
  }

  private Optional<Integer> known(String caseId, String table) {
    return jdbc.sql(
            "select version from rule_set where case_id = :caseId and decision_key = :table")
        .param("caseId", caseId)
        .param("table", table)
        .query(Integer.class)
        .optional();
  }

  private int version(String caseId, String table) {
    return known(caseId, table)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Case " + caseId + " has not adopted the table " + table));
  }
}
