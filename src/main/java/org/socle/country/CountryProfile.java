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
 * @param workWeek days on which people work
 * @param holidays code of the holiday calendar (ISO 3166 alpha-2 in lower case), empty for none
 * @param workingLanguage language of task names: en, fr or es
 * @param quorumProfile row of DT4: GROUPS_PRESENT, FR_RECONVENE, GHANA_STYLE or CONSULTATIVE
 * @param residentAgencies codes of the UN agencies present in the country
 */
public record CountryProfile(
    String iso3,
    Map<String, String> names,
    ZoneId zone,
    Set<DayOfWeek> workWeek,
    String holidays,
    String workingLanguage,
    String quorumProfile,
    List<String> residentAgencies,
    boolean training) {

  /** The country's name in the language of the reader, else in English. */
  public String name(Locale locale) {
    return names.getOrDefault(locale.getLanguage(), names.getOrDefault("en", iso3));
  }
}
