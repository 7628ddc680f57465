package org.socle.stakeholder;

/**
 * An institution that a country usually seats: it stands on the map of every new case.
 *
 * @param category code of {@link Category}
 * @param mandatory whether the rules ask for its seat
 */
public record UsualInstitution(String acronym, String name, String category, boolean mandatory) {}
