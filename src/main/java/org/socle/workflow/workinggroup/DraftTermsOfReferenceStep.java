package org.socle.workflow.workinggroup;

import java.util.Map;
import org.socle.stakeholder.TermsOfReference;
import org.socle.stakeholder.WorkingGroup;
import org.socle.stakeholder.WorkingGroups;
import org.socle.workflow.task.EarlierValues;
import org.socle.workflow.task.FormValues;
import org.socle.workflow.task.TaskContext;
import org.socle.workflow.task.TaskStep;
import org.springframework.stereotype.Component;

/** The secretariat drafts the terms of reference. */
@Component
class DraftTermsOfReferenceStep implements TaskStep {

  private final WorkingGroups workingGroups;

  DraftTermsOfReferenceStep(WorkingGroups workingGroups) {
    this.workingGroups = workingGroups;
  }

  @Override
  public String element() {
    return "userTask_draftTermsOfReference";
  }

  @Override
  public Map<String, String> earlier(String caseId, Map<String, String> ids) {
    return workingGroups
        .find(caseId)
        .map(WorkingGroup::terms)
        .map(
            terms ->
                EarlierValues.of(
                    "mandate", terms.mandate(),
                    "decisionRule", terms.decisionRule(),
                    "quorumProfile", terms.quorumProfile(),
                    "maxRounds", terms.maxRounds(),
                    "languages", terms.languages()))
        .orElse(Map.of());
  }

  @Override
  public void check(TaskContext task, FormValues values) {
    workingGroups.checkQuorum(task.caseId(), values.text("quorumProfile"));
  }

  @Override
  public Map<String, Object> accept(TaskContext task, FormValues values) {
    workingGroups.draftTerms(
        task.caseId(),
        new TermsOfReference(
            values.textOrNull("mandate"),
            values.textOrNull("decisionRule"),
            values.textOrNull("quorumProfile"),
            values.wholeOrNull("maxRounds"),
            values.textOrNull("languages")),
        task.actor());
    return Map.of();
  }
}
