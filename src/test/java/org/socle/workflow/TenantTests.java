package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;

/** A row without a tenant is visible to every country: none is written, at no step of a case. */
class TenantTests extends WholeCase {

  /** Rows that belong to no case: definitions of jobs and of message starts, acts of operators. */
  private static final Map<String, String> OF_A_CASE =
      Map.of(
          "act_ru_jobdef", "false",
          "act_ru_event_subscr", "execution_id_ is not null",
          "act_hi_op_log", "proc_inst_id_ is not null");

  @Test
  void everyRowOfACaseBelongsToItsCountry() {
    List<String> tables = tables();
    assertThat(tables)
        .contains(
            "act_ru_execution",
            "act_ru_task",
            "act_ru_job",
            "act_ru_variable",
            "act_ru_identitylink",
            "act_hi_procinst",
            "act_hi_actinst",
            "act_hi_taskinst",
            "act_hi_varinst");
    Set<String> used = new TreeSet<>();

    walk(
        () ->
            tables.forEach(
                table -> {
                  assertThat(count(table, "tenant_id_ is null"))
                      .as("%s at %s", table, caseEngine.currentSteps(caseId))
                      .isZero();
                  if (count(table, "tenant_id_ is not null") > 0) {
                    used.add(table);
                  }
                }));

    assertThat(used).contains("act_ru_job", "act_ru_task", "act_ru_event_subscr", "act_hi_varinst");
    assertThat(
            history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseId).list())
        .allSatisfy(instance -> assertThat(instance.getTenantId()).isEqualTo(COUNTRY))
        .extracting(HistoricProcessInstance::getProcessDefinitionKey)
        .containsAll(processes());
    System.out.printf(
        "%d processes started, %d engine tables with rows of a tenant, none without%n",
        processes().size(), used.size());
  }

  private List<String> processes() {
    return repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .map(ProcessDefinition::getKey)
        .filter(key -> !key.startsWith("test-"))
        .toList();
  }

  private List<String> tables() {
    return Stream.of("act_ru_", "act_hi_")
        .flatMap(
            prefix ->
                jdbc
                    .sql(
                        """
                select table_name from information_schema.columns
                where table_schema = 'public' and column_name = 'tenant_id_' and table_name like ? order by 1
                """)
                    .param(prefix.replace("_", "\\_") + "%")
                    .query(String.class)
                    .list()
                    .stream())
        .toList();
  }

  private int count(String table, String which) {
    return jdbc.sql(
            "select count(*) from "
                + table
                + " where "
                + which
                + " and "
                + OF_A_CASE.getOrDefault(table, "true"))
        .query(Integer.class)
        .single();
  }
}
