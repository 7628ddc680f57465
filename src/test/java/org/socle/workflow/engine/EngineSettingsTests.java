package org.socle.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.el.DateTimeFunctions;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.api.LiveEngine;
import org.socle.api.LiveProgram;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** The engine's defaults that would open a door: changed, checked at each start, and effective. */
@ExtendWith(LiveEngine.class)
class EngineSettingsTests {

  private static final Map<String, Consumer<ProcessEngineConfigurationImpl>> OPENED =
      new TreeMap<>();

  static {
    OPENED.put("authorization is on", engine -> engine.setAuthorizationEnabled(false));
    OPENED.put(
        "delegates run without authorization",
        engine -> engine.setAuthorizationEnabledForCustomCode(true));
    OPENED.put("tenants are checked", engine -> engine.setTenantCheckEnabled(false));
    OPENED.put("queries are limited", engine -> engine.setQueryMaxResultsLimit(2001));
    OPENED.put(
        "Java serialization is off", engine -> engine.setJavaSerializationFormatEnabled(true));
    OPENED.put(
        "deserialized types are checked",
        engine -> engine.setDeserializationTypeValidationEnabled(false));
    OPENED.put(
        "no further class is deserialized",
        engine -> engine.setDeserializationAllowedClasses("org.socle.security.NewAccount"));
    OPENED.put(
        "no further package is deserialized",
        engine -> engine.setDeserializationAllowedPackages("org.socle"));
    OPENED.put("XML reads no other file", engine -> engine.setEnableXxeProcessing(true));
    OPENED.put("no script is compiled", engine -> engine.setEnableScriptCompilation(true));
    OPENED.put(
        "no script engine is looked for",
        engine -> engine.setEnableFetchScriptEngineFromProcessApplication(true));
    OPENED.put(
        "no script reads from elsewhere",
        engine -> engine.setEnableScriptEngineLoadExternalResources(true));
    OPENED.put(
        "queries from outside carry no expression",
        engine -> engine.setEnableExpressionsInAdhocQueries(true));
    OPENED.put(
        "expressions name variables and delegates alone",
        engine -> engine.setExpressionManager(new JuelExpressionManager()));
    OPENED.put(
        "history level is socle",
        engine ->
            engine.setHistoryLevel(
                org.camunda.bpm.engine.impl.history.HistoryLevel.HISTORY_LEVEL_FULL));
  }

  private static ProcessEngineConfigurationImpl settings() {
    ProcessEngineConfigurationImpl engine = new StandaloneProcessEngineConfiguration();
    LiveProgram.bean(EngineSettings.class).preInit(engine);
    engine.setHistoryLevel(LiveProgram.bean(SocleHistoryLevel.class));
    engine.setTenantCheckEnabled(true);
    return engine;
  }

  private static void start(ProcessEngineConfigurationImpl engine) {
    new ExpectedSettings(engine, LiveProgram.bean(DataSource.class)).afterSingletonsInstantiated();
  }

  @Test
  void startsWithTheSettingsAsTheyAre() {
    assertThatCode(() -> start(settings())).doesNotThrowAnyException();
    assertThatCode(() -> start(LiveProgram.bean(ProcessEngineConfigurationImpl.class)))
        .doesNotThrowAnyException();
  }

