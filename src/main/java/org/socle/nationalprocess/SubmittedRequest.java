package org.socle.nationalprocess;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request for support as submitted; null where published facts are silent.
 *
 * @param country ISO 3166 alpha-3 code
 * @param signatoryFunction office of the signatory, never a name
 * @param authorityLevel HEAD_OF_GOVERNMENT, MINISTER, DEPUTY_MINISTER, DELEGATED or OTHER
 * @param guarantees of G1 to G4
 * @param subject subject code of the agency routing table
 */
public record SubmittedRequest(
    String country,
    String title,
    @Nullable String requestingInstitution,
    @Nullable Boolean governmentOrigin,
    @Nullable String signatoryFunction,
    @Nullable String authorityLevel,
    @Nullable Boolean signedLetter,
    @Nullable LocalDate letterDate,
    @Nullable String leadMinistry,
    @Nullable String objectives,
    Set<String> guarantees,
    @Nullable String subject,
    @Nullable LocalDate expectedCompletion,
    @Nullable String linkToNationalPlan) {}
