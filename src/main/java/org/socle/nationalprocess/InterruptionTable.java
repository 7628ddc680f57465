package org.socle.nationalprocess;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Rows of interruptions and the status that they give their case. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InterruptionTable {

  private static final String OPEN =
      "select id, kind, reason, from_at, from_by, until_by, until_reason, asking_id from interruption where case_id = ? and until_at is null";

  private final JdbcClient jdbc;
  private final Clock clock;

  InterruptionTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Opens an interruption unless one of its kind is open or the case has ended; returns its id. */
  Optional<String> open(
      String caseId,
      InterruptionKind kind,
      String reason,
      String actor,
      @Nullable String governmentChangeId) {
    return jdbc.sql(
            """
            insert into interruption (id, case_id, kind, reason, from_at, from_by, government_change_id)
            select ?, c.id, ?, ?, ?, ?, ? from national_process c
            where c.id = ? and c.status <> 'CLOSED' and c.outcome is null
            on conflict (case_id, kind) where until_at is null do nothing returning id
            """)
        .params(
            Arrays.asList(
                UUID.randomUUID().toString(),
                kind.name(),
                reason,
                OffsetDateTime.now(clock),
                actor,
                governmentChangeId,
                caseId))
        .query(String.class)
        .optional();
  }

  /** Takes back an interruption that nobody could be told of. */
  void drop(String id) {
    jdbc.sql("delete from interruption where id = ?").param(id).update();
  }

  /** Closes the open interruption of a kind; returns whether there was one. */
  boolean close(String caseId, InterruptionKind kind, String reason, String actor) {
    return jdbc.sql(
                """
                update interruption set until_at = ?, until_by = ?, until_reason = ?
                where case_id = ? and kind = ? and until_at is null
                """)
            .params(OffsetDateTime.now(clock), actor, reason, caseId, kind.name())
            .update()
        == 1;
  }

  /** Closes whatever interrupts a case that ends. */
  void closeAll(String caseId, String actor) {
    jdbc.sql(
            "update interruption set until_at = ?, until_by = ? where case_id = ? and until_at is null")
        .params(OffsetDateTime.now(clock), actor, caseId)
        .update();
  }

  /** The open interruptions of a case. */
  List<Open> open(String caseId) {
    return jdbc.sql(OPEN).param(caseId).query(Open.class).list();
  }

  /** The open interruption of a kind; an {@link IllegalStateException} when there is none. */
  Open get(String caseId, InterruptionKind kind) {
    return open(caseId).stream()
        .filter(open -> open.kind().equals(kind.name()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Case " + caseId + " has no open " + kind));
  }

  /** Notes why a suspension is to end, before it does. */
  void note(String caseId, String reason, String actor) {
    jdbc.sql(
            """
            update interruption set until_reason = ?, until_by = ?
            where case_id = ? and kind = 'SUSPENSION' and until_at is null
            """)
        .params(reason, actor, caseId)
        .update();
  }

  /** Notes what a government has re-confirmed. */
  void note(String caseId, Reconfirmation said, String actor) {
    jdbc.sql(
            """
            update interruption set mandate = ?, mandate_text = ?, members = ?, reference = ?, until_by = ?
            where case_id = ? and kind = 'GOVERNMENT_CHANGE' and until_at is null
            """)
        .params(
            Arrays.asList(
                said.mandate(), said.text(), said.members(), said.reference(), actor, caseId))
        .update();
  }

  /** Notes the asking for new members. */
  void asking(String caseId, String askingId) {
    jdbc.sql(
            """
            update interruption set asking_id = ?
            where case_id = ? and kind = 'GOVERNMENT_CHANGE' and until_at is null
            """)
        .params(askingId, caseId)
        .update();
  }

  /** Lets a running case stand still; returns whether it ran. */
  boolean suspend(String caseId) {
    return jdbc.sql(
                """
                update national_process set status = 'SUSPENDED', suspended_at = ?
                where id = ? and status = 'RUNNING' and outcome is null
                """)
            .params(OffsetDateTime.now(clock), caseId)
            .update()
        == 1;
  }

  /** Since when a suspended case stands still. */
  Instant since(String caseId) {
    return jdbc.sql(
            "select suspended_at from national_process where id = ? and status = 'SUSPENDED'")
        .param(caseId)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  /** Lets a suspended case run again. */
  void resume(String caseId) {
    jdbc.sql(
            "update national_process set status = 'RUNNING', suspended_at = null where id = ? and status = 'SUSPENDED'")
        .param(caseId)
        .update();
  }

  /** Closes a case as withdrawn; an {@link IllegalStateException} when it has ended. */
  void withdraw(String caseId, String reason) {
    int updated =
        jdbc.sql(
                """
                update national_process set status = 'CLOSED', outcome = 'WITHDRAWN', reason = ?, closed_at = ?,
                  suspended_at = null
                where id = ? and status <> 'CLOSED' and outcome is null
                """)
            .params(reason, OffsetDateTime.now(clock), caseId)
            .update();
    if (updated != 1) {
      throw new IllegalStateException("Case " + caseId + " has ended");
    }
    jdbc.sql(
            """
            update support_request set status = 'WITHDRAWN', status_reason = ?
            where case_id = ? and status in ('SUBMITTED', 'ACKNOWLEDGED', 'CLARIFICATION')
            """)
        .params(reason, caseId)
        .update();
  }

  /**
   * An interruption that lasts.
   *
   * @param kind code of {@link InterruptionKind}
   * @param untilBy who has said how it is to end, or null
   * @param askingId asking for new members, or null
   */
  record Open(
      String id,
      String kind,
      String reason,
      Instant fromAt,
      String fromBy,
      @Nullable String untilBy,
      @Nullable String untilReason,
      @Nullable String askingId) {}

  /**
   * What a new government says.
   *
   * @param mandate CONFIRMED or CHANGED
   * @param text the changed mandate, or null
   * @param members CONFIRMED or NEW
   * @param reference of the letter
   */
  record Reconfirmation(String mandate, @Nullable String text, String members, String reference) {}
}
