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
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.jspecify.annotations.Nullable;

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
            Comparator.comparing((SequenceFlow flow) -> !straight(node, flow.getTarget()))
                .thenComparing(flow -> !isDefault(node, flow)))
        .map(SequenceFlow::getTarget);
  }

  private static boolean isDefault(FlowNode node, SequenceFlow flow) {
    return flow.getId().equals(node.getAttributeValue("default"));
  }

  private static boolean straight(FlowNode from, FlowNode to) {
    Bounds left = bounds(from);
    Bounds right = bounds(to);
    return left != null
        && right != null
        && right.getX() > left.getX()
        && Math.abs(middle(left) - middle(right)) <= STRAIGHT;
  }

  private static @Nullable Bounds bounds(FlowNode node) {
    return node.getDiagramElement() instanceof BpmnShape shape ? shape.getBounds() : null;
  }

  private static double middle(Bounds bounds) {
    return bounds.getY() + bounds.getHeight() / 2;
  }
}
