package org.socle.decision;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.AssistedAnswers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps an opinion that nobody confirmed as struck; the seat counts as silent. */
@Component
class StruckOpinions implements AssistedAnswers {

  private final JdbcClient jdbc;
  private final Clock clock;

  StruckOpinions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public boolean keeps(String kind) {
    return "opinion".equals(kind);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void strike(String caseId, @Nullable String seatId) {
    jdbc.sql(
            """
            update technical_opinion set struck_opinion = opinion, struck_text = text, struck_at = ?, opinion = null,
              text = null, recorded_at = null, recorded_by = null
            where case_id = ? and seat_id = ? and opinion is not null
            """)
        .params(OffsetDateTime.now(clock), caseId, seatId)
        .update();
  }
}
