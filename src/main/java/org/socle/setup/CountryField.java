package org.socle.setup;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.socle.stakeholder.UsualInstitution;

/** The parts of a country that are compared, recorded and shown one by one. */
public enum CountryField {
  NAMES(CountryFile::names, CountryFile::names),
  ZONE(CountryFile::zone, CountryFile::zone),
  LANGUAGES(CountryFile::languages, CountryFile::languages),
  WORKING_LANGUAGE(CountryFile::workingLanguage, CountryFile::workingLanguage),
  WORK_WEEK(CountryFile::workWeek, CountryFile::workWeek),
  HOLIDAYS(CountryFile::holidays, CountryFile::holidays),
  OWN_DAYS(CountryFile::ownDays, CountryField::days),
  INSTITUTIONS(CountryFile::institutions, CountryField::seats),
  AGENCIES(CountryFile::agencies, CountryFile::agencies),
  QUORUM_PROFILE(CountryFile::quorum, CountryFile::quorum),
  TERMS(CountryFile::terms, CountryFile::terms);

  private final Function<CountryFile, Object> value;
  private final Function<CountryFile, Object> recorded;

  CountryField(Function<CountryFile, Object> value, Function<CountryFile, Object> recorded) {
    this.value = value;
    this.recorded = recorded;
  }

  /** The parts in which two files differ; both in their one order. */
  static List<CountryField> differing(CountryFile before, CountryFile after) {
    return Arrays.stream(values())
        .filter(field -> !field.value.apply(before).equals(field.value.apply(after)))
        .toList();
  }

  /** What evidence keeps of the part: codes and dates; texts that somebody typed stay out. */
  Object recorded(CountryFile file) {
    return recorded.apply(file);
  }

  /** Its word in evidence, such as {@code workWeek}. */
  String fact() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder fact = new StringBuilder(words[0]);
    for (int at = 1; at < words.length; at++) {
      fact.append(words[at].substring(0, 1).toUpperCase(Locale.ROOT))
          .append(words[at].substring(1));
    }
    return fact.toString();
  }

  /** Its word in keys of the bundles, such as {@code work-week}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Object days(CountryFile file) {
    return file.ownDays().stream().map(CountryFile.Day::day).toList();
  }

  private static Object seats(CountryFile file) {
    return file.institutions().stream().map(CountryField::seat).toList();
  }

  private static Map<String, Object> seat(UsualInstitution one) {
    Map<String, Object> seat = new LinkedHashMap<>();
    seat.put("acronym", one.acronym());
    seat.put("category", one.category());
    seat.put("mandatory", one.mandatory());
    return seat;
  }
}
