package org.socle.stakeholder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The act that founds the working group; null where published facts are silent.
 *
 * @param type ORDER, DECREE, LETTER or OTHER
 */
public record LegalAct(
    @Nullable String type,
    @Nullable String number,
    @Nullable LocalDate date,
    @Nullable String issuer) {}
