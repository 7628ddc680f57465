package org.socle.workflow.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.tracking.FormSchema;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;

/** The one validator behind every door. */
class FormCheckTests {

  private static final FormFile FORM =
      FormFile.read(
          "sample",
          """
      {"id":"sample","type":"default","schemaVersion":16,"components":[
        {"type":"text","id":"T","text":"Say **what** happens."},
        {"type":"textfield","id":"A","key":"title","label":"Title","description":"Short","validate":{"required":true,"maxLength":10}},
        {"type":"textarea","id":"B","key":"reason","label":"Reason"},
        {"type":"textarea","id":"B2","key":"long","label":"Long","validate":{"maxLength":9000}},
        {"type":"number","id":"C","key":"rounds","label":"Rounds","validate":{"min":1,"max":9}},
        {"type":"number","id":"D","key":"cost","label":"Cost","decimalDigits":2,"validate":{"min":0}},
        {"type":"checkbox","id":"E","key":"signed","label":"Signed"},
        {"type":"checkbox","id":"F","key":"read","label":"Read","validate":{"required":true}},
        {"type":"radio","id":"G","key":"answer","label":"Answer","values":[{"label":"Yes","value":"YES"},{"label":"No","value":"NO"}]},
        {"type":"select","id":"H","key":"body","label":"Body","values":[{"label":"A","value":"A"}],"validate":{"required":true}},
        {"type":"datetime","subtype":"date","id":"I","key":"day","dateLabel":"Day"}
      ]}
      """
              .getBytes(StandardCharsets.UTF_8));
  private static final Map<String, Object> RIGHT =
      Map.of("title", "Floor", "read", true, "body", "A");

