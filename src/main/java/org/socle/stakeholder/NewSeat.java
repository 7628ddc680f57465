package org.socle.stakeholder;

import org.jspecify.annotations.Nullable;

/**
 * A seat to be added to a working group.
 *
 * @param institutionId institution on the map, or null for one that is new
 * @param institution the new institution, or null
 * @param side code of {@link Side}; null for the side of the institution's category
 * @param voting whether its position counts; null as its category says
 * @param members who sits for it; null while nominations are asked, which ask for them
 */
public record NewSeat(
    @Nullable String institutionId,
    @Nullable NewInstitution institution,
    @Nullable String side,
    @Nullable Boolean voting,
    @Nullable SeatMembers members) {}
