package org.socle.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form ready to be drawn: texts in the reader's language, what was typed, and what is wrong with
 * it.
 *
 * @param problems wrong fields in the order of the form, then those that concern the form as a
 *     whole
 */
record FormView(String id, List<Item> items, List<Problem> problems) {

  /**
   * One component.
   *
   * @param type form-js type; an unknown one is drawn as a text field
   * @param key name of the posted value, empty for a text
   * @param id id of the control; of its first choice for radio buttons
   * @param text parts of a text component
   * @param typed what was typed, as typed
   * @param answer what was typed in words, for the page on which answers are checked
   * @param error what is wrong, or null
   * @param describedBy ids of hint and error, or null for none
   */
  record Item(
      String type,
      String key,
      String id,
      String label,
      String hint,
      List<Markdown.Block> text,
      boolean required,
      int maxLength,
      List<Choice> choices,
      String typed,
      String answer,
      @Nullable String error,
      @Nullable String describedBy) {

    /** Whether the component asks for a value. */
    public boolean asks() {
      return !key.isEmpty();
    }
  }

  /** One option. */
  record Choice(String id, String value, String label, boolean chosen) {}

  /** One entry of the error summary; an empty anchor leads nowhere. */
  record Problem(String anchor, String text) {}

  /** Whether anything is wrong. */
  public boolean refused() {
    return !problems.isEmpty();
  }

  /** Whether the form asks for any value. */
  public boolean asks() {
    return items.stream().anyMatch(Item::asks);
  }
}
