package org.socle.workflow.dialogueround;

import java.util.Map;
import org.socle.dialogue.Rounds;
import org.socle.dialogue.Rounds.Convocation;
import org.socle.workflow.task.EarlierValues;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** The secretariat fixes date, place, mode, term and agenda of a round. */
@Component
class ConveneRoundStep implements TaskStep {

  private final Rounds rounds;

  ConveneRoundStep(Rounds rounds) {
    this.rounds = rounds;
  }

  @Override
  public String element() {
    return "userTask_conveneRound";
  }

  @Override
  public Map<String, String> earlier(String caseId, Map<String, String> ids) {
    return rounds
        .current(caseId)
        .map(
            round ->
                EarlierValues.of(
                    "date", round.date(),
                    "place", round.place(),
                    "mode", round.mode(),
                    "answerTerm", round.answerTerm(),
                    "agenda", round.agenda()))
        .orElse(Map.of());
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    Convocation convocation =
        new Convocation(
            values.dateOrNull("date"),
            values.textOrNull("place"),
            values.textOrNull("mode"),
            values.wholeOrNull("answerTerm"),
            values.textOrNull("agenda"));
    return Map.of(
        DialogueRoundProcess.ROUND_ID, rounds.convene(task.caseId(), convocation, task.actor()));
  }
}
