package org.socle.portal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.socle.country.Countries;
import org.socle.security.CurrentActor;
import org.socle.tracking.FormSchema.Option;
import org.springframework.stereotype.Component;

/** The countries for which somebody may ask in the Tasklist's start form. */
@Component
class StartCountries {

  private final CurrentActor current;
  private final Countries countries;

  StartCountries(CurrentActor current, Countries countries) {
    this.current = current;
    this.countries = countries;
  }

  /** Those of whoever is signed in, by their names in a language. */
  List<Option> options(Locale locale) {
    return current.get().countries().stream()
        .map(iso3 -> new Option(iso3, countries.of(iso3).name(locale)))
        .sorted(Comparator.comparing(Option::label))
        .toList();
  }
}
