package org.socle.dialogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.dialogue.Positions.Answer;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.socle.tracking.TypedText;

/** Checks what a seat typed: one value for each open item, and a text where the value needs one. */
final class AnswerCheck {

  private static final int LONGEST_TEXT = 4000;

  private final List<FieldError> errors = new ArrayList<>();

  private AnswerCheck() {}

  /** The answers by open item; an {@link InvalidFormException} names every field that is wrong. */
  static Map<Item, Checked> check(List<Item> open, List<Answer> answers) {
    AnswerCheck check = new AnswerCheck();
    Map<String, Answer> byItem = new HashMap<>();
    answers.forEach(answer -> byItem.put(answer.itemId(), answer));
    Map<Item, Checked> checked = new LinkedHashMap<>();
    for (Item item : open) {
      Answer answer = byItem.remove(item.id());
      PositionValue value = check.value(item, answer == null ? null : answer.value());
      String text =
          answer == null || answer.text() == null || answer.text().isBlank()
              ? null
              : answer.text().strip();
      check.text(item, value, text);
      if (value != null) {
        checked.put(item, new Checked(value, text));
      }
    }
    byItem.keySet().forEach(id -> check.refuse("value-" + id, "error.unknown-item"));
    if (!check.errors.isEmpty()) {
      throw new InvalidFormException(check.errors);
    }
    return checked;
  }

  private @Nullable PositionValue value(Item item, @Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      refuse("value-" + item.id(), "error.required");
      return null;
    }
    for (PositionValue value : PositionValue.values()) {
      if (value.name().equals(typed)) {
        return value;
      }
    }
    refuse("value-" + item.id(), "error.not-an-option");
    return null;
  }

  private void text(Item item, @Nullable PositionValue value, @Nullable String text) {
    if (text == null) {
      if (value != null && value.needsText()) {
        refuse("text-" + item.id(), "error.position-text");
      }
    } else {
      TypedText.wrong("text-" + item.id(), text, LONGEST_TEXT).ifPresent(errors::add);
    }
  }

  private void refuse(String field, String message, Object... arguments) {
    errors.add(new FieldError(field, message, List.of(arguments)));
  }

  /** A checked answer. */
  record Checked(PositionValue value, @Nullable String text) {}
}
