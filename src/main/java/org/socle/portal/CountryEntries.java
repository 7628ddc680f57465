package org.socle.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.socle.country.CountryTerm;
import org.socle.setup.CountryFile;
import org.socle.stakeholder.UsualInstitution;
import org.socle.tracking.InvalidFormException.FieldError;

/**
 * What was typed into the form of a part, put into the country's file; rows that were left empty
 * are taken out, and errors find the row they belong to again.
 */
final class CountryEntries {

  private static final Pattern ROW = Pattern.compile("([a-z_]+)\\.(\\d{1,3})\\.([a-z]+)");

  private final Map<String, String> typed;
  private final Map<String, List<Integer>> filled = new LinkedHashMap<>();

  CountryEntries(Map<String, String> typed) {
    this.typed = typed;
  }

  /** How many rows of a list hold anything, counted to the last one. */
  static int rows(String list, Map<String, String> typed) {
    SortedSet<Integer> rows = places(list, typed);
    return rows.isEmpty() ? 0 : rows.last() + 1;
  }

  private static SortedSet<Integer> places(String list, Map<String, String> typed) {
    SortedSet<Integer> places = new TreeSet<>();
    typed.forEach(
        (key, value) -> {
          Matcher row = ROW.matcher(key);
          boolean said = !value.isEmpty() && !key.endsWith(".mandatory");
          if (said && row.matches() && row.group(1).equals(list)) {
            places.add(Integer.valueOf(row.group(2)));
          }
        });
    return places;
  }

  /** The file with the part as it was typed. */
  CountryFile into(CountryPart part, CountryFile file) {
    return switch (part) {
      case BASICS -> basics(file);
      case WEEK -> file.withWeek(ticked("working_week.", CountryFile.week()));
      case HOLIDAYS -> holidays(file);
      case INSTITUTIONS -> institutions(file);
      case AGENCIES -> file.withAgencies(agencies());
      case RULES -> file.withQuorum(text("quorum"));
      case TERMS -> file.withTerms(terms());
    };
  }

  /** The errors of the part, each at the field in which it was typed. */
  List<FieldError> placed(List<FieldError> errors) {
    return errors.stream().map(this::placed).toList();
  }

  private FieldError placed(FieldError error) {
    Matcher row = ROW.matcher(error.field());
    if (row.matches() && filled.containsKey(row.group(1))) {
      int typedAt = filled.get(row.group(1)).get(Integer.parseInt(row.group(2)));
      return new FieldError(
          row.group(1) + "." + typedAt + "." + row.group(3), error.message(), error.arguments());
    }
    String field =
        switch (error.field()) {
          case "working_week" -> "working_week." + CountryFile.week().get(0);
          case "own_days" -> "own_days.0.day";
          case "institutions" -> "institutions.0.acronym";
          default -> error.field();
        };
    return new FieldError(field, error.message(), error.arguments());
  }

  private CountryFile basics(CountryFile file) {
    Map<String, String> names = new LinkedHashMap<>();
    CountryFile.LANGUAGES.forEach(code -> names.put(code, text("name." + code)));
    List<String> languages =
        Arrays.stream(text("languages").toLowerCase(Locale.ROOT).split("[,;\\s]+"))
            .filter(code -> !code.isEmpty())
            .toList();
    return file.withBasics(names, text("time_zone"), languages, text("working_language"));
  }

  private CountryFile holidays(CountryFile file) {
    List<CountryFile.Day> days = new ArrayList<>();
    for (int row : fill("own_days")) {
      days.add(
          new CountryFile.Day(text("own_days." + row + ".day"), text("own_days." + row + ".name")));
    }
    return file.withHolidays(text("holidays"), days);
  }

  private CountryFile institutions(CountryFile file) {
    List<UsualInstitution> institutions = new ArrayList<>();
    for (int at : fill("institutions")) {
      String row = "institutions." + at + ".";
      institutions.add(
          new UsualInstitution(
              text(row + "acronym"),
              text(row + "name"),
              text(row + "category"),
              "true".equals(text(row + "mandatory"))));
    }
    return file.withInstitutions(institutions);
  }

  // A code that the page never drew is kept, so that the check can refuse it.
  private List<String> agencies() {
    return ticked(
        "agencies.",
        typed.keySet().stream()
            .filter(key -> key.startsWith("agencies."))
            .map(key -> key.substring("agencies.".length()))
            .toList());
  }

  private List<String> ticked(String stem, List<String> words) {
    return words.stream().filter(word -> "true".equals(text(stem + word))).toList();
  }

  private Map<String, String> terms() {
    Map<String, String> terms = new LinkedHashMap<>();
    for (CountryTerm term : CountryTerm.values()) {
      String span = text("terms." + term.code());
      if (!span.isEmpty()) {
        terms.put(term.code(), span);
      }
    }
    return terms;
  }

  private List<Integer> fill(String list) {
    List<Integer> rows = List.copyOf(places(list, typed));
    filled.put(list, rows);
    return rows;
  }

  private String text(String key) {
    return typed.getOrDefault(key, "");
  }
}
