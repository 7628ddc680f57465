package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many cases walk at random, and every one comes to a recorded end.
 *
 * <p>{@code -Dwalk.seed=} repeats one walk, {@code -Dwalk.count=} walks as many from there.
 */
class RandomWalkTests extends RandomWalk {

  private static final long SEED = 20261125;
  private static final int FEW = 40;
  private static final int MANY = 1000;

  private final Set<String> passed = new TreeSet<>();
  private final Map<String, Integer> outcomes = new TreeMap<>();

  @Test
  void everyWalkComesToARecordedEnd() {
    walks(SEED, FEW);
  }

  @Test
  @Tag("long")
  void everyOneOfManyWalksComesToARecordedEnd() {
    walks(System.nanoTime(), MANY);
  }

  @Test
  void oneSeedMakesOneWalk() {
    walk(SEED);
    List<String> first = steps();
    walk(SEED);
    assertThat(steps()).isEqualTo(first);
  }

  private void walks(long offered, int usual) {
    boolean chosen = System.getProperty("walk.seed") != null;
    long seed = Long.getLong("walk.seed", offered);
    int count = Integer.getInteger("walk.count", chosen ? 1 : usual);
    System.out.printf("random walks: seeds %d to %d%n", seed, seed + count - 1);
    for (int walk = 0; walk < count; walk++) {
      walk(seed + walk);
      passed.addAll(passedNodes());
      outcomes.merge(outcome(), 1, Integer::sum);
    }
    Set<String> missed = nodes();
    int all = missed.size();
    missed.removeAll(passed);
    System.out.printf(
        "random walks: %d cases, %d choices, outcomes %s, %d of %d flow nodes passed; not passed: %s%n",
        count, choices(), outcomes, all - missed.size(), all, missed);
    assertThat(choices()).as("choices").isGreaterThanOrEqualTo(count);
  }

  private String outcome() {
    return jdbc.sql("select outcome from national_process where id = ?")
        .param(caseId)
        .query(String.class)
        .single();
  }

  private Set<String> passedNodes() {
    return new TreeSet<>(
        jdbc.sql(
                """
                select distinct a.proc_def_key_ || '/' || a.act_id_ from act_hi_actinst a
                join act_hi_procinst p on p.id_ = a.proc_inst_id_ where p.business_key_ = ?
                """)
            .param(caseId)
            .query(String.class)
            .list());
  }

  private Set<String> nodes() {
    return repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .flatMap(
            definition ->
                repository
                    .getBpmnModelInstance(definition.getId())
                    .getModelElementsByType(FlowNode.class)
                    .stream()
                    .filter(node -> of(definition, node))
                    .map(node -> definition.getKey() + "/" + node.getId()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A file may hold several processes. */
  private static boolean of(ProcessDefinition definition, FlowNode node) {
    var parent = node.getParentElement();
    while (parent != null && !(parent instanceof org.camunda.bpm.model.bpmn.instance.Process)) {
      parent = parent.getParentElement();
    }
    return parent instanceof org.camunda.bpm.model.bpmn.instance.Process process
        && process.getId().equals(definition.getKey());
  }
}
