package org.socle.setup;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.socle.stakeholder.UsualInstitution;

/** Writes what is set for a country as the file that sets it up again. */
final class CountryFileWriter {

  /** Words that YAML takes for nothing but a text. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Z]{2}[A-Z_-]+|[a-z]{4,}|[A-Z][a-z]+/[A-Za-z_/]+");

  private CountryFileWriter() {}

  /** The file, its optional parts only where they say something. */
  static String write(CountryFile file) {
    StringBuilder out = new StringBuilder();
    line(out, "country: " + word(file.iso3()));
    line(out, "name:");
    CountryFile.LANGUAGES.forEach(
        code -> line(out, "  " + code + ": " + quoted(file.names().getOrDefault(code, ""))));
    line(out, "time_zone: " + word(file.zone()));
    list(out, "languages", file.languages());
    line(out, "working_language: " + word(file.workingLanguage()));
    list(out, "working_week", file.workWeek());
    if (!file.holidays().isEmpty()) {
      line(out, "holidays: " + word(file.holidays()));
    }
    if (!file.ownDays().isEmpty()) {
      line(out, "own_days:");
      file.ownDays().forEach(own -> line(out, "  " + own.day() + ": " + quoted(own.name())));
    }
    institutions(out, file.institutions());
    list(out, "agencies", file.agencies());
    line(out, "rules:");
    line(out, "  quorum: " + word(file.quorum()));
    terms(out, file.terms());
    return out.toString();
  }

  private static void institutions(StringBuilder out, List<UsualInstitution> institutions) {
    if (!institutions.isEmpty()) {
      line(out, "institutions:");
    }
    for (UsualInstitution one : institutions) {
      line(out, "  - acronym: " + quoted(one.acronym()));
      line(out, "    name: " + quoted(one.name()));
      line(out, "    category: " + word(one.category()));
      line(out, "    mandatory: " + one.mandatory());
    }
  }

  private static void terms(StringBuilder out, Map<String, String> terms) {
    if (!terms.isEmpty()) {
      line(out, "terms:");
    }
    terms.forEach((code, span) -> line(out, "  " + code + ": " + span));
  }

  private static void list(StringBuilder out, String key, List<String> words) {
    if (!words.isEmpty()) {
      line(
          out,
          key
              + ": ["
              + words.stream().map(CountryFileWriter::word).collect(Collectors.joining(", "))
              + "]");
    }
  }

  // The code of Norway would be read as false.
  private static String word(String code) {
    return PLAIN.matcher(code).matches() ? code : quoted(code);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static void line(StringBuilder out, String line) {
    out.append(line).append('\n');
  }
}
