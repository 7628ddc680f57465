package org.socle.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** A seat of the working group; institutions only, never people. */
record SeatView(
    @Schema(description = "Id of the seat", example = "5b6c1f0e-5d0a-4a7e-9f0b-0a8f1b6c2d12")
        String id,
    @Schema(description = "Acronym of the institution", example = "TUC") String acronym,
    @Schema(description = "Institution", example = "Trade Union Congress") String institution,
    @Schema(description = "Category of the institution", example = "WRK") String category,
    @Schema(description = "Side", example = "WRK") String side,
    @Schema(description = "State of the seat", example = "SEATED") String state,
    @Schema(description = "Whether it has a vote", example = "true") boolean voting) {}
