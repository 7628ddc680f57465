package org.socle.nationalprocess;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When a case was planned to be in its phases, and when it entered and left them. */
@Service
public class Phases {

  private final JdbcClient jdbc;
  private final PhasePlans plans;
  private final Evidence evidence;
  private final Clock clock;

  Phases(JdbcClient jdbc, PhasePlans plans, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.plans = plans;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** Enters the first phase of a new case and plans all of them. */
  void begin(String caseId, String country) {
    enter(caseId, Phase.REQUEST);
    plans.make(caseId, country);
  }

  /**
   * Leaves the current phase and enters the given one; nothing happens when the case is in it
   * already.
   */
  @Transactional
  public void enter(String caseId, Phase phase) {
    boolean inside =
        jdbc.sql(
                "select exists (select 1 from phase where case_id = ? and phase = ? and left_at is null)")
            .params(caseId, phase.name())
            .query(Boolean.class)
            .single();
    if (inside) {
      return;
    }
    leave(caseId);
    jdbc.sql("insert into phase (case_id, phase, entered_at) values (?, ?, ?)")
        .params(caseId, phase.name(), OffsetDateTime.now(clock))
        .update();
    evidence.record(caseId, Evidence.SYSTEM, "phase.entered", phase.name(), Map.of());
  }

  /** Leaves the current phase, if any. */
  @Transactional
  public void leave(String caseId) {
    jdbc.sql("update phase set left_at = ? where case_id = ? and left_at is null")
        .params(OffsetDateTime.now(clock), caseId)
        .update();
  }

  /** The phases of a case in the order of entering. */
  public List<Stay> ofCase(String caseId) {
    return jdbc.sql(
            """
            select phase, entered_at as "from", left_at as "to" from phase where case_id = ? order by id
            """)
        .param(caseId)
        .query(Stay.class)
        .list();
  }

  /**
   * A stay in a phase.
   *
   * @param phase code of {@link Phase}
   * @param to null while the case is in it
   */
  public record Stay(String phase, Instant from, @Nullable Instant to) {}
}
