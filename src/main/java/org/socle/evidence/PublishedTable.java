package org.socle.evidence;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cases carried from files, and the gaps in what was published, as rows. */
@Component
class PublishedTable implements Published {

  private final JdbcClient jdbc;
  private final Evidence evidence;
  private final Clock clock;

  PublishedTable(JdbcClient jdbc, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.evidence = evidence;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void carry(String caseId, String fileHash, String sources) {
    jdbc.sql(
            "insert into replayed_case (case_id, file_hash, sources) values (:caseId, :hash, :sources)")
        .param("caseId", caseId)
        .param("hash", fileHash)
        .param("sources", sources)
        .update();
    evidence.record(
        caseId,
        Evidence.SYSTEM,
        "case.carried",
        caseId,
        Map.of("file", fileHash, "sources", sources));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> caseOfFile(String fileHash) {
    return jdbc.sql("select case_id from replayed_case where file_hash = :hash")
        .param("hash", fileHash)
        .query(String.class)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public boolean replayed(String caseId) {
    return jdbc.sql("select exists (select 1 from replayed_case where case_id = :caseId)")
        .param("caseId", caseId)
        .query(Boolean.class)
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public boolean entered(String caseId, String step) {
    return jdbc.sql(
            "select exists (select 1 from published_gap where case_id = :caseId and step = :step and at = :at)")
        .param("caseId", caseId)
        .param("step", step)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void notPublished(String caseId, String step, String missing) {
    insert(caseId, "NOT_PUBLISHED", step, missing, null);
    evidence.record(
        caseId, Evidence.SYSTEM, "fact.not-published", step, Map.of("missing", missing));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void publishedOtherwise(String caseId, String step, String result) {
    String source =
        jdbc.sql("select sources from replayed_case where case_id = :caseId")
            .param("caseId", caseId)
            .query(String.class)
            .optional()
            .orElse(null);
    insert(caseId, "PUBLISHED_OTHERWISE", step, result, source);
    evidence.record(
        caseId, Evidence.SYSTEM, "fact.published-otherwise", step, Map.of("result", result));
  }

  private void insert(
      String caseId, String kind, String step, String detail, @Nullable String source) {
    jdbc.sql(
            """
            insert into published_gap (case_id, at, kind, step, detail, source)
            values (:caseId, :at, :kind, :step, :detail, :source)
            """)
        .param("caseId", caseId)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("kind", kind)
        .param("step", step)
        .param("detail", detail)
        .param("source", source)
        .update();
  }
}
