package org.socle.portal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** What pages need of a country: its name, its zone and which day it is there. */
interface CountryDays {

  /** The day it is now in a country. */
  LocalDate today(String country);

  /** The time zone in which a day of the country ends. */
  ZoneId zone(String country);

  /** The country's name in the reader's language. */
  String name(String country, Locale locale);
}
