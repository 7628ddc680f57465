package org.socle.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Evidence as rows; the content is canonical JSON (keys in order, ISO dates) and its SHA-256 stands
 * beside it.
 */
@Component
class EvidenceTable implements Evidence {

  private final ObjectMapper canonical =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Sealer sealer;

  EvidenceTable(JdbcClient jdbc, Clock clock, Sealer sealer) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.sealer = sealer;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(
      @Nullable String caseId,
      String actor,
      String action,
      @Nullable String subject,
      Map<String, ?> content) {
    String text = text(content);
    jdbc.sql(
            """
            insert into evidence (case_id, at, actor, action, subject, content, content_hash)
            values (:caseId, :at, :actor, :action, :subject, :content, :hash)
            """)
        .param("caseId", caseId)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("actor", actor)
        .param("action", action)
        .param("subject", subject)
        .param("content", text)
        .param("hash", Bytes.sha256(text))
        .update();
    sealer.afterCommit(caseId == null ? EvidenceTrail.OUTSIDE : caseId);
  }

  private String text(Map<String, ?> content) {
    try {
      return canonical.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Evidence must be plain facts", e);
    }
  }
}
