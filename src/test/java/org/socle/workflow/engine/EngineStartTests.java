package org.socle.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.socle.evidence.Published;
import org.socle.operation.TestDatabase;
import org.socle.tracking.Actor;
import org.socle.workflow.EngineTestProcesses;
import org.socle.workflow.task.EngineUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the program finds and makes in the engine at its start, and the start form. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "socle.demo=false",
      "socle.tracking.join-direct=true",
      "socle.evidence.seal-direct=true",
      "socle.workflow.processes=classpath*:/engine-test/",
      "camunda.bpm.job-execution.enabled=false"
    })
@Import(EngineTestProcesses.class)
class EngineStartTests {

  @Autowired private ProcessDeployment deployment;
  @Autowired private TasklistFilters filters;
  @Autowired private RoleAuthorizations rights;
  @Autowired private RepositoryService repository;
  @Autowired private FilterService filterService;
  @Autowired private AuthorizationService authorizations;
  @Autowired private IdentityService identity;
  @Autowired private ManagementService management;
  @Autowired private RuntimeService runtime;
  @Autowired private FormService forms;
  @Autowired private EngineUser user;
  @Autowired private ProcessEngineConfigurationImpl engine;
  @Autowired private JdbcClient jdbc;
  @Autowired private Published published;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    TestDatabase.register(registry);
  }

  @Test
  void deploysOnceUnderBareNames() {
    deployment.afterSingletonsInstantiated();
    deployment.afterSingletonsInstantiated();
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
    String id = repository.createDeploymentQuery().singleResult().getId();
    assertThat(repository.getDeploymentResourceNames(id))
        .containsExactlyInAnyOrder(
            "answer.form", "decide.form", "request.form", "test-asking.bpmn", "test-request.bpmn");
  }

  @Test
  void makesTheSameFiltersAndRightsAtEveryStart() {
    long rows = authorizations.createAuthorizationQuery().count();
    filters.afterSingletonsInstantiated();
    rights.afterSingletonsInstantiated();
    assertThat(filterService.createFilterQuery().count()).isEqualTo(7);
    assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(rows);
    assertThat(
            jdbc.sql(
                    "select count(*) from act_ru_authorization where user_id_ is not null or group_id_ is null")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void runsEveryFilterForACoordinator() {
    identity.setAuthentication("acc-1", List.of("role-coordinator", "secretariat"), List.of("XTR"));
    try {
      filterService
          .createFilterQuery()
          .listPage(0, 100)
          .forEach(
              filter ->
                  assertThat(filterService.listPage(filter.getId(), 0, 15))
                      .as(filter.getName())
                      .isNotNull());
    } finally {
      identity.clearAuthentication();
    }
  }

  @Test
  void keepsWhatTheRecordNeedsAndNoMore() {
    assertThat(engine.getHistoryLevel().getName()).isEqualTo("socle");
    assertThat(management.getHistoryLevel()).isEqualTo(SocleHistoryLevel.ID);
    assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(2000);
    assertThat(engine.isCmmnEnabled()).isFalse();
    assertThat(engine.isStandaloneTasksEnabled()).isFalse();
  }

  @Test
  void startsARequestByItsForm() {
    ProcessInstance instance = submit(Map.of("country", "XTR", "title", "A floor"), Set.of("XTR"));
    assertThat(instance.getBusinessKey()).hasSize(36);
    assertThat(instance.getTenantId()).isEqualTo("XTR");
    assertThat(runtime.getVariables(instance.getId()))
        .containsOnlyKeys("country")
        .containsEntry("country", "XTR");
    assertThat(
            jdbc.sql("select count(*) from act_ru_execution where tenant_id_ is null")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(jdbc.sql("select count(*) from act_hi_varinst").query(Integer.class).single())
        .as("no passport names a variable")
        .isZero();
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(instance.getBusinessKey())
                .count())
        .as("the called process has the case id too")
        .isEqualTo(2);
  }

  @Test
  void refusesACountryThatIsNotThePersons() {
    assertRefused(Map.of("country", "PHL", "title", "A floor"), "country: ");
  }

  @Test
  void refusesAStartFormWithoutACountryOrWithAWrongValue() {
    assertRefused(Map.of("title", "A floor"), "country: ");
    assertRefused(Map.of("country", "XTR"), "title: ");
    assertRefused(Map.of("country", "XTR", "title", "Again"), "title: ");
    assertRefused(Map.of("country", "XTR", "title", "A", "businessKey", "x"), "businessKey: ");
  }

  @Test
  void refusesToStartARequestPastItsForm() {
    assertThatThrownBy(
            () -> runtime.startProcessInstanceByKey("test-request", Map.of("country", "XTR")))
        .hasStackTraceContaining("by its form only");
  }

  @Test
  void knowsNobodyByPassword() {
    assertThat(identity.checkPassword("acc-1", "socle-demo")).isFalse();
    assertThat(identity.isReadOnly()).isTrue();
    assertThat(identity.createGroupQuery().groupId("seat-1").singleResult()).isNotNull();
    assertThat(identity.createGroupQuery().list())
        .extracting("id")
        .contains("secretariat", "camunda-admin");
    assertThat(identity.createTenantQuery().tenantId("XTR").singleResult()).isNotNull();
    assertThat(identity.createUserQuery().userId("nobody").singleResult()).isNull();
  }

  private void assertRefused(Map<String, Object> values, String message) {
    long before = runtime.createProcessInstanceQuery().count();
    assertThatThrownBy(() -> submit(values, Set.of("XTR")))
        .isInstanceOf(FormFieldValidationException.class)
        .hasMessageStartingWith(message);
    assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(before);
  }

  private ProcessInstance submit(Map<String, Object> values, Set<String> countries) {
    String id =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("test-request")
            .singleResult()
            .getId();
    return user.call(
        new Actor("acc-1", Set.of("role-coordinator"), countries),
        () -> forms.submitStartForm(id, values));
  }
}
