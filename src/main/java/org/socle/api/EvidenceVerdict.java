package org.socle.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.EvidenceCheck;
import org.socle.evidence.Finding;

/** What a check of a case's chain of evidence has found. */
record EvidenceVerdict(
    @Schema(description = "Whether nothing is wrong") boolean clean,
    @Schema(description = "Sealed entries that were checked", example = "120") long entries,
    @Schema(
            description = "The chain's last link",
            example = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a")
        String head,
    @Schema(description = "Number of all findings", example = "0") long found,
    @Schema(description = "The first 100 findings in the order of the chain")
        List<EvidenceFinding> findings) {

  static EvidenceVerdict of(EvidenceCheck.Result result) {
    return new EvidenceVerdict(
        result.clean(),
        result.rows(),
        result.head(),
        result.found(),
        result.findings().stream().map(EvidenceFinding::of).toList());
  }

  /** Something that is wrong with an entry. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EvidenceFinding(
      @Schema(description = "What is wrong") Finding.Kind kind,
      @Nullable @Schema(description = "Number of the entry", example = "4711") Long entry,
      @Nullable @Schema(description = "Place in the chain", example = "12") Long position,
      @Nullable @Schema(description = "Column or day of which it speaks", example = "at")
          String about) {

    private static EvidenceFinding of(Finding finding) {
      return new EvidenceFinding(
          finding.kind(), finding.row(), finding.position(), finding.about());
    }
  }
}
