package org.socle.stakeholder;

import java.time.Instant;

/**
 * An asking that was opened.
 *
 * @param deadline end of the last day to answer, in the country
 */
public record OpenedAsking(String askingId, Instant deadline) {}
