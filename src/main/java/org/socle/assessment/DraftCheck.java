package org.socle.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socle.assessment.Recommendations.Draft;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.socle.tracking.TypedText;

/** Checks a recommendation as it was typed and names every field that is wrong. */
final class DraftCheck {

  private static final BigDecimal WHOLE_GDP = BigDecimal.valueOf(100);

  private final List<FieldError> errors = new ArrayList<>();

  private DraftCheck() {}

  /**
   * The guarantee of a draft in which nothing is wrong; an {@link InvalidFormException} otherwise.
   */
  static Guarantee check(Draft draft) {
    DraftCheck check = new DraftCheck();
    Guarantee guarantee = check.guarantee(draft.guarantee());
    check.text("title", draft.title(), 200, true);
    check.text("text", draft.text(), 4000, true);
    check.text("proposedBy", draft.proposedBy(), 200, false);
    Integer priority = draft.priority();
    if (priority == null) {
      check.refuse("priority", "error.required");
    } else if (priority < 1 || priority > 3) {
      check.refuse("priority", "error.range", 1, 3);
    }
    BigDecimal cost = draft.addedCost();
    if (cost != null && (cost.signum() < 0 || cost.compareTo(WHOLE_GDP) > 0)) {
      check.refuse("addedCost", "error.range", 0, 100);
    }
    if (!check.errors.isEmpty() || guarantee == null) {
      throw new InvalidFormException(check.errors);
    }
    return guarantee;
  }

  private @Nullable Guarantee guarantee(@Nullable String code) {
    if (code == null || code.isBlank()) {
      refuse("guarantee", "error.required");
      return null;
    }
    if (!List.of("G1", "G2", "G3", "G4").contains(code)) {
      refuse("guarantee", "error.not-an-option");
      return null;
    }
    return Guarantee.valueOf(code);
  }

  private void text(String field, @Nullable String value, int longest, boolean required) {
    if (value == null || value.isBlank()) {
      if (required) {
        refuse(field, "error.required");
      }
    } else {
      TypedText.wrong(field, value, longest).ifPresent(errors::add);
    }
  }

  private void refuse(String field, String message, Object... arguments) {
    errors.add(new FieldError(field, message, List.of(arguments)));
  }
}
