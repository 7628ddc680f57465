package org.socle.workflow.engine;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/**
 * What follows an element if nothing happens out of turn: the models draw that course as a straight
 * line, so the way goes straight on where it may and by the default flow where it may not.
 */
final class WayAhead {

  private static final double STRAIGHT = 1;

  private WayAhead() {}

  /** Ids of the elements after the given one, gateways left out, each once. */
  static List<String> of(BpmnModelInstance model, String element) {
    Set<String> seen = new LinkedHashSet<>();
    if (model.getModelElementById(element) instanceof FlowNode start) {
      seen.add(element);
      Optional<FlowNode> next = after(start);
      while (next.isPresent() && seen.add(next.get().getId())) {
        next = after(next.get());
      }
    }
    return seen.stream()
        .skip(1)
        .filter(id -> !(model.getModelElementById(id) instanceof Gateway))
        .toList();
  }

  private static Optional<FlowNode> after(FlowNode node) {
    if (node.getOutgoing().isEmpty()) {
      return node.getParentElement() instanceof SubProcess scope ? after(scope) : Optional.empty();
    }
    return node.getOutgoing().stream()
        .min(
            Comparator.comparing((SequenceFlow flow) -> !straight(flow))
                .thenComparing(flow -> !isDefault(node, flow)))
        .map(SequenceFlow::getTarget);
  }

  private static boolean isDefault(FlowNode node, SequenceFlow flow) {
    return flow.getId().equals(node.getAttributeValue("default"));
  }

  /** Whether a flow is drawn as one line from left to right. */
  private static boolean straight(SequenceFlow flow) {
    BpmnEdge edge = flow.getDiagramElement();
    if (edge == null || edge.getWaypoints().isEmpty()) {
      return false;
    }
    List<Waypoint> points = List.copyOf(edge.getWaypoints());
    Waypoint first = points.get(0);
    return points.get(points.size() - 1).getX() > first.getX()
        && points.stream().allMatch(point -> Math.abs(point.getY() - first.getY()) <= STRAIGHT);
  }
}
