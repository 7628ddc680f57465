package org.socle.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.socle.assessment.Guarantee;
import org.socle.dialogue.Positions.Answer;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;

/** What a seat may send for the open items of a round. */
class AnswerCheckTests {

  private static final List<Item> OPEN = List.of(item("i1", "R1"), item("i2", "R2"));

  @Test
  void takesOneValueForEachOpenItem() {
    assertThat(
            AnswerCheck.check(
                OPEN,
                List.of(
                    new Answer("i1", "SUPPORT", " "), new Answer("i2", "OBJECT", " Too costly "))))
        .containsEntry(OPEN.get(0), new AnswerCheck.Checked(PositionValue.SUPPORT, null))
        .containsEntry(OPEN.get(1), new AnswerCheck.Checked(PositionValue.OBJECT, "Too costly"));
  }

  @Test
  void namesEveryItemWithoutAValue() {
    assertErrors(List.of(), "value-i1 error.required", "value-i2 error.required");
  }

  @Test
  void asksForATextWithReservationAndObjection() {
    assertErrors(
        List.of(new Answer("i1", "SUPPORT_WITH_RESERVATION", null), new Answer("i2", "OBJECT", "")),
        "text-i1 error.position-text",
        "text-i2 error.position-text");
  }

  @Test
  void refusesUnknownValuesItemsAndLongTexts() {
    assertErrors(
        List.of(
            new Answer("i1", "MAYBE", null),
            new Answer("i2", "SUPPORT", "x".repeat(4001)),
            new Answer("i9", "SUPPORT", null)),
        "value-i1 error.not-an-option",
        "text-i2 error.too-long",
        "value-i9 error.unknown-item");
  }

  private static void assertErrors(List<Answer> answers, String... expected) {
    assertThatThrownBy(() -> AnswerCheck.check(OPEN, answers))
        .isInstanceOfSatisfying(
            InvalidFormException.class,
            refused ->
                assertThat(refused.errors())
                    .extracting(AnswerCheckTests::words)
                    .containsExactly(expected));
  }

  private static String words(FieldError error) {
    return error.field() + " " + error.message();
  }

  private static Item item(String id, String code) {
    return new Item(
        id, "round", "rec-" + id, code, Guarantee.G1, "Title", "Text", 1, "OPEN", null, "NONE");
  }
}
