package org.socle.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.socle.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, finds and closes accounts. */
@Service
public class Accounts {

  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final Evidence evidence;
  private final Sessions sessions;
  private final Clock clock;

  Accounts(
      JdbcClient jdbc,
      PasswordEncoder passwords,
      Evidence evidence,
      Sessions sessions,
      Clock clock) {
    this.sessions = sessions;
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * Creates an account and returns its id; a {@code DuplicateKeyException} when the login name is
   * taken.
   */
  @Transactional
  public String create(NewAccount account, String actor) {
    String id = "acc-" + UUID.randomUUID();
    jdbc.sql(
            """
        insert into account (id, login_name, display_name, email, language, password_hash, created_at)
        values (:id, :loginName, :displayName, :email, :language, :hash, :now)""")
        .param("id", id)
        .param("loginName", account.loginName())
        .param("displayName", account.displayName())
        .param("email", account.email())
        .param("language", account.language())
        .param("hash", passwords.encode(account.password()))
        .param("now", Timestamp.from(clock.instant()))
        .update();
    grant(id, account);
    evidence.record(
        null,
        actor,
        "account.created",
        id,
        Map.of(
            "roles", account.roles().stream().map(Enum::name).sorted().toList(),
            "countries", account.countries().stream().sorted().toList()));
    return id;
  }

  private void grant(String id, NewAccount account) {
    account
        .roles()
        .forEach(
            role ->
                jdbc.sql("insert into account_role (account_id, role) values (?, ?)")
                    .params(id, role.name())
                    .update());
    account
        .countries()
        .forEach(
            country ->
                jdbc.sql("insert into account_country (account_id, country) values (?, ?)")
                    .params(id, country)
                    .update());
    account
        .agencies()
        .forEach(
            agency ->
                jdbc.sql("insert into account_agency (account_id, agency) values (?, ?)")
                    .params(id, agency)
                    .update());
    account
        .functions()
        .forEach(
            (country, functions) ->
                functions.forEach(
                    function ->
                        jdbc.sql(
                                "insert into account_function (account_id, function, country) values (?, ?, ?)")
                            .params(id, function.group(), country)
                            .update()));
  }

  /** Id of the account with a login name, open or closed. */
  public Optional<String> idOf(String loginName) {
    return jdbc.sql("select id from account where login_name = ?")
        .param(loginName)
        .query(String.class)
        .optional();
  }

  /** Whether any account exists. */
  public boolean any() {
    return jdbc.sql("select exists (select 1 from account)").query(Boolean.class).single();
  }

  /**
   * Closes an account: it can no longer sign in, and its sessions lose their access with the next
   * request.
   */
  @Transactional
  public void close(String accountId, String actor) {
    int closed =
        jdbc.sql("update account set closed_at = ? where id = ? and closed_at is null")
            .params(Timestamp.from(clock.instant()), accountId)
            .update();
    if (closed == 1) {
      sessions.endAll(accountId);
      evidence.record(null, actor, "account.closed", accountId, Map.of());
    }
  }
}
