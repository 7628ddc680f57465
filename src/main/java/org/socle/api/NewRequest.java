package org.socle.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request for support as the form of the national process asks for it; for the document alone.
 */
@Schema(description = "A request for support; the same fields and rules as the form")
record NewRequest(
    @Schema(description = "ISO 3166 alpha-3 code", example = "XTR") String country,
    @Schema(description = "Title", maxLength = 200, example = "A floor for all") String title,
    @Schema(description = "Requesting institution", maxLength = 200, example = "Ministry of Labour")
        String requestingInstitution,
    @Nullable @Schema(description = "Part of the government", example = "true")
        Boolean governmentOrigin,
    @Schema(description = "Office of the signatory, no name", maxLength = 200, example = "Minister")
        String signatoryFunction,
    @Schema(
            description = "Level of the signatory",
            allowableValues = {
              "HEAD_OF_GOVERNMENT",
              "MINISTER",
              "DEPUTY_MINISTER",
              "DELEGATED",
              "OTHER"
            },
            example = "MINISTER")
        String authorityLevel,
    @Nullable @Schema(description = "A signed letter is on file", example = "true")
        Boolean signedLetter,
    @Nullable @Schema(description = "Date of the letter", example = "2026-02-20")
        LocalDate letterDate,
    @Nullable
        @Schema(description = "Lead ministry", maxLength = 200, example = "Ministry of Labour")
        String leadMinistry,
    @Nullable
        @Schema(
            description = "Objectives and scope",
            maxLength = 4000,
            example = "Pensions for all")
        String objectives,
    @Nullable @Schema(description = "Essential health care", example = "false") Boolean guaranteeG1,
    @Nullable @Schema(description = "Income security of children", example = "false")
        Boolean guaranteeG2,
    @Nullable @Schema(description = "Income security in working age", example = "false")
        Boolean guaranteeG3,
    @Nullable @Schema(description = "Income security in old age", example = "true")
        Boolean guaranteeG4,
    @Schema(description = "Code of the main subject", example = "PENSION") String subject,
    @Nullable @Schema(description = "Expected completion", example = "2027-12-31")
        LocalDate expectedCompletion,
    @Nullable
        @Schema(
            description = "Link to the national plan",
            maxLength = 4000,
            example = "Plan, ch. 4")
        String linkToNationalPlan) {}
