package org.socle.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.socle.country.Countries;
import org.springframework.stereotype.Component;

/** What pages need of a country: its name, its zone and which day it is there. */
@Component
class CountryDays {

  private final Countries countries;
  private final Clock clock;

  CountryDays(Countries countries, Clock clock) {
    this.countries = countries;
    this.clock = clock;
  }

  /** The day it is now in a country. */
  public LocalDate today(String country) {
    return LocalDate.ofInstant(clock.instant(), zone(country));
  }

  /** The time zone in which a day of the country ends. */
  public ZoneId zone(String country) {
    return countries.of(country).zone();
  }

  /** The country's name in the reader's language. */
  public String name(String country, Locale locale) {
    return countries.of(country).name(locale);
  }
}
