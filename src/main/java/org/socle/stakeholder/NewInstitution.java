package org.socle.stakeholder;

import org.jspecify.annotations.Nullable;

/**
 * An institution to be put on the map.
 *
 * @param acronym 1 to 30 characters, unique in the case
 * @param name 1 to 200 characters
 * @param category code of {@link Category}
 * @param email address, at most 254 characters, or null
 * @param reason why it belongs on the map, at most 1,000 characters, or null
 */
public record NewInstitution(
    @Nullable String acronym,
    @Nullable String name,
    @Nullable String category,
    boolean mandatory,
    @Nullable String email,
    @Nullable String reason) {}
