package org.socle.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.socle.country.Countries;
import org.socle.country.CountryProfile;
import org.springframework.stereotype.Component;

/**
 * What pages need of a country: its name, its zone and which day it is there.
 *
 * <p>Profiles are kept once read: names and zones do not change while the program runs, and every
 * page asks for them.
 */
@Component
class CountryDays {

  private final Countries countries;
  private final Clock clock;
  private final Map<String, CountryProfile> profiles = new ConcurrentHashMap<>();

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
    return profile(country).zone();
  }

  /** The country's name in the reader's language. */
  public String name(String country, Locale locale) {
    return profile(country).name(locale);
  }

  private CountryProfile profile(String country) {
    return profiles.computeIfAbsent(country, countries::of);
  }
}
