package org.socle.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** What a submitted request became. */
record RequestReceipt(
    @Schema(description = "Id of the case", example = "2f1c0f0e-5d0a-4a7e-9f0b-0a8f1b6c2d11")
        String id,
    @Schema(description = "Reference that people use", example = "SPF-XTR-2026-001")
        String reference,
    @Schema(description = "ISO 3166 alpha-3 code", example = "XTR") String country) {}
