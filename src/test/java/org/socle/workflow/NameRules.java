package org.socle.workflow;

import static org.socle.workflow.ModelFolder.base;
import static org.socle.workflow.ModelFolder.camel;
import static org.socle.workflow.ModelFolder.capital;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;

/** How files, elements, flows, messages and delegates are named; each rule lists what breaks it. */
final class NameRules {

  private static final Map<Class<? extends FlowNode>, String> PREFIXES =
      Map.ofEntries(
          Map.entry(StartEvent.class, "startEvent_"),
          Map.entry(EndEvent.class, "endEvent_"),
          Map.entry(BoundaryEvent.class, "event_"),
          Map.entry(UserTask.class, "userTask_"),
          Map.entry(ServiceTask.class, "serviceTask_"),
          Map.entry(SendTask.class, "sendTask_"),
          Map.entry(ReceiveTask.class, "receiveTask_"),
          Map.entry(BusinessRuleTask.class, "businessRuleTask_"),
          Map.entry(CallActivity.class, "callActivity_"),
          Map.entry(SubProcess.class, "subProcess_"),
          Map.entry(Gateway.class, "gateway_"));

  private NameRules() {}

  static List<String> files(ModelFolder folder) {
    List<String> broken = new ArrayList<>();
    folder.models().forEach((file, model) -> broken.addAll(processes(file, model)));
    folder
        .decisions()
        .forEach(
            (file, model) -> {
              List<String> ids =
                  model.getModelElementsByType(Decision.class).stream()
                      .map(Decision::getId)
                      .toList();
              if (!ids.equals(List.of(base(file)))) {
                broken.add(file.getFileName() + " holds decisions " + ids);
              }
            });
    folder
        .forms()
        .forEach(
            (file, form) -> {
              if (!base(file).equals(form.path("id").asText())) {
                broken.add(file.getFileName() + " holds form " + form.path("id").asText());
              }
            });
    return broken;
  }

  private static List<String> processes(Path file, BpmnModelInstance model) {
    List<String> ids =
        model.getModelElementsByType(Process.class).stream().map(Process::getId).toList();
    boolean folderIsId = base(file).equals(file.getParent().getFileName().toString());
    boolean first = !ids.isEmpty() && ids.get(0).equals(base(file));
    boolean rest = ids.stream().skip(1).allMatch(id -> id.startsWith(base(file) + "-"));
    return folderIsId && first && rest ? List.of() : List.of(file + " holds processes " + ids);
  }

  static List<String> uniqueFiles(ModelFolder folder) {
    Map<String, Path> seen = new HashMap<>();
    return folder.files().stream()
        .filter(file -> seen.putIfAbsent(file.getFileName().toString().toLowerCase(), file) != null)
        .map(
            file ->
                file + " has the name of " + seen.get(file.getFileName().toString().toLowerCase()))
        .toList();
  }

  static List<String> elements(ModelFolder folder) {
    return folder.all(FlowNode.class).stream()
        .filter(node -> !node.getId().equals(idOf(node)) && !isJoin(node))
        .map(node -> node.getId() + " should be " + idOf(node))
        .toList();
  }

  private static String idOf(FlowNode node) {
    String prefix =
        PREFIXES.entrySet().stream()
            .filter(entry -> entry.getKey().isInstance(node))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("unknown_");
    return prefix + (node.getName() == null ? "" : camel(node.getName()));
  }

  private static boolean isJoin(FlowNode node) {
    return node instanceof Gateway
        && node.getName() == null
        && node.getId().matches("gateway_[a-z][A-Za-z]*Join")
        && node.getIncoming().size() > 1
        && node.getOutgoing().size() == 1;
  }

  static List<String> flows(ModelFolder folder) {
    return folder.all(SequenceFlow.class).stream()
        .filter(flow -> !flow.getId().equals(idOf(flow)))
        .map(flow -> flow.getId() + " should be " + idOf(flow))
        .toList();
  }

  private static String idOf(SequenceFlow flow) {
    String from = local(flow.getSource().getId());
    return flow.getName() == null
        ? "flow_" + from + "To" + capital(local(flow.getTarget().getId()))
        : "flow_" + from + capital(camel(flow.getName()));
  }

  private static String local(String id) {
    return id.substring(id.indexOf('_') + 1);
  }

  static List<String> messagesAndPools(ModelFolder folder) {
    Stream<String> messages =
        folder.all(Message.class).stream()
            .filter(
                m ->
                    !m.getName().matches("[a-z-]+\\.[a-z-]+")
                        || !m.getId().equals("Message_" + camel(m.getName())))
            .map(m -> m.getId() + " is named " + m.getName());
    Stream<String> pools =
        folder.all(Participant.class).stream()
            .filter(pool -> !pool.getId().equals("participant_" + camel(pool.getName())))
            .map(pool -> pool.getId() + " is named " + pool.getName());
    return Stream.concat(messages, pools).toList();
  }

  static List<String> delegates(ModelFolder folder) {
    return automatic(folder)
        .filter(
            node ->
                node.getName() == null
                    || !expression(node).equals("${" + camel(node.getName()) + "Delegate}"))
        .map(node -> node.getId() + " calls " + expression(node))
        .toList();
  }

  /** One label, one bean: a label of an automatic task names one element in all models. */
  static List<String> oneBeanPerLabel(ModelFolder folder) {
    Map<String, String> seen = new HashMap<>();
    return automatic(folder)
        .filter(node -> seen.putIfAbsent(expression(node), node.getId()) != null)
        .map(
            node ->
                node.getId() + " calls " + expression(node) + " like " + seen.get(expression(node)))
        .toList();
  }

  /** Tasks that the program does itself. */
  static Stream<FlowNode> automatic(ModelFolder folder) {
    return folder.all(FlowNode.class).stream()
        .filter(
            n ->
                n instanceof ServiceTask || n instanceof SendTask || n instanceof BusinessRuleTask);
  }

  private static String expression(FlowNode node) {
    return String.valueOf(node.getAttributeValueNs(EngineRules.CAMUNDA, "delegateExpression"));
  }
}
