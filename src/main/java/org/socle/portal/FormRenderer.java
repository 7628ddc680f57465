package org.socle.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socle.portal.FormView.Choice;
import org.socle.portal.FormView.Item;
import org.socle.portal.FormView.Problem;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.stereotype.Component;

/** Turns a form, what was typed and what is wrong into what a page draws. */
@Component
class FormRenderer {

  private final FormTexts texts;

  FormRenderer(FormTexts texts) {
    this.texts = texts;
  }

  /** Draws a form; {@code typed} holds posted values by key, {@code errors} what was refused. */
  FormView draw(FormSchema form, Map<String, String> typed, List<FieldError> errors, Say say) {
    FormSchema local = texts.localise(form, say.locale());
    Map<String, String> wrong =
        errors.stream()
            .filter(error -> !error.field().isEmpty())
            .collect(
                Collectors.toMap(
                    FieldError::field,
                    error -> say.error(error.message(), error.arguments()),
                    (a, b) -> a));
    List<Item> items =
        local.fields().stream().map(field -> item(field, typed, wrong, say)).toList();
    return new FormView(form.id(), items, problems(items, errors, say));
  }

  private static List<Problem> problems(List<Item> items, List<FieldError> errors, Say say) {
    List<Problem> problems = new ArrayList<>();
    for (Item item : items) {
      if (item.error() != null) {
        problems.add(new Problem(item.id(), say.pair(item.label(), item.error())));
      }
    }
    List<String> keys = items.stream().map(Item::key).filter(key -> !key.isEmpty()).toList();
    errors.stream()
        .filter(error -> !keys.contains(error.field()))
        .forEach(
            error -> problems.add(new Problem("", say.error(error.message(), error.arguments()))));
    return problems;
  }

  private static Item item(
      Field field, Map<String, String> typed, Map<String, String> wrong, Say say) {
    String name = FormTexts.name(field.key(), field.componentId());
    boolean text = "text".equals(field.type());
    String key = text ? "" : field.key();
    String value = typed.getOrDefault(key, "");
    String error = wrong.get(key);
    List<Choice> choices = choices(field, name, value);
    String id =
        "radio".equals(field.type()) && !choices.isEmpty() ? choices.get(0).id() : "field-" + name;
    return new Item(
        field.type(),
        key,
        id,
        text ? "" : field.label(),
        field.description(),
        text ? Markdown.read(field.label()) : List.of(),
        field.required(),
        field.maxLength(),
        choices,
        value,
        answer(field, value, say),
        error,
        describedBy(name, field.description(), error));
  }

  private static List<Choice> choices(Field field, String name, String value) {
    return field.options().stream()
        .map(
            option ->
                new Choice(
                    "field-" + name + "-" + option.value(),
                    option.value(),
                    option.label(),
                    option.value().equals(value)))
        .toList();
  }

  private static @Nullable String describedBy(String name, String hint, @Nullable String error) {
    String ids =
        Stream.of(hint.isEmpty() ? "" : "hint-" + name, error == null ? "" : "error-" + name)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.joining(" "));
    return ids.isEmpty() ? null : ids;
  }

  private static String answer(Field field, String value, Say say) {
    if ("checkbox".equals(field.type())) {
      return say.yesNo("true".equals(value));
    }
    if (value.isBlank()) {
      return say.text("portal.check.empty");
    }
    if ("datetime".equals(field.type())) {
      return date(value, say);
    }
    return field.options().stream()
        .filter(option -> option.value().equals(value))
        .map(FormSchema.Option::label)
        .findFirst()
        .orElse(value);
  }

  private static String date(String value, Say say) {
    try {
      return say.day(LocalDate.parse(value));
    } catch (DateTimeParseException asTyped) {
      return value;
    }
  }
}
