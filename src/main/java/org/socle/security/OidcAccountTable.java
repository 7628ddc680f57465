package org.socle.security;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The rows that say who signs in through the provider, and what its claims grant. */
class OidcAccountTable {

  /** Key of the lock behind which accounts are made on first sight. */
  private static final long FIRST_SIGHT = 7_240_190;

  private static final int SECRET_BYTES = 32;

  /** An account that the provider's name for a person leads to. */
  record Identity(String accountId, Instant claimsAt, boolean open) {}

  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  OidcAccountTable(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.clock = clock;
  }

  Optional<Identity> identity(ProviderPerson person) {
    return jdbc.sql(
            """
        select i.account_id, i.claims_at, a.closed_at is null as open
        from account_identity i join account a on a.id = i.account_id
        where i.issuer = ? and i.subject = ?""")
        .params(person.issuer(), person.subject())
        .query(
            (row, number) ->
                new Identity(
                    row.getString("account_id"),
                    row.getTimestamp("claims_at").toInstant(),
                    row.getBoolean("open")))
        .optional();
  }

  /** Until the end of the transaction nobody else makes an account on first sight. */
  void lockFirstSight() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(FIRST_SIGHT).query((row, number) -> 1).list();
  }

  /** Makes an account that can be entered through the provider only. */
  String create(ProviderPerson person) {
    String id = "acc-" + UUID.randomUUID();
    jdbc.sql(
            """
        insert into account (id, login_name, display_name, email, language, password_hash, created_at)
        values (:id, :loginName, :displayName, :email, :language, :hash, :now)""")
        .param("id", id)
        .param("loginName", freeName(person.loginName()))
        .param("displayName", person.displayName())
        .param("email", person.email())
        .param("language", person.language())
        .param("hash", passwords.encode(secretOfNobody()))
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return id;
  }

  private String freeName(String wish) {
    String name = wish;
    for (int i = 2; taken(name); i++) {
      name = wish + "-" + i;
    }
    return name;
  }

  private boolean taken(String name) {
    return jdbc.sql("select exists (select 1 from account where login_name = ?)")
        .param(name)
        .query(Boolean.class)
        .single();
  }

  /** A password that is forgotten at once: the form refuses the account like a wrong password. */
  private String secretOfNobody() {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  void link(ProviderPerson person, String accountId) {
    jdbc.sql(
            """
        insert into account_identity (issuer, subject, account_id, linked_at, claims_at)
        values (?, ?, ?, ?, ?)""")
        .params(
            person.issuer(),
            person.subject(),
            accountId,
            Timestamp.from(clock.instant()),
            Timestamp.from(person.claimsAt()))
        .update();
  }

  /** Takes note of newer claims; false when newer ones have been seen already. */
  boolean newest(ProviderPerson person) {
    return jdbc.sql(
                """
        update account_identity set claims_at = :at
        where issuer = :issuer and subject = :subject and claims_at <= :at""")
            .param("at", Timestamp.from(person.claimsAt()))
            .param("issuer", person.issuer())
            .param("subject", person.subject())
            .update()
        == 1;
  }

  Set<ProviderGrant> grants(String accountId) {
    return new LinkedHashSet<>(
        jdbc.sql("select role, function, country from account_provider_grant where account_id = ?")
            .param(accountId)
            .query(ProviderGrant.class)
            .list());
  }

  void replaceGrants(String accountId, Set<ProviderGrant> grants) {
    jdbc.sql("delete from account_provider_grant where account_id = ?").param(accountId).update();
    for (ProviderGrant grant : grants) {
      jdbc.sql(
              "insert into account_provider_grant (account_id, role, function, country) values (?, ?, ?, ?)")
          .params(accountId, grant.role().name(), grant.function(), grant.country())
          .update();
    }
  }

  /** Who is signed in by it, with today's groups. */
  Optional<SignedInAccount> signedIn(String accountId, Set<String> groups) {
    return jdbc.sql(
            "select display_name, language, session_epoch from account where id = ? and closed_at is null")
        .param(accountId)
        .query(
            (row, number) ->
                new SignedInAccount(
                    accountId,
                    row.getString("display_name"),
                    row.getString("language"),
                    // The provider vouches for the person, and asks for a factor of its own.
                    new SessionMark(row.getLong("session_epoch"), clock.instant(), true),
                    groups,
                    true,
                    null))
        .optional();
  }
}
