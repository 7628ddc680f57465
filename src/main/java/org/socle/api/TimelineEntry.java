package org.socle.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that happened in a case. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TimelineEntry(
    @Schema(description = "Moment, day or month in ISO form", example = "2026-03-02T08:00:00Z")
        String at,
    @Schema(
            description = "What kind of event",
            allowableValues = {
              "PHASE_ENTERED",
              "PHASE_LEFT",
              "DUTY_ASKED",
              "DUTY_ANSWERED",
              "FACT"
            },
            example = "PHASE_ENTERED")
        String kind,
    @Schema(description = "Phase, task or fact", example = "DIALOGUE") String what,
    @Nullable @Schema(description = "Group or body concerned", example = "secretariat") String who,
    @Nullable @Schema(description = "Source of a published fact", example = "Official gazette")
        String source) {}
