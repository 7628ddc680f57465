package org.socle.nationalprocess;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.AssistedAnswers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps an agency's answer that nobody confirmed as struck, and the invitation as open. */
@Component
class StruckAgencyAnswers implements AssistedAnswers {

  private final JdbcClient jdbc;
  private final Clock clock;

  StruckAgencyAnswers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public boolean keeps(String kind) {
    return "agency-answer".equals(kind);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void strike(String caseId, @Nullable String agency) {
    jdbc.sql(
            """
            update agency_answer set struck_answer = answer, struck_at = ?, answer = null, subjects = null,
              resources = null, answered_at = null, answered_by = null
            where case_id = ? and agency = ? and answer is not null
            """)
        .params(OffsetDateTime.now(clock), caseId, agency)
        .update();
  }
}
