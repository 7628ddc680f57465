package org.socle.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stay in a phase. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PhaseStay(
    @Schema(description = "Phase", example = "REQUEST") String phase,
    @Schema(description = "When it was entered", example = "2026-01-12T08:00:00Z")
        Instant enteredAt,
    @Nullable @Schema(description = "When it was left", example = "2026-02-12T08:00:00Z")
        Instant leftAt) {}
