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

  /** Longest page, as the query limits it. */
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

  /** Case by case, so that each is found by its index and brings no more than a page. */
  private static final String SELECT =
      """
      select m.mail_id, m.delivery_id, c.id as case_id, c.reference, c.country, m.kind, m.recipient, m.capacity, m.party,
        m.address, m.state, m.attempts, m.created_at, m.due_at, m.ended_at, m.last_error
      from nationalprocess_v_case c
      join lateral (
        select v.mail_id, v.delivery_id, v.kind, v.recipient, v.capacity, coalesce(v.party, s.institution) as party,
          v.address, v.state, v.attempts, v.created_at, v.due_at, v.ended_at, v.last_error
        from notification_v_mail v left join stakeholder_v_seat s on 'seat-' || s.id = v.recipient
        where v.case_id = c.id %s
        order by v.mail_id desc, v.delivery_id limit 200) m on true
      where c.country in (:countries) %s
      order by m.mail_id desc, m.delivery_id limit 200
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
    String wanted = state.isBlank() ? "" : "and v.state = :state ";
    if (!words.isBlank()) {
      wanted +=
          "and position(:words in lower(concat_ws(' ', v.address, v.party, s.institution, c.reference, v.recipient))) > 0";
    }
    return jdbc.sql(SELECT.formatted(wanted, caseId == null ? "" : "and c.id = :caseId"))
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
