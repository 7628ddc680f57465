package org.socle.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.socle.assessment.PoliticalOutcome;
import org.socle.assessment.Recommendation;
import org.socle.decision.Conditions;
import org.socle.decision.Conditions.Condition;
import org.socle.decision.Decisions;
import org.socle.decision.Decisions.Decision;
import org.socle.decision.Levels.DecisionLevel;
import org.socle.portal.FormView.Problem;
import org.socle.stakeholder.Seats;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.FormSchema.Option;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.stereotype.Component;

/** Draws one set of fields for each recommendation that a level decides. */
@Component
class DecisionPage {

  /** The fields of a level. */
  record View(List<Row> rows, int conditionRows, List<Problem> problems) {

    /** Whether anything is wrong. */
    public boolean refused() {
      return !problems.isEmpty();
    }
  }

  /** One recommendation: what was decided, and the conditions under which it was returned. */
  record Row(Recommendation recommendation, FormView decided, List<FormView> conditions) {}

  static final String ROWS = "rows";
  private static final int FEWEST = 3;
  private static final int MOST = 12;
  private static final List<String> OWNERS =
      List.of(
          "secretariat",
          "costing-team",
          "rapporteur",
          "government-focal-point",
          "chair",
          "finance",
          "decision-clerk");

  private final Decisions decisions;
  private final Conditions conditions;
  private final Seats seats;
  private final FormRenderer renderer;

  DecisionPage(Decisions decisions, Conditions conditions, Seats seats, FormRenderer renderer) {
    this.decisions = decisions;
    this.conditions = conditions;
    this.seats = seats;
    this.renderer = renderer;
  }

  /** How many condition rows the page has. */
  static int conditionRows(Map<String, String> typed) {
    String rows = typed.getOrDefault(ROWS, "");
    return rows.matches("\\d{1,2}")
        ? Math.max(FEWEST, Math.min(MOST, Integer.parseInt(rows)))
        : FEWEST;
  }

  /** The same page with three more condition rows, up to twelve. */
  static Map<String, String> moreRows(Map<String, String> typed) {
    Map<String, String> more = new LinkedHashMap<>(typed);
    more.put(ROWS, String.valueOf(Math.min(MOST, conditionRows(typed) + FEWEST)));
    return more;
  }

  /** What was saved in this attempt, as it would have been typed. */
  Map<String, String> stored(DecisionLevel level, String caseId) {
    Map<String, String> typed = new HashMap<>();
    List<Condition> known = conditions.ofCase(caseId);
    for (Decisions.Pending pending : decisions.pending(level.id())) {
      Decision decision = pending.decision();
      if (decision != null) {
        stored(decision, known, typed);
      }
    }
    return typed;
  }

  private static void stored(Decision decision, List<Condition> known, Map<String, String> typed) {
    String id = decision.recommendationId();
    put(typed, "outcome-" + id, decision.outcome().name());
    put(typed, "reason-" + id, decision.reason());
    put(typed, "decidedOn-" + id, decision.decidedOn());
    put(typed, "source-" + id, decision.source());
    List<Condition> own =
        known.stream().filter(one -> one.decisionId().equals(decision.id())).toList();
    for (int row = 0; row < own.size(); row++) {
      put(typed, "condition-" + row + "-text-" + id, own.get(row).text());
      put(typed, "condition-" + row + "-owner-" + id, own.get(row).owner());
      put(typed, "condition-" + row + "-due-" + id, own.get(row).dueDate());
    }
    typed.merge(
        ROWS,
        String.valueOf(own.size()),
        (one, other) -> conditionRows(typed) < own.size() ? other : one);
  }

  private static void put(
      Map<String, String> typed, String key, @org.jspecify.annotations.Nullable Object value) {
    if (value != null) {
      typed.put(key, value.toString());
    }
  }

  /** The page of a level. */
  View draw(
      DecisionLevel level,
      String caseId,
      Map<String, String> typed,
      List<FieldError> errors,
      Say say) {
    List<Option> owners = owners(caseId, say);
    int count = conditionRows(typed);
    List<Row> rows =
        decisions.pending(level.id()).stream()
            .map(pending -> row(pending.recommendation(), owners, count, typed, errors, say))
            .toList();
    List<Problem> problems = new ArrayList<>();
    rows.forEach(
        row ->
            Stream.concat(Stream.of(row.decided()), row.conditions().stream())
                .flatMap(form -> form.problems().stream())
                .map(
                    problem ->
                        new Problem(
                            problem.anchor(), row.recommendation().code() + " – " + problem.text()))
                .forEach(problems::add));
    errors.stream()
        .filter(
            error ->
                rows.stream()
                    .noneMatch(row -> error.field().endsWith("-" + row.recommendation().id())))
        .forEach(
            error -> problems.add(new Problem("", say.error(error.message(), error.arguments()))));
    return new View(rows, count, problems);
  }

  private Row row(
      Recommendation known,
      List<Option> owners,
      int count,
      Map<String, String> typed,
      List<FieldError> errors,
      Say say) {
    String id = known.id();
    List<FormView> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      rows.add(
          draw(condition(id, row, owners, say), "condition-" + row + "-", id, typed, errors, say));
    }
    return new Row(known, draw(decided(id, say), "", id, typed, errors, say), rows);
  }

  private FormView draw(
      FormSchema form,
      String prefix,
      String id,
      Map<String, String> typed,
      List<FieldError> errors,
      Say say) {
    List<FieldError> own =
        errors.stream()
            .filter(error -> error.field().endsWith("-" + id))
            .filter(
                error ->
                    prefix.isEmpty() != error.field().startsWith("condition-")
                        && error.field().startsWith(prefix))
            .toList();
    return renderer.draw(form, typed, own, say);
  }

  private static FormSchema decided(String id, Say say) {
    List<Option> outcomes =
        Arrays.stream(PoliticalOutcome.values())
            .filter(outcome -> outcome != PoliticalOutcome.NOT_PUBLISHED)
            .map(outcome -> new Option(outcome.name(), say.word("outcome", outcome.name())))
            .toList();
    return new FormSchema(
        "decision",
        List.of(
            field("radio", "outcome-" + id, "outcome", true, 20, outcomes, say),
            field("textarea", "reason-" + id, "reason", false, 4000, List.of(), say),
            field("datetime", "decidedOn-" + id, "decidedOn", true, 10, List.of(), say),
            field("textfield", "source-" + id, "source", false, 400, List.of(), say)));
  }

  private static FormSchema condition(String id, int row, List<Option> owners, Say say) {
    String prefix = "condition-" + row + "-";
    return new FormSchema(
        "decision",
        List.of(
            field("textarea", prefix + "text-" + id, "condition.text", false, 4000, List.of(), say),
            field("select", prefix + "owner-" + id, "condition.owner", false, 80, owners, say),
            field("datetime", prefix + "due-" + id, "condition.due", false, 10, List.of(), say)));
  }

  private static Field field(
      String type,
      String key,
      String name,
      boolean required,
      int max,
      List<Option> options,
      Say say) {
    return new Field(
        type,
        key,
        "",
        say.text("portal.decision." + name),
        say.text("portal.decision." + name + ".hint"),
        required,
        max,
        null,
        null,
        options);
  }

  private List<Option> owners(String caseId, Say say) {
    return Stream.concat(
            OWNERS.stream().map(function -> new Option(function, say.group(function))),
            seats.seated(caseId).stream()
                .map(seat -> new Option(seat.group(), seat.acronym() + " – " + seat.institution())))
        .toList();
  }
}
