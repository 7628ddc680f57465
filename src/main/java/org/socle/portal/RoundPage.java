package org.socle.portal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.socle.assessment.Recommendation;
import org.socle.assessment.Recommendations;
import org.socle.dialogue.Item;
import org.socle.dialogue.Items;
import org.socle.dialogue.PositionValue;
import org.socle.dialogue.Round;
import org.socle.dialogue.Rounds;
import org.socle.portal.FormView.Problem;
import org.socle.tracking.DutyClosedException;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.FormSchema.Option;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.stereotype.Component;

/** Draws the open items of a round with one set of choices each. */
@Component
class RoundPage {

  /**
   * The open items of a round.
   *
   * @param source how the answer came, asked of staff alone
   */
  record View(int number, List<Row> rows, FormView source, List<Problem> problems) {

    /** Whether anything is wrong. */
    public boolean refused() {
      return !problems.isEmpty();
    }
  }

  /**
   * One item.
   *
   * @param priority 1 (first) to 3, or null when not known
   * @param addedCost percent of GDP, or null when not known
   */
  record Row(
      Item item,
      @Nullable Integer priority,
      @Nullable Boolean needsLaw,
      @Nullable BigDecimal addedCost,
      FormView form) {}

  private final Rounds rounds;
  private final Items items;
  private final Recommendations recommendations;
  private final FormRenderer renderer;

  RoundPage(Rounds rounds, Items items, Recommendations recommendations, FormRenderer renderer) {
    this.rounds = rounds;
    this.items = items;
    this.recommendations = recommendations;
    this.renderer = renderer;
  }

  /** The page of a seat's duty in the current round. */
  View draw(
      DutyRow duty,
      FormSchema source,
      Map<String, String> typed,
      List<FieldError> errors,
      Say say) {
    Round round =
        rounds
            .current(duty.caseId())
            .orElseThrow(() -> new DutyClosedException(duty.id(), "cancelled"));
    Map<String, Recommendation> known =
        recommendations.ofCase(duty.caseId()).stream()
            .collect(Collectors.toMap(Recommendation::id, Function.identity()));
    List<Row> rows =
        items.open(round.id()).stream()
            .map(item -> row(item, known.get(item.recommendationId()), typed, errors, say))
            .toList();
    FormView came = renderer.draw(source, typed, of(source, errors), say);
    List<Problem> problems = new ArrayList<>(came.problems());
    problems.addAll(problems(rows, without(source, errors), say));
    return new View(round.number(), rows, came, problems);
  }

  private static List<FieldError> of(FormSchema source, List<FieldError> errors) {
    List<String> keys = source.fields().stream().map(Field::key).toList();
    return errors.stream().filter(error -> keys.contains(error.field())).toList();
  }

  private static List<FieldError> without(FormSchema source, List<FieldError> errors) {
    List<FieldError> own = of(source, errors);
    return errors.stream().filter(error -> !own.contains(error)).toList();
  }

  private Row row(
      Item item,
      @Nullable Recommendation known,
      Map<String, String> typed,
      List<FieldError> errors,
      Say say) {
    List<FieldError> own =
        errors.stream().filter(error -> error.field().endsWith("-" + item.id())).toList();
    FormView form = renderer.draw(choices(item, say), typed, own, say);
    return known == null
        ? new Row(item, null, null, null, form)
        : new Row(item, known.priority(), known.needsLaw(), known.addedCost(), form);
  }

  private static FormSchema choices(Item item, Say say) {
    List<Option> values =
        Arrays.stream(PositionValue.values())
            .filter(value -> value != PositionValue.NO_POSITION)
            .map(value -> new Option(value.name(), say.word("position", value.name())))
            .toList();
    return new FormSchema(
        "round",
        List.of(
            new Field(
                "radio",
                "value-" + item.id(),
                "",
                say.text("portal.round.position", item.code()),
                "",
                true,
                40,
                null,
                null,
                values),
            new Field(
                "textarea",
                "text-" + item.id(),
                "",
                say.text("portal.round.text", item.code()),
                say.text("portal.round.text.hint"),
                false,
                4000,
                null,
                null,
                List.of())));
  }

  private static List<Problem> problems(List<Row> rows, List<FieldError> errors, Say say) {
    List<Problem> problems = new ArrayList<>();
    rows.forEach(row -> problems.addAll(row.form().problems()));
    errors.stream()
        .filter(
            error -> rows.stream().noneMatch(row -> error.field().endsWith("-" + row.item().id())))
        .forEach(
            error -> problems.add(new Problem("", say.error(error.message(), error.arguments()))));
    return problems;
  }
}
