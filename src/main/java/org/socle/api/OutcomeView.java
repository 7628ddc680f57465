package org.socle.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a level decided on a recommendation. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutcomeView(
    @Schema(
            description = "Id of the recommendation",
            example = "9a6c1f0e-5d0a-4a7e-9f0b-0a8f1b6c2d14")
        String recommendationId,
    @Schema(description = "Deciding level", example = "CABINET") String level,
    @Schema(description = "Attempt, from 1", example = "1") int attempt,
    @Schema(description = "Outcome", example = "APPROVED") String outcome,
    @Nullable @Schema(description = "Reason", example = "Costed and affordable") String reason,
    @Nullable @Schema(description = "Day of the decision", example = "2026-11-02")
        LocalDate decidedOn) {}
