package org.socle.security;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates, finds and closes accounts. */
@Service
public class Accounts {

  private final JdbcClient jdbc;
  private final AccountTable table;
  private final GrantTable grants;
  private final AccountRecord record;

  Accounts(JdbcClient jdbc, AccountTable table, GrantTable grants, AccountRecord record) {
    this.jdbc = jdbc;
    this.table = table;
    this.grants = grants;
    this.record = record;
  }

  /**
   * Creates an account and returns its id; a {@code DuplicateKeyException} when the login name is
   * taken.
   */
  @Transactional
  public String create(NewAccount account, String actor) {
    String id = "acc-" + UUID.randomUUID();
    table.insert(
        id,
        new NewPerson(
            account.loginName(), account.displayName(), account.email(), account.language()),
        account.password());
    grants.put(
        id,
        new Grants(account.roles(), account.functions(), account.countries(), account.agencies()));
    record.created(
        id,
        Map.of(
            "roles", account.roles().stream().map(Enum::name).sorted().toList(),
            "countries", account.countries().stream().sorted().toList()),
        actor);
    return id;
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
    if (table.close(accountId)) {
      record.closed(accountId, actor);
    }
  }
}
