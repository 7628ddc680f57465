package org.socle.stakeholder;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.socle.tracking.AssistedAnswers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a nomination that nobody confirmed as struck, and the seat as asked. */
@Component
class StruckNominations implements AssistedAnswers {

  private final JdbcClient jdbc;
  private final Clock clock;

  StruckNominations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public boolean keeps(String kind) {
    return "nomination".equals(kind);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void strike(String caseId, @Nullable String seatId) {
    strike(seatId, SeatState.INVITED);
  }

  /** Strikes what was nominated last; the seat stands as before it was entered, and is asked. */
  void strike(@Nullable String seatId, SeatState before) {
    int struck =
        jdbc.sql(
                """
                update nomination set struck_answer = answer, answer = 'STRUCK', struck_at = ?
                where seat_id = ? and answer in ('NOMINATE', 'DECLINE')
                  and not exists (select 1 from nomination later
                    where later.seat_id = nomination.seat_id and later.asked_at > nomination.asked_at)
                """)
            .params(OffsetDateTime.now(clock), seatId)
            .update();
    // The seat may have been taken out or filled anew meanwhile.
    if (struck == 0) {
      return;
    }
    jdbc.sql("insert into nomination (id, seat_id, asked_at) values (?, ?, ?)")
        .params(UUID.randomUUID().toString(), seatId, OffsetDateTime.now(clock))
        .update();
    jdbc.sql("update seat set state = ? where id = ?").params(before.name(), seatId).update();
  }
}
