package org.socle.setup;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.socle.country.CountryProfile;
import org.socle.country.CountryTerm;
import org.socle.country.OwnDay;
import org.socle.country.Term;
import org.socle.stakeholder.UsualInstitution;

/** Turns what was typed for a country into its profile, and a profile back into what is typed. */
final class CountryProfiles {

  private CountryProfiles() {}

  static CountryFile file(CountryProfile profile, List<UsualInstitution> institutions) {
    Map<String, String> terms = new LinkedHashMap<>();
    profile.terms().forEach((term, span) -> terms.put(term.code(), span.toString()));
    return new CountryFile(
            profile.iso3(),
            profile.names(),
            profile.zone().getId(),
            profile.languages(),
            profile.workingLanguage(),
            profile.workWeek().stream().map(CountryFile::word).toList(),
            profile.holidays(),
            profile.ownDays().stream()
                .map(own -> new CountryFile.Day(own.text(), own.name()))
                .toList(),
            institutions,
            profile.residentAgencies(),
            profile.quorumProfile(),
            terms)
        .sorted();
  }

  static CountryProfile profile(CountryFile file, int version) {
    Map<CountryTerm, Term> own = new EnumMap<>(CountryTerm.class);
    file.sorted()
        .terms()
        .forEach((code, span) -> own.put(CountryTerm.ofCode(code).orElseThrow(), Term.parse(span)));
    return new CountryProfile(
        file.iso3(),
        file.names(),
        ZoneId.of(file.zone()),
        file.languages(),
        file.workingLanguage(),
        CountryFile.days(file.workWeek()),
        file.holidays(),
        file.ownDays().stream().map(day -> OwnDay.parse(day.day(), day.name())).toList(),
        file.quorum(),
        file.agencies().stream().sorted().toList(),
        own,
        version);
  }
}
