package org.socle.nationalprocess;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a resident agency answered to the invitation.
 *
 * @param agency code such as {@code ILO}
 * @param answer PARTICIPATE, OBSERVE or DECLINE, or null while it is open or when it was not
 *     published
 * @param silent whether it is an observer because it did not answer in time
 */
public record AgencyAnswer(
    String agency,
    @Nullable String answer,
    @Nullable String subjects,
    @Nullable String resources,
    boolean silent,
    @Nullable Instant answeredAt) {}
