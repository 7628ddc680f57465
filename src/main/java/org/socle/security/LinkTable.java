package org.socle.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time links of accounts: one open link for each purpose, of whose token only the hash is kept
 * (decision record 0023).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class LinkTable {

  private static final int TOKEN_BYTES = 32;
  private static final String LINK =
      """
      select l.id, l.account_id, l.purpose, l.created_by, l.expires_at, l.used_at, l.replaced_at,
        a.closed_at is not null as closed
      from account_link l join account a on a.id = l.account_id
      """;

  private final JdbcClient jdbc;
  private final SecurityProperties settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  LinkTable(JdbcClient jdbc, SecurityProperties settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /** A link as it stands now. */
  record Link(
      String id,
      String accountId,
      LinkPurpose purpose,
      String createdBy,
      Instant expiresAt,
      LinkState state) {}

  /** Opens a link, which replaces the one that is open; whoever calls holds the account's row. */
  String open(String accountId, LinkPurpose purpose, String by) {
    replace(accountId, purpose);
    String id = UUID.randomUUID().toString();
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into account_link (id, account_id, purpose, created_at, created_by, expires_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            accountId,
            purpose.name(),
            Timestamp.from(now),
            by,
            Timestamp.from(now.plus(purpose.validity(settings.links()))))
        .update();
    return id;
  }

  /** Ends the open link of a purpose, if there is one. */
  void replace(String accountId, LinkPurpose purpose) {
    jdbc.sql(
            """
            update account_link set replaced_at = ?
            where account_id = ? and purpose = ? and used_at is null and replaced_at is null
            """)
        .params(now(), accountId, purpose.name())
        .update();
  }

  /** Makes the token of an open link, the earlier one if any is worth nothing after that. */
  String mint(String linkId) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    jdbc.sql("update account_link set token_hash = ? where id = ?")
        .params(hash(token), linkId)
        .update();
    return token;
  }

  Optional<Link> byId(String linkId) {
    return jdbc.sql(LINK + " where l.id = ?").param(linkId).query(this::link).optional();
  }

  Optional<Link> byToken(String token, LinkPurpose purpose) {
    return jdbc.sql(LINK + " where l.token_hash = ? and l.purpose = ?")
        .params(hash(token), purpose.name())
        .query(this::link)
        .optional();
  }

  /** Uses a link up; false when somebody was faster. */
  boolean use(String linkId) {
    return jdbc.sql(
                """
                update account_link set used_at = ?
                where id = ? and used_at is null and replaced_at is null and expires_at > ?
                """)
            .params(now(), linkId, now())
            .update()
        == 1;
  }

  private Link link(ResultSet row, int number) throws SQLException {
    Instant expires = row.getTimestamp("expires_at").toInstant();
    return new Link(
        row.getString("id"),
        row.getString("account_id"),
        LinkPurpose.valueOf(row.getString("purpose")),
        row.getString("created_by"),
        expires,
        LinkState.of(
            instant(row, "used_at"),
            instant(row, "replaced_at"),
            row.getBoolean("closed"),
            expires,
            clock.instant()));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static String hash(String token) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
