package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Breaks a copy of the models in one place and sees that the rule for it says so, so that no rule
 * is blind.
 */
class ModelRulesTests {

  private static final Path PROCESSES = Path.of("processes");
  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final String GROUP = "working-group/working-group.bpmn";
  private static final String REQUEST = "support-request/support-request.bpmn";
  private static final String PARENT = "national-process/national-process.bpmn";
  private static final String FORM = "working-group/record-legal-act.form";

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaks")
  void reportsWhatIsBroken(
      String what,
      Function<ModelFolder, List<String>> rule,
      String file,
      String old,
      String broken,
      String report,
      @TempDir Path copy)
      throws IOException {
    copy(PROCESSES, copy.resolve("processes"));
    copy(MESSAGES, copy.resolve("messages"));
    Path target =
        file.startsWith("messages/") ? copy.resolve(file) : copy.resolve("processes").resolve(file);
    String text = Files.readString(target);
    assertThat(text).contains(old);
    Files.writeString(target, text.replace(old, broken));
    ModelFolder folder = ModelFolder.read(copy.resolve("processes"), copy.resolve("messages"));
    assertThat(rule.apply(folder)).anySatisfy(line -> assertThat(line).contains(report));
  }

  @Test
  void reportsFilesOfOneName(@TempDir Path copy) throws IOException {
    copy(PROCESSES, copy);
    Files.copy(copy.resolve(FORM), copy.resolve("validation/Record-legal-act.form"));
    assertThat(NameRules.uniqueFiles(ModelFolder.read(copy, MESSAGES))).hasSize(1);
  }

  static Stream<Arguments> breaks() {
    return Stream.concat(names(), Stream.concat(engine(), forms()));
  }

  private static Stream<Arguments> names() {
    return Stream.of(
        breaks(
            "process id",
            NameRules::files,
            PARENT,
            "\"national-process\"",
            "\"the-process\"",
            "the-process"),
        breaks(
            "second pool's id",
            NameRules::files,
            GROUP,
            "working-group-nomination",
            "nomination",
            "nomination"),
        breaks(
            "decision id",
            NameRules::files,
            "working-group/check-composition.dmn",
            "\"check-composition\"",
            "\"x\"",
            "[x]"),
        breaks("form id", NameRules::files, FORM, "\"record-legal-act\"", "\"act\"", "form act"),
        breaks(
            "element id",
            NameRules::elements,
            GROUP,
            "userTask_mapStakeholders",
            "userTask_map",
            "userTask_map should"),
        breaks(
            "prefix",
            NameRules::elements,
            GROUP,
            "receiveTask_await",
            "userTask_await",
            "should be receiveTask_"),
        breaks(
            "join id",
            NameRules::elements,
            GROUP,
            "gateway_nominationsJoin",
            "gateway_join",
            "gateway_join"),
        breaks(
            "flow id",
            NameRules::flows,
            GROUP,
            "flow_compositionCompleteYes",
            "flow_yes",
            "flow_yes should"),
        breaks(
            "message",
            NameRules::messagesAndPools,
            GROUP,
            "name=\"nomination.asked\"",
            "name=\"askNomination\"",
            "askNomination"),
        breaks(
            "pool",
            NameRules::messagesAndPools,
            GROUP,
            "name=\"Institution\"",
            "name=\"Seat\"",
            "participant_institution"),
        breaks(
            "delegate",
            NameRules::delegates,
            GROUP,
            "${closeNominationsDelegate}",
            "${closeDelegate}",
            "closeDelegate"),
        breaks(
            "bean twice",
            NameRules::oneBeanPerLabel,
            GROUP,
            "closeNominationsDelegate",
            "closeRoundDelegate",
            "closeRound"));
  }

