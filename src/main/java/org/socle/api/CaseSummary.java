package org.socle.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A case as lists show it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CaseSummary(
    @Schema(description = "Id of the case", example = "2f1c0f0e-5d0a-4a7e-9f0b-0a8f1b6c2d11")
        String id,
    @Schema(description = "Reference that people use", example = "SPF-XTR-2026-001")
        String reference,
    @Schema(description = "ISO 3166 alpha-3 code", example = "XTR") String country,
    @Schema(description = "Title as submitted", example = "A floor for all") String title,
    @Nullable @Schema(description = "French title", example = "Un socle pour tous") String titleFr,
    @Nullable @Schema(description = "Spanish title", example = "Un piso para todos") String titleEs,
    @Schema(
            description = "Whether the process runs",
            allowableValues = {"RUNNING", "CLOSED"},
            example = "RUNNING")
        String status,
    @Nullable
        @Schema(
            description = "Phase in which it is; absent before the first",
            allowableValues = {"REQUEST", "WORKING_GROUP", "DIALOGUE", "VALIDATION", "CLOSED"},
            example = "DIALOGUE")
        String phase,
    @Nullable @Schema(description = "When it entered the phase", example = "2026-03-02T08:00:00Z")
        Instant phaseSince,
    @Nullable @Schema(description = "How it ended", example = "DECIDED") String outcome,
    @Schema(description = "Whether it is a training case", example = "false") boolean training,
    @Schema(description = "When it was opened", example = "2026-01-12T08:00:00Z") Instant openedAt,
    @Nullable @Schema(description = "When it was closed", example = "2027-01-12T08:00:00Z")
        Instant closedAt,
    @Nullable @Schema(description = "Code of the confirmed lead agency", example = "ILO")
        String leadAgency) {}
