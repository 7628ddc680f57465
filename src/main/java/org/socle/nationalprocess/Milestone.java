package org.socle.nationalprocess;

import org.jspecify.annotations.Nullable;

/**
 * A dated fact of a case.
 *
 * @param date day {@code yyyy-MM-dd} or month {@code yyyy-MM}
 * @param until last day or month in the same form, or null
 * @param kind what kind of fact, such as {@code meeting}; at most 40 characters
 * @param who acronyms of those who took part, separated by commas, or null
 * @param what the fact in words
 * @param source where it was published, or null for a fact of the program
 */
public record Milestone(
    String date,
    @Nullable String until,
    String kind,
    @Nullable String who,
    String what,
    @Nullable String source) {}
