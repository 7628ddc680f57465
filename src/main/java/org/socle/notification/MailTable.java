package org.socle.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.socle.notification.Recipients.Capacity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The outbox as the relay sees it: mails to groups that are to be shared out. */
@Repository
class MailTable {

  /** After which a row that a killed node had taken is taken again. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  /** A row that was claimed; {@code attempts} counts this one. */
  record Queued(long id, Mail mail, int attempts, Instant createdAt) {}

  /** One person's share; address and language of a personal mail are known when it is written. */
  record Delivery(
      String person,
      Capacity capacity,
      @Nullable String party,
      @Nullable String address,
      @Nullable String language) {}

  private final JdbcClient jdbc;
  private final int batch;

  MailTable(JdbcClient jdbc, NotificationProperties settings) {
    this.jdbc = jdbc;
    this.batch = settings.batch();
  }

  /**
   * Takes what is due and puts it off, so that no other node takes it meanwhile and a killed one
   * leaves it for later.
   */
  @Transactional
  List<Queued> claim(Instant now) {
    return jdbc
        .sql(
            """
            update notification_outbox set attempts = attempts + 1, due_at = :again
            where id in (
              select id from notification_outbox where state = 'queued' and due_at <= :now
              order by due_at, id limit :most for update skip locked)
            returning id, case_id, kind, recipient, event, attempts, created_at
            """)
        .param("now", time(now))
        .param("again", time(now.plus(LEASE)))
        .param("most", batch)
        .query(MailTable::queued)
        .list()
        .stream()
        .sorted(Comparator.comparing(Queued::id))
        .toList();
  }

  /** The mail of a row of the outbox, alone or beside its deliveries. */
  static Mail mail(ResultSet row) throws SQLException {
    return new Mail(
        row.getString("case_id"),
        row.getString("kind"),
        row.getString("recipient"),
        row.getString("event"));
  }

  private static Queued queued(ResultSet row, int number) throws SQLException {
    return new Queued(
        row.getLong("id"),
        mail(row),
        row.getInt("attempts"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  /**
   * Ends the row and puts its deliveries in, both or neither; the second of two nodes does none.
   */
  @Transactional
  void expand(long id, String state, List<Delivery> deliveries, Instant now) {
    int mine =
        jdbc.sql(
                """
                update notification_outbox set state = :state, ended_at = :now, due_at = null
                where id = :id and state = 'queued'
                """)
            .param("state", state)
            .param("now", time(now))
            .param("id", id)
            .update();
    if (mine == 1) {
      deliveries.forEach(delivery -> insert(id, delivery, now));
    }
  }

  private void insert(long id, Delivery delivery, Instant now) {
    jdbc.sql(
            """
            insert into notification_delivery
              (outbox_id, person, capacity, party, address, language, state, created_at, due_at)
            values (:id, :person, :capacity, :party, :address, :language, 'queued', :now, :now)
            on conflict on constraint uq_notification_delivery do nothing
            """)
        .param("id", id)
        .param("person", delivery.person())
        .param("capacity", delivery.capacity().name())
        .param("party", delivery.party())
        .param("address", delivery.address())
        .param("language", delivery.language())
        .param("now", time(now))
        .update();
  }

  @Transactional
  void putOff(long id, Instant until, String error) {
    jdbc.sql(
            "update notification_outbox set due_at = :until, last_error = :error where id = :id and state = 'queued'")
        .param("until", time(until))
        .param("error", Refusal.cut(error))
        .param("id", id)
        .update();
  }

  static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
