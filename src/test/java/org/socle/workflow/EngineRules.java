package org.socle.workflow;

import static org.socle.workflow.ModelFolder.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageFlow;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.socle.country.Term;
import org.socle.security.Function;

/**
 * What the engine needs from a model and what a model must not ask of it; each rule lists what
 * breaks it.
 */
final class EngineRules {

  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final String TIME_TO_LIVE = "P10950D";
  private static final List<String> WITH_CONFIRMATION =
      List.of(
          "endEvent",
          "endEvent",
          "exclusiveGateway",
          "exclusiveGateway",
          "exclusiveGateway",
          "startEvent",
          "userTask",
          "userTask");

  private static final Set<String> CONTRIBUTOR = Set.of("${candidateGroup}");
  private static final Set<String> CHOSEN_FUNCTION = Set.of("${decidingFunction}");
  private static final Set<String> FORBIDDEN_ELEMENTS =
      Set.of(
          "script",
          "scriptTask",
          "executionListener",
          "taskListener",
          "connector",
          "formData",
          "multiInstanceLoopCharacteristics");
  private static final Set<String> FORBIDDEN_ATTRIBUTES =
      Set.of(
          "class",
          "expression",
          "type",
          "topic",
          "resultVariable",
          "decisionRef",
          "assignee",
          "dueDate",
          "formKey");

  private EngineRules() {}

  static List<String> processes(ModelFolder folder) {
    Stream<String> processes =
        folder.all(Process.class).stream()
            .filter(
                p ->
                    !p.isExecutable()
                        || p.getName() == null
                        || p.getDocumentations().isEmpty()
                        || !TIME_TO_LIVE.equals(p.getCamundaHistoryTimeToLiveString())
                        || !"1.0".equals(p.getCamundaVersionTag()))
            .map(
                p ->
                    p.getId()
                        + " lacks executable, name, documentation, time-to-live or version tag");
    Stream<String> decisions =
        folder.decisions().values().stream()
            .flatMap(model -> model.getModelElementsByType(Decision.class).stream())
            .filter(
                d ->
                    !TIME_TO_LIVE.equals(d.getCamundaHistoryTimeToLiveString())
                        || !"1.0".equals(d.getVersionTag()))
            .map(d -> d.getId() + " lacks time-to-live or version tag");
    return Stream.concat(processes, decisions).toList();
  }

  static List<String> startedByHand(ModelFolder folder) {
    return folder.all(Process.class).stream()
        .filter(p -> p.isCamundaStartableInTasklist() != p.getId().equals("national-process"))
        .map(
            p ->
                p.getId()
                    + (p.isCamundaStartableInTasklist() ? " can" : " cannot")
                    + " be started in Tasklist")
        .toList();
  }

  static List<String> code(ModelFolder folder) {
    List<String> broken = new ArrayList<>();
    folder
        .models()
        .forEach((file, model) -> code(model.getDocument().getRootElement(), base(file), broken));
    return broken;
  }

  private static void code(DomElement element, String where, List<String> broken) {
    boolean attribute =
        FORBIDDEN_ATTRIBUTES.stream().anyMatch(name -> element.getAttribute(CAMUNDA, name) != null);
    if (attribute || FORBIDDEN_ELEMENTS.contains(element.getLocalName())) {
      broken.add(where + ": " + element.getLocalName() + " " + element.getAttribute("id"));
    }
    element.getChildElements().forEach(child -> code(child, where, broken));
  }

  static List<String> gateways(ModelFolder folder) {
    List<String> broken = new ArrayList<>();
    for (ExclusiveGateway gateway : folder.all(ExclusiveGateway.class)) {
      boolean forks = gateway.getOutgoing().size() > 1;
      boolean asks = gateway.getName() != null && gateway.getName().endsWith("?");
      if (forks && (!asks || gateway.getDefault() == null)) {
        broken.add(gateway.getId() + " forks without a question or a default flow");
      }
      gateway.getOutgoing().stream()
          .filter(flow -> forks && !answers(gateway, flow))
          .map(BaseElement::getId)
          .forEach(
              flow -> broken.add(flow + " has no answer, or a condition that is not one flag"));
    }
    folder.all(FlowNode.class).stream()
        .filter(node -> !(node instanceof ExclusiveGateway))
        .filter(node -> node.getOutgoing().size() > 1 || node.getIncoming().size() > 1)
        .forEach(node -> broken.add(node.getId() + " forks or joins without a gateway"));
    return broken;
  }

  private static boolean answers(ExclusiveGateway gateway, SequenceFlow flow) {
    String condition =
        flow.getConditionExpression() == null ? "" : flow.getConditionExpression().getTextContent();
    boolean valid =
        flow.equals(gateway.getDefault())
            ? condition.isEmpty()
            : condition.matches("\\$\\{[a-z][A-Za-z]+ == (true|false|'[A-Z_]+')}");
    return valid && flow.getName() != null;
  }

  static List<String> userTasks(ModelFolder folder) {
    return folder.all(UserTask.class).stream()
        .filter(task -> !hasKnownGroup(task) || !hasTerm(task) || !isDocumented(task, 60))
        .map(
            task ->
                task.getId()
                    + " lacks a known function, a term or a documentation: "
                    + task.getCamundaCandidateGroups())
        .toList();
  }

  private static boolean hasKnownGroup(UserTask task) {
    String group = String.valueOf(task.getCamundaCandidateGroups());
    return Function.ofGroup(group).isPresent()
        || CONTRIBUTOR.contains(group)
        || CHOSEN_FUNCTION.contains(group);
  }

