package org.socle.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;

class WayAheadTests {

  @Test
  void goesStraightThroughEveryPhase() {
    assertThat(ahead("national-process", "serviceTask_registerRequest"))
        .containsExactly(
            "callActivity_examineRequest",
            "callActivity_formWorkingGroup",
            "callActivity_holdDialogue",
            "callActivity_validateResult",
            "serviceTask_closeCase",
            "endEvent_caseClosed");
  }

  @Test
  void comesBackToTheStraightLineFromASideWay() {
    assertThat(ahead("support-request", "userTask_answerClarification"))
        .startsWith(
            "businessRuleTask_checkAdmissibility",
            "userTask_checkRequest",
            "serviceTask_acceptRequest")
        .endsWith("endEvent_supportConfirmed")
        .doesNotHaveDuplicates();
  }

  @Test
  void takesTheWayWithoutAnObjection() {
    assertThat(ahead("dialogue-round", "receiveTask_awaitPositions"))
        .containsExactly(
            "serviceTask_closeRound",
            "businessRuleTask_determineConsensus",
            "endEvent_dialogueConcluded");
  }

  @Test
  void hasNothingAfterAnEndOrAnUnknownElement() {
    assertThat(ahead("national-process", "endEvent_caseClosed")).isEmpty();
    assertThat(ahead("national-process", "userTask_unknown")).isEmpty();
  }

  private static List<String> ahead(String process, String element) {
    return WayAhead.of(
        Bpmn.readModelFromFile(Path.of("processes", process, process + ".bpmn").toFile()), element);
  }
}