  @Test
  void readsTheSchema() {
    FormSchema schema = FORM.schema();
    assertThat(schema.fields())
        .extracting(FormSchema.Field::type)
        .containsExactly(
            "text",
            "textfield",
            "textarea",
            "textarea",
            "number",
            "number",
            "checkbox",
            "checkbox",
            "radio",
            "select",
            "datetime");
    assertThat(schema.fields().get(0))
        .extracting(FormSchema.Field::key, FormSchema.Field::label)
        .containsExactly("", "Say **what** happens.");
    FormSchema.Field title = schema.fields().get(1);
    assertThat(title.required()).isTrue();
    assertThat(title.maxLength()).isEqualTo(10);
    assertThat(title.description()).isEqualTo("Short");
    assertThat(schema.fields().get(3).maxLength()).as("the engine's own limit").isEqualTo(4000);
    assertThat(schema.fields().get(4).min()).isEqualByComparingTo("1");
    assertThat(schema.fields().get(8).options())
        .containsExactly(new FormSchema.Option("YES", "Yes"), new FormSchema.Option("NO", "No"));
    assertThat(schema.fields().get(10).label()).isEqualTo("Day");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"components\":[{\"type\":\"filepicker\",\"key\":\"a\"}]}",
        "{\"components\":[{\"type\":\"datetime\",\"subtype\":\"time\",\"key\":\"a\"}]}",
        "not json"
      })
  void refusesAFormThatItCannotCheck(String json) {
    assertThatThrownBy(() -> FormFile.read("bad", json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bad");
  }

  @Test
  void convertsEveryType() {
    FormValues values =
        values(
            Map.of(
                "reason",
                " two\r\nlines ",
                "rounds",
                3,
                "cost",
                "12.50",
                "signed",
                "on",
                "answer",
                "YES",
                "day",
                "2026-02-28"));
    assertThat(values.text("title")).isEqualTo("Floor");
    assertThat(values.text("reason")).isEqualTo("two\nlines");
    assertThat(values.wholeOrNull("rounds")).isEqualTo(3);
    assertThat(values.numberOrNull("cost")).isEqualByComparingTo(new BigDecimal("12.5"));
    assertThat(values.flag("signed")).isTrue();
    assertThat(values.text("answer")).isEqualTo("YES");
    assertThat(values.dateOrNull("day")).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(values.has("long")).isFalse();
  }

  @Test
  void takesUntouchedFieldsAsEmpty() {
    Map<String, Object> untouched = new HashMap<>();
    for (String key : List.of("reason", "rounds", "cost", "signed", "answer", "day")) {
      untouched.put(key, null);
    }
    assertThat(values(untouched).values()).containsOnlyKeys("title", "read", "body");
    untouched.replaceAll((key, value) -> "  ");
    assertThat(values(untouched).values()).containsOnlyKeys("title", "read", "body");
  }

  @Test
  void namesEveryRequiredFieldThatIsMissing() {
    List<FieldError> errors = errors(Map.of("title", " ", "read", false));
    assertThat(errors)
        .extracting(FieldError::field, FieldError::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("title", "error.required"),
            org.assertj.core.groups.Tuple.tuple("read", "error.required-tick"),
            org.assertj.core.groups.Tuple.tuple("body", "error.required"));
  }

  @Test
  void reportsWhatIsMissingWhenNothingIsRequired() {
    FormCheck.Checked checked = FormCheck.check(FORM, Map.of("reason", "because"), false);
    assertThat(checked.missing()).containsExactly("title", "read", "body");
    assertThat(checked.values().values()).containsOnlyKeys("reason");
  }

  @Test
  void checksTypesEvenWhenNothingIsRequired() {
    assertThatThrownBy(() -> FormCheck.check(FORM, Map.of("rounds", "x"), false))
        .isInstanceOf(InvalidFormException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "rounds, many, error.not-a-number", "rounds, 1e3, error.not-a-number",
        "rounds, 1.5, error.not-a-whole-number",
    "rounds, 0, error.range", "rounds, 10, error.range",
        "rounds, 99999999999999999999, error.not-a-number",
    "cost, 1.234, error.decimals", "cost, -0.01, error.at-least", "cost, NaN, error.not-a-number",
    "signed, maybe, error.not-a-tick", "answer, yes, error.not-an-option",
        "body, B, error.not-an-option",
    "day, 2026-02-30, error.not-a-date", "day, 28.2.2026, error.not-a-date",
        "day, 99999-01-01, error.not-a-date",
    "day, 0001-01-01, error.year", "title, 12345678901, error.too-long"
  })
  void refusesWrongValues(String field, String value, String message) {
    assertThat(error(field, value).message()).isEqualTo(message);
  }

  @Test
  void takesNumbersInWhateverTypeTheyCome() {
    for (Object three :
        new Object[] {3, 3L, 3.0d, (short) 3, new BigDecimal("3.00"), "3", " 3 ", "3.0"}) {
      assertThat(values(Map.of("rounds", three)).wholeOrNull("rounds"))
          .as(three.getClass().getName())
          .isEqualTo(3);
    }
    assertThat(error("rounds", Double.NaN).message()).isEqualTo("error.not-a-number");
    assertThat(error("rounds", Double.MAX_VALUE).message()).isEqualTo("error.not-a-number");
    assertThat(error("rounds", true).message()).isEqualTo("error.not-a-number");
  }

  @Test
  void refusesWhatIsNoValueAtAll() {
    Object file = new Object();
    for (String field : List.of("title", "rounds", "answer", "day", "signed")) {
      assertThat(errors(with(field, file))).extracting(FieldError::field).contains(field);
    }
    assertThat(error("title", new byte[] {1}).message()).isEqualTo("error.not-text");
    assertThat(error("answer", List.of("YES")).message()).isEqualTo("error.not-an-option");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u0085b", "a\uD800", "\uDC00a", "a\u001Bb"})
  void refusesCharactersThatNoTableTakes(String text) {
    assertThat(error("title", text).message()).isEqualTo("error.control-characters");
    assertThat(error("reason", text).message()).isEqualTo("error.control-characters");
  }

  @Test
  void allowsLinesInATextAreaAlone() {
    assertThat(values(Map.of("reason", "a\nb\tc")).text("reason")).isEqualTo("a\nb\tc");
    assertThat(error("title", "a\nb").message()).isEqualTo("error.control-characters");
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(values(Map.of("title", "😀".repeat(10))).text("title")).hasSize(20);
    assertThat(error("title", "😀".repeat(11)).arguments()).containsExactly(10, 11);
    assertThat(values(Map.of("long", "x".repeat(4000))).text("long")).hasSize(4000);
    assertThat(error("long", "x".repeat(4001)).message()).isEqualTo("error.too-long");
  }

  @Test
  void keepsRightToLeftText() {
    assertThat(values(Map.of("title", "مرحبا")).text("title")).isEqualTo("مرحبا");
  }

  @Test
  void refusesFieldsThatTheFormDoesNotAskFor() {
    List<FieldError> errors = errors(with("assignee", "me"));
    assertThat(errors)
        .containsExactly(new FieldError("assignee", "error.unknown-field", List.of()));
    assertThat(errors(with("<script>" + "x".repeat(100), "me")).get(0).field())
        .hasSize(60)
        .doesNotContain("<");
    assertThat(errors(with("", "the text's key")).get(0).message())
        .isEqualTo("error.unknown-field");
  }

  private static FormValues values(Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(RIGHT);
    all.putAll(more);
    return FormCheck.check(FORM, Collections.unmodifiableMap(all), true).values();
  }

  private static Map<String, Object> with(String field, Object value) {
    Map<String, Object> all = new HashMap<>(RIGHT);
    all.put(field, value);
    return all;
  }

  private static FieldError error(String field, Object value) {
    List<FieldError> errors = errors(with(field, value));
    assertThat(errors)
        .as("%s = %s", field, value instanceof Object[] array ? Arrays.toString(array) : value)
        .hasSize(1);
    assertThat(errors.get(0).field()).isEqualTo(field);
    return errors.get(0);
  }

  private static List<FieldError> errors(Map<String, Object> sent) {
    return catchThrowableOfType(InvalidFormException.class, () -> FormCheck.check(FORM, sent, true))
        .errors();
  }
}
