package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.socle.portal.FormView.Item;
import org.socle.portal.FormView.Problem;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.FormSchema.Option;
import org.socle.tracking.InvalidFormException.FieldError;

class FormRendererTests {

  private final Say say = new Say(Texts.source(), Locale.ENGLISH);
  private final FormRenderer renderer = new FormRenderer(new FormTexts(Texts.source()));
  private final FormSchema form =
      new FormSchema(
          "f",
          List.of(
              field("text", "", "Please **answer**.", false, List.of()),
              field("textfield", "body", "Body", false, List.of()),
              field(
                  "radio",
                  "result",
                  "Result",
                  true,
                  List.of(new Option("YES", "Yes, we do"), new Option("NO", "No"))),
              field("checkbox", "agreed", "Agreed", false, List.of()),
              field("datetime", "day", "Day", false, List.of())));

  @Test
  void keepsWhatWasTypedAndTiesTheErrorToItsField() {
    FormView view =
        renderer.draw(
            form,
            Map.of("body", "<i>x</i>", "result", "NO"),
            List.of(new FieldError("body", "error.required", List.of())),
            say);

    Item body = item(view, "body");
    assertThat(body.typed()).isEqualTo("<i>x</i>");
    assertThat(body.describedBy()).isEqualTo("hint-body error-body");
    assertThat(item(view, "result").choices())
        .filteredOn(FormView.Choice::chosen)
        .extracting(FormView.Choice::value)
        .containsExactly("NO");
    assertThat(view.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.anchor()).isEqualTo("field-body");
              assertThat(problem.text()).startsWith("Body: ");
            });
  }

  @Test
  void leadsTheSummaryToTheFirstChoiceAndNamesErrorsOfTheWholeForm() {
    FormView view =
        renderer.draw(
            form,
            Map.of(),
            List.of(
                new FieldError("", "error.required", List.of()),
                new FieldError("result", "error.required", List.of())),
            say);

    assertThat(view.problems()).extracting(Problem::anchor).containsExactly("field-result-YES", "");
  }

  @Test
  void saysAnswersInWords() {
    FormView view =
        renderer.draw(
            form, Map.of("result", "YES", "agreed", "true", "day", "2027-03-05"), List.of(), say);

    assertThat(item(view, "result").answer()).isEqualTo("Yes, we do");
    assertThat(item(view, "agreed").answer()).isEqualTo("Yes");
    assertThat(item(view, "day").answer()).isEqualTo("5 March 2027");
    assertThat(item(view, "body").answer()).isEqualTo("Not answered");
  }

  @Test
  void takesTicksAsBooleanAndNumbersWithoutTheReadersSeparators() {
    FormSchema numbers =
        new FormSchema(
            "n",
            List.of(
                field("number", "cost", "Cost", false, List.of()),
                field("checkbox", "agreed", "Agreed", false, List.of())));

    Map<String, Object> values =
        Posted.of(Map.of("cost", "1 234,5", "_step", "check", "_csrf", "x", "more", "y"))
            .values(numbers);

    assertThat(values)
        .containsOnly(
            Map.entry("cost", "1234.5"), Map.entry("agreed", false), Map.entry("more", "y"));
  }

  private static Item item(FormView view, String key) {
    return view.items().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
  }

  private static Field field(
      String type, String key, String label, boolean required, List<Option> options) {
    return new Field(
        type,
        key,
        "C_" + key,
        label,
        "body".equals(key) ? "Hint" : "",
        required,
        100,
        null,
        null,
        options);
  }
}
