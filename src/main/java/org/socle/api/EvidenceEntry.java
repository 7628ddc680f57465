package org.socle.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry of the record of who did what; people are ids, never names. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EvidenceEntry(
    @Schema(description = "Number of the entry", example = "4711") long id,
    @Schema(description = "When", example = "2026-03-02T08:00:00Z") Instant at,
    @Schema(description = "Account id, or system", example = "system") String actor,
    @Schema(description = "Act", example = "request.accepted") String action,
    @Nullable @Schema(description = "Id of what was acted on", example = "2f1c0f0e") String subject,
    @Schema(description = "Facts of the act as canonical JSON", example = "{}") String content,
    @Schema(
            description = "SHA-256 of the content",
            example = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")
        String contentHash) {}
