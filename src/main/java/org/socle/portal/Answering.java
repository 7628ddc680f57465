package org.socle.portal;

import java.util.List;
import java.util.Map;
import org.socle.tracking.Actor;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.ui.Model;

/** A way of answering a duty: how it is drawn, and what happens when it is sent. */
interface Answering {

  /** Whether it serves a user task. */
  boolean serves(String element);

  /** Template on which answers are entered. */
  String entryPage();

  /** Template on which they are checked before they are sent. */
  String checkPage();

  /** Puts what the two templates draw for a reader into the model. */
  void draw(
      DutyRow duty,
      Actor actor,
      Map<String, String> typed,
      List<FieldError> errors,
      Model model,
      Say say);

  /** Stores the answers and completes the duty, or refuses both. */
  void send(DutyRow duty, Map<String, String> typed, Actor actor);
}