  private static Stream<Arguments> engine() {
    return Stream.of(
        breaks(
            "time-to-live",
            EngineRules::processes,
            GROUP,
            "P10950D",
            "P180D",
            "working-group lacks"),
        breaks(
            "version tag",
            EngineRules::processes,
            GROUP,
            "versionTag=\"1.0\"",
            "versionTag=\"2\"",
            "working-group lacks"),
        breaks(
            "decision's time-to-live",
            EngineRules::processes,
            "validation/determine-route.dmn",
            "P10950D",
            "P1D",
            "determine-route"),
        breaks(
            "start by hand",
            EngineRules::startedByHand,
            GROUP,
            "isStartableInTasklist=\"false\"",
            "isStartableInTasklist=\"true\"",
            "working-group can"),
        breaks(
            "class",
            EngineRules::code,
            GROUP,
            "camunda:delegateExpression=\"${closeNominationsDelegate}\"",
            "camunda:class=\"X\"",
            "closeNominations"),
        breaks(
            "expression",
            EngineRules::code,
            GROUP,
            "camunda:delegateExpression=\"${closeN",
            "camunda:expression=\"${closeN",
            "closeNominations"),
        breaks(
            "default flow",
            EngineRules::gateways,
            GROUP,
            "default=\"flow_compositionCompleteNo\"",
            "",
            "gateway_compositionComplete forks"),
        breaks(
            "question",
            EngineRules::gateways,
            GROUP,
            "Composition complete?",
            "Composition complete",
            "without a question"),
        breaks(
            "condition",
            EngineRules::gateways,
            GROUP,
            "${askAgain == true}",
            "${chair.wants()}",
            "flow_nextStepForGroupAskAgain"),
        breaks(
            "function",
            EngineRules::userTasks,
            GROUP,
            "camunda:candidateGroups=\"chair\"",
            "camunda:candidateGroups=\"chairman\"",
            "chairman"),
        breaks(
            "term",
            EngineRules::userTasks,
            GROUP,
            "value=\"10wd\"",
            "value=\"2 weeks\"",
            "userTask_resolveComposition"),
        breaks(
            "contribution's term",
            EngineRules::userTasks,
            GROUP,
            "value=\"own\"",
            "value=\"45d\"",
            "userTask_answerNomination"),
        breaks(
            "timer's reason",
            EngineRules::timers,
            GROUP,
            "Nominations are due after the country’s term, usually 15 days; after the end of nominations, usually 45 days, a seat that did not answer stays without members, and only the chair may declare it vacant; the check of the composition says whether the group",
            "",
            "event_nominationTermOver"),
        breaks(
            "number in a timer",
            EngineRules::timers,
            GROUP,
            "${deadline}",
            "2030-01-01T00:00:00",
            "event_nominationTermOver"),
        breaks(
            "save point's reason",
            EngineRules::timers,
            GROUP,
            "<bpmn:serviceTask id",
            "<bpmn:serviceTask camunda:asyncBefore=\"true\" id",
            "asynchronous"),
        breaks(
            "called process",
            EngineRules::calls,
            PARENT,
            "calledElement=\"working-group\"",
            "calledElement=\"group\"",
            "calls group"),
        breaks(
            "latest version",
            EngineRules::calls,
            PARENT,
            "camunda:calledElementBinding=\"deployment\"",
            "",
            "callActivity_"),
        breaks(
            "tenant of a called process",
            EngineRules::calls,
            PARENT,
            "<camunda:in source=\"country\" target=\"country\" />",
            "",
            "callActivity_"),
        breaks(
            "contributor",
            EngineRules::contributions,
            GROUP,
            "${candidateGroup}",
            "chair",
            "working-group-nomination is not"),
        breaks(
            "message flow",
            EngineRules::contributions,
            GROUP,
            "targetRef=\"startEvent_nominationAsked\"",
            "targetRef=\"endEvent_nominationAnswered\"",
            "not"),
        breaks(
            "shape",
            EngineRules::diagrams,
            GROUP,
            "bpmnElement=\"userTask_mapStakeholders\"",
            "bpmnElement=\"userTask_resolveComposition\"",
            "userTask_mapStakeholders"),
        breaks(
            "edge",
            EngineRules::diagrams,
            GROUP,
            "bpmnElement=\"flow_compositionCompleteYes\"",
            "bpmnElement=\"flow_compositionCompleteNo\"",
            "flow_compositionCompleteYes"),
        breaks(
            "incoming",
            EngineRules::diagrams,
            GROUP,
            "<bpmn:incoming>flow_compositionCompleteYes</bpmn:incoming>",
            "",
            "flow_compositionCompleteYes"));
  }

