package org.socle.nationalprocess;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The joint appraisal of an accepted request: into which body of the country the process is
 * embedded.
 */
@Service
public class Appraisals {

  private final JdbcClient jdbc;
  private final Evidence evidence;
  private final Clock clock;

  Appraisals(JdbcClient jdbc, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * Stores the appraisal; a later one replaces it when it was sent back.
   *
   * @param embedding EXISTING_BODY or NEW_BODY, or null for a published case that is silent
   */
  @Transactional
  public void record(
      String caseId,
      @Nullable String embedding,
      @Nullable String body,
      @Nullable String risks,
      String actor) {
    jdbc.sql(
            """
            insert into appraisal (case_id, embedding, body, risks, appraised_at, appraised_by)
            values (?, ?, ?, ?, ?, ?)
            on conflict (case_id) do update set embedding = excluded.embedding, body = excluded.body,
              risks = excluded.risks, appraised_at = excluded.appraised_at, appraised_by = excluded.appraised_by
            """)
        .params(Arrays.asList(caseId, embedding, body, risks, OffsetDateTime.now(clock), actor))
        .update();
    Map<String, @Nullable Object> content = new HashMap<>();
    content.put("embedding", embedding);
    content.put("body", body);
    evidence.record(caseId, actor, "request.appraised", caseId, content);
  }

  /** The appraisal of a case. */
  public Optional<Appraisal> find(String caseId) {
    return jdbc.sql("select embedding, body, risks from appraisal where case_id = ?")
        .param(caseId)
        .query(Appraisal.class)
        .optional();
  }

  /** Where the process is embedded and what speaks against it. */
  public record Appraisal(
      @Nullable String embedding, @Nullable String body, @Nullable String risks) {}
}