  @TestFactory
  Stream<DynamicTest> refusesToStartWhenOneIsOpened() {
    return OPENED.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey(),
                    () -> {
                      ProcessEngineConfigurationImpl engine = settings();
                      each.getValue().accept(engine);
                      assertThatThrownBy(() -> start(engine))
                          .isInstanceOf(IllegalStateException.class)
                          .hasMessageEndingWith(each.getKey());
                    }));
  }

  private static Object value(ExpressionManager expressions, String expression) {
    return LiveProgram.bean(ProcessEngineConfigurationImpl.class)
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                expressions
                    .createExpression(expression)
                    .getValue(StartProcessVariableScope.getSharedInstance()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${''.getClass().forName('java.lang.Runtime')}",
        "${''.getClass()}",
        "${''.class}",
        "${'a'.length()}",
        "${'a'.concat('b')}",
        "${now().toString()}",
        "${now().time}",
        "${registerRequestDelegate.class}"
      })
  void callsNoMethodAndReadsNoPropertyInAnExpression(String expression) {
    ExpressionManager ours =
        LiveProgram.bean(ProcessEngineConfigurationImpl.class).getExpressionManager();
    assertThatThrownBy(() -> value(ours, expression))
        .isInstanceOf(ProcessEngineException.class)
        .hasStackTraceContaining("Cannot");
    assertThatCode(() -> value(asDelivered(), expression)).doesNotThrowAnyException();
  }

  /** As the engine makes it for a program with Spring when nobody says otherwise. */
  private static ExpressionManager asDelivered() {
    SpringExpressionManager delivered =
        new SpringExpressionManager(
            WebApplicationContextUtils.getRequiredWebApplicationContext(
                LiveProgram.bean(ServletContext.class)));
    delivered.addFunction("now", ReflectUtil.getMethod(DateTimeFunctions.class, "now"));
    return delivered;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${dataSource}",
        "${environment}",
        "${accounts}",
        "${systemProperties}",
        "${taskService}"
      })
  void knowsNoBeanThatIsNoDelegate(String expression) {
    ExpressionManager ours =
        LiveProgram.bean(ProcessEngineConfigurationImpl.class).getExpressionManager();
    assertThatThrownBy(() -> value(ours, expression))
        .isInstanceOf(ProcessEngineException.class)
        .hasStackTraceContaining("Unknown property");
    assertThat(value(asDelivered(), expression)).isNotNull();
  }

  @Test
  void stillKnowsWhatTheModelsAndTheFiltersName() {
    ExpressionManager ours =
        LiveProgram.bean(ProcessEngineConfigurationImpl.class).getExpressionManager();
    assertThat(value(ours, "${registerRequestDelegate}").getClass().getSimpleName())
        .startsWith("RegisterRequestDelegate");
    assertThat(value(ours, "${'ACCEPT' == 'ACCEPT'}")).isEqualTo(true);
    assertThat(value(ours, "${now()}")).isNotNull();
  }

  @Test
  void refusesAStoredFilterWithAnotherExpression() {
    TaskService tasks = LiveProgram.bean(TaskService.class);
    for (TaskQuery query :
        new TaskQuery[] {
          tasks.createTaskQuery().taskNameLike("x").taskAssigneeExpression("${now().class}"),
          tasks.createTaskQuery().or().taskOwnerExpression("${currentUser()} ").endOr()
        }) {
      FilterService filters = LiveProgram.bean(FilterService.class);
      Filter stored = filters.newTaskFilter("intruder").setQuery(query);
      filters.saveFilter(stored);
      try {
        assertThatThrownBy(
                () -> LiveProgram.bean(TasklistFilters.class).afterSingletonsInstantiated())
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("intruder");
      } finally {
        filters.deleteFilter(stored.getId());
      }
    }
    assertThatCode(() -> LiveProgram.bean(TasklistFilters.class).afterSingletonsInstantiated())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.socle.security.NewAccount",
        "org.springframework.context.support.ClassPathXmlApplicationContext",
        "javax.swing.JEditorPane",
        "com.zaxxer.hikari.HikariConfig"
      })
  void deserializesNoClassOfOursNorOfOthers(String type) {
    ProcessEngineConfigurationImpl engine = LiveProgram.bean(ProcessEngineConfigurationImpl.class);
    assertThat(engine.getDeserializationTypeValidator().validate(type)).isFalse();
    assertThat(engine.getDeserializationTypeValidator().validate("java.lang.String")).isTrue();
  }

  @Test
  void readsNoFileThatAModelNames(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "told");
    String model =
        """
        <!DOCTYPE definitions [<!ENTITY told SYSTEM "%s">]>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
          <process id="told" isExecutable="true"><documentation>&told;</documentation></process>
        </definitions>
        """
            .formatted(secret.toUri());
    assertThatThrownBy(
            () ->
                LiveProgram.bean(RepositoryService.class)
                    .createDeployment()
                    .addString("told.bpmn", model)
                    .deploy())
        .hasStackTraceContaining("DOCTYPE");
  }
}
