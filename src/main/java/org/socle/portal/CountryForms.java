package org.socle.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.socle.country.CountryTerm;
import org.socle.country.Holidays;
import org.socle.country.UnAgencies;
import org.socle.setup.CountryFile;
import org.socle.setup.CountrySetUp;
import org.socle.stakeholder.Category;
import org.socle.stakeholder.UsualInstitution;
import org.socle.tracking.FormSchema;
import org.socle.tracking.FormSchema.Field;
import org.socle.tracking.FormSchema.Option;
import org.springframework.stereotype.Component;

/**
 * The forms on which parts of a country are changed; fields are named as in the country file, rows
 * by their place.
 */
@Component
class CountryForms {

  private static final int FREE_ROWS = 3;
  private static final int NAME = 120;
  private static final int LONG_NAME = 200;

  private final CountrySetUp countries;

  CountryForms(CountrySetUp countries) {
    this.countries = countries;
  }

  /**
   * The form of a part.
   *
   * @param fresh whether the country is not there yet and gets its code here
   * @param typed what stands in the form, which says how many rows it has
   */
  FormSchema of(CountryPart part, boolean fresh, Map<String, String> typed, Say say) {
    List<Field> fields = new ArrayList<>();
    if (fresh) {
      fields.add(field("textfield", "country", true, 3, say));
    }
    fields.addAll(
        switch (part) {
          case BASICS -> basics(say);
          case WEEK -> week(say);
          case HOLIDAYS -> holidays(typed, say);
          case INSTITUTIONS -> institutions(typed, say);
          case AGENCIES -> agencies(say);
          case RULES -> List.of(choice("radio", "quorum", quorums(say), say));
          case TERMS -> terms(say);
        });
    return new FormSchema("country-" + part.code(), fields);
  }

  private List<Field> basics(Say say) {
    CountryWords words = new CountryWords(say);
    List<Option> languages =
        CountryFile.LANGUAGES.stream().map(code -> new Option(code, words.language(code))).toList();
    return List.of(
        field("textfield", "name.en", true, NAME, say),
        field("textfield", "name.fr", true, NAME, say),
        field("textfield", "name.es", true, NAME, say),
        field("textfield", "time_zone", true, 60, say),
        field("textfield", "languages", false, 60, say),
        choice("radio", "working_language", languages, say));
  }

  private static List<Field> week(Say say) {
    CountryWords words = new CountryWords(say);
    return CountryFile.week().stream()
        .map(day -> tick("working_week." + day, words.day(day)))
        .toList();
  }

  private static List<Field> holidays(Map<String, String> typed, Say say) {
    CountryWords words = new CountryWords(say);
    List<Option> calendars =
        Holidays.codes().stream()
            .map(code -> new Option(code, words.calendar(code)))
            .sorted(Comparator.comparing(Option::label))
            .toList();
    List<Field> fields = new ArrayList<>();
    fields.add(
        new Field(
            "select",
            "holidays",
            "",
            say.text("countries.form.holidays"),
            say.text("countries.form.holidays.hint"),
            false,
            10,
            null,
            null,
            calendars));
    for (int row : rows("own_days", typed)) {
      fields.add(cell("textfield", "own_days", row, "day", 10, List.of(), say));
      fields.add(cell("textfield", "own_days", row, "name", NAME, List.of(), say));
    }
    return fields;
  }

  private static List<Field> institutions(Map<String, String> typed, Say say) {
    List<Option> categories =
        Arrays.stream(Category.values())
            .map(category -> new Option(category.name(), say.word("category", category.name())))
            .toList();
    List<Field> fields = new ArrayList<>();
    for (int row : rows("institutions", typed)) {
      fields.add(cell("textfield", "institutions", row, "acronym", 30, List.of(), say));
      fields.add(cell("textfield", "institutions", row, "name", LONG_NAME, List.of(), say));
      fields.add(cell("select", "institutions", row, "category", 10, categories, say));
      fields.add(cell("checkbox", "institutions", row, "mandatory", 5, List.of(), say));
    }
    return fields;
  }

  private static List<Field> agencies(Say say) {
    CountryWords words = new CountryWords(say);
    return UnAgencies.CODES.stream()
        .map(code -> tick("agencies." + code, words.agency(code)))
        .toList();
  }

  private List<Option> quorums(Say say) {
    CountryWords words = new CountryWords(say);
    return countries.quorums().stream().map(code -> new Option(code, words.quorum(code))).toList();
  }

  private static List<Field> terms(Say say) {
    CountryWords words = new CountryWords(say);
    return Arrays.stream(CountryTerm.values())
        .map(
            term ->
                new Field(
                    "textfield",
                    "terms." + term.code(),
                    "",
                    words.term(term),
                    say.text("countries.form.usual", words.span(term.standard()), term.standard()),
                    false,
                    8,
                    null,
                    null,
                    List.of()))
        .toList();
  }

  private static int[] rows(String key, Map<String, String> typed) {
    return IntStream.range(0, CountryEntries.rows(key, typed) + FREE_ROWS).toArray();
  }

  private static Field field(String type, String key, boolean required, int longest, Say say) {
    return new Field(
        type,
        key,
        "",
        say.text("countries.form." + key),
        say.text("countries.form." + key + ".hint"),
        required,
        longest,
        null,
        null,
        List.of());
  }

  private static Field choice(String type, String key, List<Option> options, Say say) {
    return new Field(
        type,
        key,
        "",
        say.text("countries.form." + key),
        say.text("countries.form." + key + ".hint"),
        true,
        40,
        null,
        null,
        options);
  }

  private static Field tick(String key, String label) {
    return new Field("checkbox", key, "", label, "", false, 5, null, null, List.of());
  }

  private static Field cell(
      String type, String list, int row, String key, int longest, List<Option> options, Say say) {
    return new Field(
        type,
        list + "." + row + "." + key,
        "",
        say.text("countries.form." + list + "." + key),
        "",
        false,
        longest,
        null,
        null,
        options);
  }

  /** What stands in the form of a part before anything is typed. */
  static Map<String, String> typed(CountryPart part, CountryFile file) {
    Map<String, String> typed = new LinkedHashMap<>();
    switch (part) {
      case BASICS -> {
        file.names().forEach((code, name) -> typed.put("name." + code, name));
        typed.put("time_zone", file.zone());
        typed.put("languages", String.join(", ", file.languages()));
        typed.put("working_language", file.workingLanguage());
      }
      case WEEK -> file.workWeek().forEach(day -> typed.put("working_week." + day, "true"));
      case HOLIDAYS -> {
        typed.put("holidays", file.holidays());
        for (int row = 0; row < file.ownDays().size(); row++) {
          typed.put("own_days." + row + ".day", file.ownDays().get(row).day());
          typed.put("own_days." + row + ".name", file.ownDays().get(row).name());
        }
      }
      case INSTITUTIONS -> {
        for (int row = 0; row < file.institutions().size(); row++) {
          institution(typed, "institutions." + row + ".", file.institutions().get(row));
        }
      }
      case AGENCIES -> file.agencies().forEach(code -> typed.put("agencies." + code, "true"));
      case RULES -> typed.put("quorum", file.quorum());
      case TERMS -> file.terms().forEach((code, span) -> typed.put("terms." + code, span));
    }
    return typed;
  }

  private static void institution(Map<String, String> typed, String row, UsualInstitution one) {
    typed.put(row + "acronym", one.acronym());
    typed.put(row + "name", one.name());
    typed.put(row + "category", one.category());
    typed.put(row + "mandatory", Boolean.toString(one.mandatory()));
  }
}
