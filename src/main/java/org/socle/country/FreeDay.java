package org.socle.country;

import java.time.LocalDate;

/**
 * A free day beside the weekly ones.
 *
 * @param key what the calendar of holidays calls it, such as {@code NEW_YEAR}; empty for a day that
 *     the country added
 * @param name its name, in the language that was asked for as far as the calendar has it
 */
public record FreeDay(LocalDate date, String key, String name) {}
