package org.socle.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One thing asked of one seat, function or agency. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DutyView(
    @Schema(description = "Id of the duty", example = "7d6c1f0e-5d0a-4a7e-9f0b-0a8f1b6c2d13")
        String id,
    @Schema(description = "Element of the model that asks", example = "userTask_answerOpinion")
        String task,
    @Schema(description = "Group that owes it", example = "secretariat") String owner,
    @Nullable @Schema(description = "Acronym of the seat's institution", example = "TUC")
        String acronym,
    @Nullable @Schema(description = "Institution of the seat", example = "Trade Union Congress")
        String institution,
    @Schema(
            description = "State",
            allowableValues = {"open", "stopped", "answered", "silent", "cancelled"},
            example = "open")
        String state,
    @Schema(description = "When it was asked", example = "2026-03-02T08:00:00Z") Instant askedAt,
    @Nullable @Schema(description = "Last day in the country", example = "2026-03-16")
        LocalDate dueDate,
    @Nullable @Schema(description = "When it was answered", example = "2026-03-10T09:30:00Z")
        Instant answeredAt,
    @Nullable
        @Schema(
            description = "How the answer came when staff entered it for its owner",
            allowableValues = {"LETTER", "EMAIL", "TELEPHONE", "MEETING"},
            example = "TELEPHONE")
        String channel,
    @Nullable
        @Schema(
            description = "Letter or note from which staff entered it",
            example = "Note for the file 12/2026")
        String reference,
    @Nullable
        @Schema(
            description = "What became of what staff entered; it counts once it is confirmed",
            allowableValues = {"WAITING", "CONFIRMED", "DECLINED", "STRUCK", "IN_WRITING"},
            example = "CONFIRMED")
        String confirmation) {}
