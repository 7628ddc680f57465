package org.socle.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Published;
import org.socle.tracking.Duties.Duty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a replayed case's file could not say: reads the entries and sees to it that no step is
 * passed without one.
 */
@Component
class Gaps {

  private final JdbcClient jdbc;
  private final Published published;

  Gaps(JdbcClient jdbc, Published published) {
    this.jdbc = jdbc;
    this.published = published;
  }

  /** Writes the entry of a duty that is done without published facts. */
  void enter(Duty duty, @Nullable String missing) {
    if (missing != null) {
      published.notPublished(duty.caseId(), duty.element(), missing);
    }
  }

  /** Every entry of a case in the order in which they were written. */
  List<Gap> ofCase(String caseId) {
    return jdbc.sql(
            "select at, kind, step, detail, source from evidence_v_published_gap where case_id = ? order by id")
        .param(caseId)
        .query(Gap.class)
        .list();
  }

  /** One entry: {@code kind} is NOT_PUBLISHED or PUBLISHED_OTHERWISE. */
  record Gap(Instant at, String kind, String step, String detail, @Nullable String source) {}
}
