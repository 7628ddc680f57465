package org.socle.stakeholder;

import org.jspecify.annotations.Nullable;

/**
 * An institution on the stakeholder map of a case.
 *
 * @param category code of {@link Category}
 * @param mandatory whether the country asks for it by rule
 * @param email address to which the nomination request goes, or null
 * @param accountId account that may act for its seat, or null
 * @param reason why it is on the map, or null
 */
public record Institution(
    String id,
    String caseId,
    String acronym,
    String name,
    String category,
    boolean mandatory,
    @Nullable String email,
    @Nullable String accountId,
    @Nullable String reason) {}
