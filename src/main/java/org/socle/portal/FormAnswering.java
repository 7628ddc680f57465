package org.socle.portal;

import java.util.List;
import java.util.Map;
import org.socle.tracking.Actor;
import org.socle.tracking.FormSchema;
import org.socle.tracking.Forms;
import org.socle.tracking.InvalidFormException.FieldError;
import org.socle.tracking.TaskCompletion;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Answers a duty by the form of its user task. */
@Component
@Order(2)
class FormAnswering implements Answering {

  private final Forms forms;
  private final FormRenderer renderer;
  private final TaskCompletion completion;

  FormAnswering(Forms forms, FormRenderer renderer, TaskCompletion completion) {
    this.forms = forms;
    this.renderer = renderer;
    this.completion = completion;
  }

  @Override
  public boolean serves(String element) {
    return true;
  }

  @Override
  public String entryPage() {
    return "form-page";
  }

  @Override
  public String checkPage() {
    return "form-check";
  }

  @Override
  public void draw(
      DutyRow duty,
      Actor actor,
      Map<String, String> typed,
      List<FieldError> errors,
      Model model,
      Say say) {
    FormSchema form = AssistedFields.of(forms.ofDuty(duty.id()), duty.actsForOwner(actor));
    model.addAttribute("form", renderer.draw(form, typed, errors, say));
  }

  @Override
  public void send(DutyRow duty, Map<String, String> typed, Actor actor) {
    completion.complete(duty.id(), new Posted(typed).values(forms.ofDuty(duty.id())), actor);
  }
}
