package org.socle.portal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the log of mails. */
@Repository
class MailReads {

  /** Longest page. */
  static final int MOST = 200;

  /** States by which the log is looked through. */
  static final List<String> STATES =
      List.of(
          "held",
          "queued",
          "sending",
          "accepted",
          "refused",
          "given-up",
          "bounced",
          "unreachable",
          "void",
          "replayed");

  private static final String SELECT =
      """
      select m.mail_id, m.delivery_id, m.case_id, c.reference, c.country, m.kind, m.recipient, m.capacity,
        coalesce(m.party, s.institution) as party, m.address, m.state, m.attempts, m.created_at, m.due_at, m.ended_at,
        m.last_error
      from notification_v_mail m
      join nationalprocess_v_case c on c.id = m.case_id
      left join stakeholder_v_seat s on 'seat-' || s.id = m.recipient
      where c.country in (:countries)
      """;

  private final JdbcClient jdbc;

  MailReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Mails of cases of the countries, newest first.
   *
   * @param caseId of one case only, or null
   * @param words part of an address, an institution or a reference, or blank
   * @param state one of {@link #STATES}, or blank
   */
  List<Row> find(
      Collection<String> countries, @Nullable String caseId, String words, String state) {
    if (countries.isEmpty()) {
      return List.of();
    }
    String sql = SELECT;
    if (caseId != null) {
      sql += " and m.case_id = :caseId";
    }
    if (!state.isBlank()) {
      sql += " and m.state = :state";
    }
    if (!words.isBlank()) {
      sql +=
          " and position(:words in lower(concat_ws(' ', m.address, m.party, s.institution, c.reference, m.recipient))) > 0";
    }
    return jdbc.sql(sql + " order by m.mail_id desc, m.delivery_id limit " + MOST)
        .param("countries", Set.copyOf(countries))
        .param("caseId", caseId)
        .param("state", state)
        .param("words", words.strip().toLowerCase(Locale.ROOT))
        .query(Row.class)
        .list();
  }

  /**
   * One mail to one person, or to a group before it was shared out.
   *
   * @param capacity as what the person gets it, or null before
   */
  record Row(
      long mailId,
      @Nullable Long deliveryId,
      String caseId,
      String reference,
      String country,
      String kind,
      String recipient,
      @Nullable String capacity,
      @Nullable String party,
      @Nullable String address,
      String state,
      int attempts,
      Instant createdAt,
      @Nullable Instant dueAt,
      @Nullable Instant endedAt,
      @Nullable String lastError) {

    public boolean held() {
      return "held".equals(state);
    }

    public boolean failed() {
      return Set.of("refused", "given-up", "bounced", "unreachable").contains(state);
    }

    public boolean arrived() {
      return "accepted".equals(state);
    }
  }
}
