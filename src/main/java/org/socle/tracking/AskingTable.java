package org.socle.tracking;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.socle.country.Term;
import org.socle.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of askings: opened once, joined at most once, closed at most once. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AskingTable {

  /** Contributions of which nothing is owed any more; one may be answered and then confirmed. */
  private static final String ANSWERED =
      """
      (select count(*) from (
        select 1 from duty where duty.asking_id = asking.id
        group by duty.process_instance_id
        having bool_and(duty.state = 'answered') and bool_or(duty.out_at is null)) contribution)
      """;

  private final JdbcClient jdbc;
  private final Evidence evidence;
  private final Clock clock;

  AskingTable(JdbcClient jdbc, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.evidence = evidence;
    this.clock = clock;
  }

  void insert(String id, Askings.Asking asking) {
    jdbc.sql(
            """
            insert into asking (id, case_id, country, kind, process_key, start_message, join_message, waiting_instance_id,
                due_date, working_days, asked, opened_at)
            values (:id, :caseId, :country, :kind, :processKey, :startMessage, :joinMessage, :waiting, :dueDate,
                :workingDays, :asked, :openedAt)
            """)
        .param("id", id)
        .param("caseId", asking.caseId())
        .param("country", asking.country())
        .param("kind", asking.kind())
        .param("processKey", asking.processKey())
        .param("startMessage", asking.startMessage())
        .param("joinMessage", asking.joinMessage())
        .param("waiting", asking.waitingInstanceId())
        .param("dueDate", asking.dueDate())
        .param("workingDays", asking.unit() == Term.Unit.WORKING_DAYS)
        .param("asked", asking.recipients().size())
        .param("openedAt", now())
        .update();
    evidence.record(
        asking.caseId(),
        Evidence.SYSTEM,
        "asking.opened",
        id,
        Map.of(
            "kind",
            asking.kind(),
            "asked",
            asking.recipients().size(),
            "dueDate",
            asking.dueDate()));
  }

  /**
   * Marks an asking joined if no duty is open and nobody was faster; returns what to tell whom.
   *
   * <p>The number of who is asked must fit the duties: when somebody is asked or taken out at the
   * same moment, this statement still sees the old duties and leaves the join to the next look. The
   * {@code case} keeps the order: while somebody owes an answer, nobody counts all of them.
   */
  Optional<Waiting> markJoined(String id) {
    return jdbc.sql(
            """
            update asking set joined_at = :at
            where id = :id and joined_at is null and closed_at is null and stopped_at is null
              and case when exists (select 1 from duty where duty.asking_id = asking.id and duty.state = 'open')
                then false
                else asked = (select count(distinct duty.process_instance_id) from duty
                  where duty.asking_id = asking.id and duty.out_at is null) end
            returning case_id, kind, waiting_instance_id, join_message
            """)
        .param("at", now())
        .param("id", id)
        .query(Waiting.class)
        .optional();
  }

  /**
   * Marks an asking joined by a person's decision if nobody was faster; returns what to tell whom.
   */
  Optional<Waiting> markConcluded(String id) {
    return jdbc.sql(
            """
            update asking set joined_at = :at
            where id = :id and joined_at is null and closed_at is null and stopped_at is null
            returning case_id, kind, waiting_instance_id, join_message
            """)
        .param("at", now())
        .param("id", id)
        .query(Waiting.class)
        .optional();
  }

  /** Askings of a case that wait for answers. */
  @Transactional(propagation = Propagation.SUPPORTS)
  List<Askings.OpenAsking> openOf(String caseId) {
    return jdbc.sql(
            """
            select id, kind, due_date, asked,
              """
                + ANSWERED
                + """
               as answered
            from asking where case_id = :caseId and joined_at is null and closed_at is null
            order by opened_at
            """)
        .param("caseId", caseId)
        .query(Askings.OpenAsking.class)
        .list();
  }

  /** Marks an asking closed; returns whether it was open. */
  boolean markClosed(String id, String reason) {
    Optional<String> caseId =
        jdbc.sql(
                """
            update asking set closed_at = :at, close_reason = :reason where id = :id and closed_at is null
            returning case_id
            """)
            .param("at", now())
            .param("reason", reason)
            .param("id", id)
            .query(String.class)
            .optional();
    caseId.ifPresent(
        of -> evidence.record(of, Evidence.SYSTEM, "asking.closed", id, Map.of("reason", reason)));
    return caseId.isPresent();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /** Askings that nobody owes anything any more and that were not joined, oldest first. */
  @Transactional(propagation = Propagation.SUPPORTS)
  List<String> overdueJoins() {
    return jdbc.sql(
            """
            select id from asking where joined_at is null and closed_at is null and stopped_at is null
              and not exists (select 1 from duty where duty.asking_id = asking.id and duty.state = 'open')
            order by opened_at limit 500
            """)
        .query(String.class)
        .list();
  }

  /** Counts of an asking; an {@link IllegalArgumentException} when there is none. */
  @Transactional(propagation = Propagation.SUPPORTS)
  Askings.Tally tally(String id) {
    return jdbc.sql(
            """
            select asked,
              """
                + ANSWERED
                + """
               as answered,
              (select count(*) from duty where asking_id = asking.id and state in ('open', 'stopped')) as open
            from asking where id = :id
            """)
        .param("id", id)
        .query(Askings.Tally.class)
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("No asking " + id));
  }

  /** The process instance that waits for the join message. */
  record Waiting(String caseId, String kind, String waitingInstanceId, String joinMessage) {}
}