  private static boolean hasTerm(UserTask task) {
    String term =
        task.getModelInstance().getModelElementsByType(CamundaProperty.class).stream()
            .filter(
                p ->
                    "term".equals(p.getCamundaName())
                        && task.equals(p.getParentElement().getParentElement().getParentElement()))
            .map(CamundaProperty::getCamundaValue)
            .collect(Collectors.joining(","));
    if (CONTRIBUTOR.contains(String.valueOf(task.getCamundaCandidateGroups()))) {
      return (isConfirmation(task) ? "confirmation" : "own").equals(term);
    }
    return term.matches("\\d{1,4}(wd|d)") && Term.parse(term).amount() > 0;
  }

  private static boolean isConfirmation(UserTask task) {
    return "userTask_confirmAnswer".equals(task.getId());
  }

  private static boolean isDocumented(BaseElement element, int atLeast) {
    return element.getDocumentations().stream()
        .anyMatch(d -> d.getTextContent().length() >= atLeast);
  }

  /**
   * A timer waits for a date that a delegate computed; a save point says so in its documentation,
   * and why.
   */
  static List<String> timers(ModelFolder folder) {
    Stream<String> timers =
        folder.all(TimerEventDefinition.class).stream()
            .filter(
                timer ->
                    !isDocumented((BaseElement) timer.getParentElement(), 40)
                        || !timer.getTextContent().strip().matches("\\$\\{[a-zA-Z]+}|R/P1Y"))
            .map(timer -> timer.getId() + " lacks a reason or carries a number of its own");
    Stream<String> saves =
        folder.all(FlowNode.class).stream()
            .filter(node -> node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter())
            .filter(
                node ->
                    node.getDocumentations().stream()
                        .noneMatch(d -> d.getTextContent().contains("Save point")))
            .map(node -> node.getId() + " is asynchronous without a reason");
    return Stream.concat(timers, saves).toList();
  }

  static List<String> calls(ModelFolder folder) {
    Set<String> keys =
        folder.all(Process.class).stream().map(Process::getId).collect(Collectors.toSet());
    return folder.all(CallActivity.class).stream()
        .filter(
            call ->
                !keys.contains(call.getCalledElement())
                    || !"deployment".equals(call.getCamundaCalledElementBinding())
                    || !carriesCase(call))
        .map(call -> call.getId() + " calls " + call.getCalledElement())
        .toList();
  }

  private static boolean carriesCase(CallActivity call) {
    var in = call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list();
    Set<String> sources = in.stream().map(CamundaIn::getCamundaSource).collect(Collectors.toSet());
    return sources.containsAll(List.of("country", "caseId"))
        && in.stream()
            .anyMatch(i -> "#{execution.processBusinessKey}".equals(i.getCamundaBusinessKey()));
  }

  /**
   * A second pool is one message start, one task of the one who is asked, one end, and is drawn
   * with its message flows; around the task may stand the confirmation of what staff entered.
   */
  static List<String> contributions(ModelFolder folder) {
    Set<String> files =
        folder.models().keySet().stream().map(ModelFolder::base).collect(Collectors.toSet());
    return folder.all(Process.class).stream()
        .filter(process -> files.contains(process.getId()) == isContribution(process, folder))
        .map(
            process ->
                process.getId()
                    + " is "
                    + (files.contains(process.getId()) ? "" : "not ")
                    + "built as a contribution")
        .toList();
  }

  private static boolean isContribution(Process process, ModelFolder folder) {
    List<String> kinds =
        process.getChildElementsByType(FlowNode.class).stream()
            .map(node -> node.getElementType().getTypeName())
            .sorted()
            .toList();
    return (kinds.equals(List.of("endEvent", "startEvent", "userTask"))
            || kinds.equals(WITH_CONFIRMATION))
        && process.getChildElementsByType(StartEvent.class).stream()
            .allMatch(
                start ->
                    !start.getChildElementsByType(MessageEventDefinition.class).isEmpty()
                        && isMessageEnd(folder, start))
        && process.getChildElementsByType(UserTask.class).stream()
            .allMatch(
                task ->
                    CONTRIBUTOR.contains(task.getCamundaCandidateGroups())
                        && (isConfirmation(task) || isMessageEnd(folder, task)));
  }

  private static boolean isMessageEnd(ModelFolder folder, FlowNode node) {
    return folder.all(MessageFlow.class).stream()
        .anyMatch(flow -> node.equals(flow.getSource()) || node.equals(flow.getTarget()));
  }

  static List<String> diagrams(ModelFolder folder) {
    Set<Object> shapes =
        folder.all(BpmnShape.class).stream()
            .map(BpmnShape::getBpmnElement)
            .collect(Collectors.toSet());
    Set<Object> edges =
        folder.all(BpmnEdge.class).stream()
            .filter(edge -> edge.getWaypoints().size() > 1)
            .map(BpmnEdge::getBpmnElement)
            .collect(Collectors.toSet());
    Stream<BaseElement> nodes =
        Stream.concat(folder.all(FlowNode.class).stream(), folder.all(Participant.class).stream());
    Stream<BaseElement> lines =
        Stream.concat(
            folder.all(SequenceFlow.class).stream(), folder.all(MessageFlow.class).stream());
    Stream<BaseElement> loose =
        folder.all(SequenceFlow.class).stream()
            .filter(
                f ->
                    !f.getSource().getOutgoing().contains(f)
                        || !f.getTarget().getIncoming().contains(f))
            .map(f -> f);
    return Stream.of(
            nodes.filter(e -> !shapes.contains(e)), lines.filter(e -> !edges.contains(e)), loose)
        .flatMap(s -> s)
        .map(e -> e.getId() + " is not drawn")
        .toList();
  }
}
