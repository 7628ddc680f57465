package org.socle.stakeholder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.tracking.InvalidFormException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Terms of reference, founding act and installation of the working group. */
@Service
public class WorkingGroups {

  private final JdbcClient jdbc;
  private final Notifications notifications;
  private final Evidence evidence;
  private final Clock clock;

  WorkingGroups(JdbcClient jdbc, Notifications notifications, Evidence evidence, Clock clock) {
    this.jdbc = jdbc;
    this.notifications = notifications;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * The working group of a case, once its terms of reference were drafted or its composition was
   * ruled on.
   */
  public Optional<WorkingGroup> find(String caseId) {
    return jdbc.sql("select * from working_group where case_id = ?")
        .param(caseId)
        .query((row, number) -> group(row))
        .optional();
  }

  private static WorkingGroup group(ResultSet row) throws SQLException {
    OffsetDateTime installedAt = row.getObject("installed_at", OffsetDateTime.class);
    return new WorkingGroup(
        row.getString("case_id"),
        new TermsOfReference(
            row.getString("mandate"),
            row.getString("decision_rule"),
            row.getString("quorum_profile"),
            row.getObject("max_rounds", Integer.class),
            row.getString("languages")),
        new LegalAct(
            row.getString("act_type"),
            row.getString("act_number"),
            row.getObject("act_date", LocalDate.class),
            row.getString("act_issuer")),
        installedAt == null ? null : installedAt.toInstant());
  }

  /**
   * Stores what the chair decided about an incomplete composition.
   *
   * @param decision ASK_AGAIN or ABANDON
   */
  @Transactional
  public void resolve(String caseId, String decision, @Nullable String reason, String actor) {
    begin(caseId);
    jdbc.sql("update working_group set resolution = ?, resolution_reason = ? where case_id = ?")
        .params(Arrays.asList(decision, reason, caseId))
        .update();
    evidence.record(caseId, actor, "composition.resolved", null, Map.of("decision", decision));
  }

  /**
   * Why the chair gave up forming the group; {@link IllegalStateException} when no reason was
   * given.
   */
  public String reasonToAbandon(String caseId) {
    return jdbc.sql(
            """
            select resolution_reason from working_group
            where case_id = ? and resolution = 'ABANDON' and resolution_reason is not null
            """)
        .param(caseId)
        .query(String.class)
        .optional()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Nobody said why the group of " + caseId + " is abandoned"));
  }

  /** Refuses a quorum that the seats of the group could never reach, however many came. */
  public void checkQuorum(String caseId, String quorumProfile) {
    if ("GHANA_STYLE".equals(quorumProfile) && !twoOfEachGroup(caseId)) {
      throw InvalidFormException.of("quorumProfile", "error.quorum-unreachable");
    }
  }

  private boolean twoOfEachGroup(String caseId) {
    return jdbc.sql(
            """
            select count(*) filter (where side = 'GOV') >= 2 and count(*) filter (where side = 'EMP') >= 2
              and count(*) filter (where side = 'WRK') >= 2
            from seat where case_id = ? and to_at is null and state = 'SEATED' and voting
            """)
        .param(caseId)
        .query(Boolean.class)
        .single();
  }

  /** Stores the terms of reference; a later draft replaces the earlier one. */
  @Transactional
  public void draftTerms(String caseId, TermsOfReference terms, String actor) {
    begin(caseId);
    jdbc.sql(
            """
            update working_group set mandate = ?, decision_rule = ?, quorum_profile = ?, max_rounds = ?, languages = ?
            where case_id = ?
            """)
        .params(
            Arrays.asList(
                terms.mandate(),
                terms.decisionRule(),
                terms.quorumProfile(),
                terms.maxRounds(),
                terms.languages(),
                caseId))
        .update();
    Map<String, @Nullable Object> content = new HashMap<>();
    content.put("decisionRule", terms.decisionRule());
    content.put("quorumProfile", terms.quorumProfile());
    content.put("maxRounds", terms.maxRounds());
    evidence.record(caseId, actor, "terms-of-reference.drafted", null, content);
  }

  /** Stores the act that founds the group. */
  @Transactional
  public void recordLegalAct(String caseId, LegalAct act, String actor) {
    begin(caseId);
    jdbc.sql(
            """
            update working_group set act_type = ?, act_number = ?, act_date = ?, act_issuer = ? where case_id = ?
            """)
        .params(Arrays.asList(act.type(), act.number(), act.date(), act.issuer(), caseId))
        .update();
    Map<String, @Nullable Object> content = new HashMap<>();
    content.put("type", act.type());
    content.put("number", act.number());
    content.put("date", act.date());
    evidence.record(caseId, actor, "legal-act.recorded", null, content);
  }

  /**
   * Installs the group: filled seats begin and are told. Seats without an answer stay silent until
   * the chair declares them vacant.
   */
  @Transactional
  public void install(String caseId) {
    begin(caseId);
    OffsetDateTime now = OffsetDateTime.now(clock);
    jdbc.sql("update working_group set installed_at = ? where case_id = ?")
        .params(now, caseId)
        .update();
    List<String> seatIds =
        jdbc.sql(
                """
                update seat set from_at = ? where case_id = ? and to_at is null and state = 'SEATED' returning id
                """)
            .params(now, caseId)
            .query(String.class)
            .list();
    seatIds.forEach(
        id ->
            notifications.enqueue(
                new Mail(caseId, "working-group-installed-seat", "seat-" + id, caseId)));
    evidence.record(
        caseId, Evidence.SYSTEM, "working-group.installed", null, Map.of("seats", seatIds));
  }

  private void begin(String caseId) {
    jdbc.sql("insert into working_group (case_id) values (?) on conflict do nothing")
        .param(caseId)
        .update();
  }
}
