package org.socle.workflow.task;

import java.util.List;
import java.util.Locale;
import org.socle.country.Countries;
import org.socle.tracking.FormSchema.Option;
import org.springframework.stereotype.Component;

/** The countries that a start form offers: those that are set up now, which no file could list. */
@Component
class CountryOptions {

  static final String FIELD = "country";

  private final Countries countries;

  CountryOptions(Countries countries) {
    this.countries = countries;
  }

  /** A start form with today's countries. */
  FormFile fill(FormFile form) {
    List<Option> options =
        countries.all().stream()
            .map(country -> new Option(country.iso3(), country.name(Locale.ENGLISH)))
            .toList();
    return form.withOptions(FIELD, options);
  }
}
