package org.socle.country;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is set for one country.
 *
 * @param iso3 ISO 3166 alpha-3 code, also the tenant of the country's cases
 * @param names name by language (en, fr, es)
 * @param zone time zone in which a day ends
 * @param languages ISO 639 codes of the languages that its people write in
 * @param workingLanguage language of task names: en, fr or es
 * @param workWeek days on which people work
 * @param holidays code of the holiday calendar (ISO 3166 alpha-2 in lower case), empty for none
 * @param ownDays free days beside those of the calendar
 * @param quorumProfile row of DT4: GROUPS_PRESENT, FR_RECONVENE, GHANA_STYLE or CONSULTATIVE
 * @param residentAgencies codes of the UN agencies present in the country
 * @param terms terms that differ from the program's own
 * @param version counts the changes, from 1
 */
public record CountryProfile(
    String iso3,
    Map<String, String> names,
    ZoneId zone,
    List<String> languages,
    String workingLanguage,
    Set<DayOfWeek> workWeek,
    String holidays,
    List<OwnDay> ownDays,
    String quorumProfile,
    List<String> residentAgencies,
    Map<CountryTerm, Term> terms,
    int version) {

  /** The country's name in the language of the reader, else in English. */
  public String name(Locale locale) {
    return names.getOrDefault(locale.getLanguage(), names.getOrDefault("en", iso3));
  }

  /** How long something may take in the country. */
  public Term term(CountryTerm term) {
    return terms.getOrDefault(term, term.standard());
  }

  /** Whether its cases are for training: ISO 3166 leaves the codes with X to their users. */
  public boolean training() {
    return iso3.startsWith("X");
  }
}
