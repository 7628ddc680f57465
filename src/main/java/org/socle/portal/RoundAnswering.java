package org.socle.portal;

import java.util.List;
import java.util.Map;
import org.socle.tracking.Actor;
import org.socle.tracking.FormSchema;
import org.socle.tracking.Forms;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Answers a round of the dialogue: one position for each open item. */
@Component
@Order(1)
class RoundAnswering implements Answering {

  private final RoundPage page;
  private final RoundAnswers answers;
  private final Forms forms;

  RoundAnswering(RoundPage page, RoundAnswers answers, Forms forms) {
    this.page = page;
    this.answers = answers;
    this.forms = forms;
  }

  @Override
  public boolean serves(String element) {
    return "userTask_answerPositions".equals(element);
  }

  @Override
  public String entryPage() {
    return "round-page";
  }

  @Override
  public String checkPage() {
    return "round-check";
  }

  @Override
  public void draw(
      DutyRow duty,
      Actor actor,
      Map<String, String> typed,
      List<FieldError> errors,
      Model model,
      Say say) {
    FormSchema source =
        duty.actsForOwner(actor)
            ? AssistedFields.only(forms.ofDuty(duty.id()))
            : new FormSchema("answer-positions", List.of());
    model.addAttribute("round", page.draw(duty, source, typed, errors, say));
  }

  @Override
  public void send(DutyRow duty, Map<String, String> typed, Actor actor) {
    answers.send(duty, typed, actor);
  }
}
