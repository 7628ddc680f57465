package org.socle.decision;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.socle.evidence.Published;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The end of the technical validation by the working group. */
@Service
public class Technical {

  private static final String VALIDATED = "VALIDATED";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Conclusion conclusion;
  private final Evidence evidence;
  private final Published published;

  Technical(
      JdbcClient jdbc, Clock clock, Conclusion conclusion, Evidence evidence, Published published) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.conclusion = conclusion;
    this.evidence = evidence;
    this.published = published;
  }

  /**
   * Concludes the technical validation.
   *
   * @param result VALIDATED, CORRECTIONS or NOT_VALIDATED; null when not published, and then the
   *     case goes on
   * @return the result that counts
   */
  @Transactional
  public String conclude(
      String caseId,
      @Nullable String result,
      @Nullable String reason,
      @Nullable String corrections,
      String actor) {
    if (result == null) {
      published.notPublished(
          caseId, "userTask_concludeTechnicalValidation", "result of the technical validation");
    }
    jdbc.sql(
            """
            update technical_validation
               set result = ?, reason = ?, corrections = ?, concluded_at = ?, concluded_by = ?
             where case_id = ?
            """)
        .params(result, reason, corrections, OffsetDateTime.now(clock), actor, caseId)
        .update();
    String counted = result == null ? VALIDATED : result;
    evidence.record(
        caseId,
        actor,
        "technical-validation.concluded",
        null,
        Map.of("result", result == null ? "" : result));
    return counted;
  }

  /** Records what the secretariat corrected in the report. */
  @Transactional
  public void correct(String caseId, @Nullable String changes, String actor) {
    jdbc.sql(
            "update technical_validation set changes = ?, corrected_at = ?, corrected_by = ? where case_id = ?")
        .params(changes, OffsetDateTime.now(clock), actor, caseId)
        .update();
    evidence.record(caseId, actor, "report.corrected", null, Map.of());
  }

  /** Ends the case as refused for the reason given at the technical validation. */
  @Transactional
  public void refuse(String caseId) {
    String reason =
        jdbc.sql("select coalesce(reason, '') from technical_validation where case_id = ?")
            .param(caseId)
            .query(String.class)
            .single();
    conclusion.refuse(caseId, reason);
  }
}