  private static Stream<Arguments> forms() {
    return Stream.of(
        breaks(
            "form's name",
            FormRules::references,
            GROUP,
            "formRef=\"map-stakeholders\"",
            "formRef=\"mapping\"",
            "userTask_mapStakeholders"),
        breaks(
            "form nobody uses",
            FormRules::references,
            GROUP,
            "formRef=\"map-stakeholders\"",
            "formRef=\"x\"",
            "map-stakeholders serves"),
        breaks(
            "latest form",
            FormRules::references,
            REQUEST,
            " camunda:formRefBinding=\"deployment\"",
            "",
            "userTask_"),
        breaks(
            "filepicker",
            FormRules::components,
            FORM,
            "\"textfield\"",
            "\"filepicker\"",
            "cannot render filepicker"),
        breaks(
            "dynamic list",
            FormRules::components,
            FORM,
            "\"textfield\"",
            "\"dynamiclist\"",
            "cannot render"),
        breaks(
            "condition in a form",
            FormRules::components,
            FORM,
            "\"validate\": {",
            "\"conditional\": {\"hide\": \"=true\"}, \"validate\": {",
            "computed"),
        breaks(
            "expression in a form",
            FormRules::components,
            FORM,
            "\"label\": \"Issued by\"",
            "\"label\": \"=office\"",
            "computed"),
        breaks(
            "long text",
            FormRules::components,
            FORM,
            "\"maxLength\": 200",
            "\"maxLength\": 5000",
            "limit"),
        breaks(
            "text without a limit",
            FormRules::components,
            FORM,
            "\"maxLength\": 200",
            "\"minLength\": 1",
            "limit"),
        breaks(
            "label",
            FormRules::components,
            FORM,
            "\"label\": \"Issued by\"",
            "\"label\": \"\"",
            "no label"),
        breaks("required", FormRules::components, FORM, "\"required\"", "\"wanted\"", "required"),
        breaks(
            "key twice",
            FormRules::components,
            FORM,
            "\"key\": \"issuer\"",
            "\"key\": \"number\"",
            "twice"),
        breaks(
            "schema",
            FormRules::components,
            FORM,
            "\"schemaVersion\": 16",
            "\"schemaVersion\": 19",
            "platform"),
        breaks(
            "missing French",
            FormRules::texts,
            "messages/form_fr.properties",
            "form.record-legal-act.issuer.label=",
            "x=",
            "fr lacks form.record-legal-act.issuer.label"),
        breaks(
            "missing Spanish",
            FormRules::texts,
            "messages/form_es.properties",
            "task.userTask_mapStakeholders.name=",
            "x=",
            "es lacks task.userTask_mapStakeholders.name"),
        breaks(
            "new option",
            FormRules::texts,
            FORM,
            "\"value\": \"DECREE\"",
            "\"value\": \"LAW\"",
            "option.LAW"),
        breaks(
            "left-over text",
            FormRules::texts,
            "messages/form.properties",
            "process.validation.name",
            "process.old.name",
            "en keeps process.old.name"),
        breaks(
            "apostrophe",
            FormRules::texts,
            "messages/form_fr.properties",
            "’",
            "'",
            "fr has a character"),
        breaks(
            "other English",
            FormRules::englishTexts,
            "messages/form.properties",
            "=Map stakeholders",
            "=Map actors",
            "userTask_mapStakeholders.name"));
  }

  private static Arguments breaks(
      String what,
      Function<ModelFolder, List<String>> rule,
      String file,
      String old,
      String broken,
      String report) {
    return Arguments.of(what, rule, file, old, broken, report);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
