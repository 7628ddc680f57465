package org.socle.security;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of accounts. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class AccountTable {

  private static final int UNKNOWN_BYTES = 48;

  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final Sessions sessions;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  AccountTable(JdbcClient jdbc, PasswordEncoder passwords, Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** Whether somebody can sign in with an account. */
  enum State {
    OPEN,
    INVITED,
    CLOSED
  }

  /** An account as it stands. */
  record Standing(
      String id,
      String loginName,
      String displayName,
      String email,
      String language,
      String passwordHash,
      State state) {}

  /** Adds an account, which waits for its invitation to be accepted when it has no password. */
  void insert(String id, NewPerson person, @Nullable String password) {
    jdbc.sql(
            """
            insert into account (id, login_name, display_name, email, language, password_hash, created_at, invited_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                id,
                person.loginName(),
                person.displayName(),
                person.email(),
                person.language(),
                password == null ? unknownPassword() : passwords.encode(password),
                now(),
                password == null ? now() : null))
        .update();
  }

  boolean taken(String loginName) {
    return jdbc.sql("select exists (select 1 from account where login_name = ?)")
        .param(loginName)
        .query(Boolean.class)
        .single();
  }

  /** One account; its row stays locked until the end of the transaction. */
  Optional<Standing> lock(String accountId) {
    return jdbc.sql(
            """
            select id, login_name, display_name, email, language, password_hash,
              case when closed_at is not null then 'CLOSED' when invited_at is not null then 'INVITED' else 'OPEN' end as state
            from account where id = ? for no key update
            """)
        .param(accountId)
        .query(Standing.class)
        .optional();
  }

  /** Sets the person's own password; an invitation is accepted with it, and sessions end. */
  void password(String accountId, String password) {
    jdbc.sql(
            "update account set password_hash = ?, invited_at = null, password_due = false where id = ?")
        .params(passwords.encode(password), accountId)
        .update();
    sessions.endAll(accountId);
  }

  void language(String accountId, String language) {
    jdbc.sql("update account set language = ? where id = ?").params(language, accountId).update();
  }

  void email(String accountId, String email) {
    jdbc.sql("update account set email = ? where id = ?").params(email, accountId).update();
  }

  /** Opens a closed account again; like a new one it waits for its invitation to be accepted. */
  void reopen(String accountId) {
    jdbc.sql(
            "update account set closed_at = null, invited_at = ?, password_hash = ? where id = ? and closed_at is not null")
        .params(now(), unknownPassword(), accountId)
        .update();
  }

  /** Closes an account, ends its links and its sessions; false when it was closed already. */
  boolean close(String accountId) {
    jdbc.sql(
            """
            update account_link set replaced_at = ? where account_id = ? and used_at is null and replaced_at is null
            """)
        .params(now(), accountId)
        .update();
    sessions.endAll(accountId);
    return jdbc.sql("update account set closed_at = ? where id = ? and closed_at is null")
            .params(now(), accountId)
            .update()
        == 1;
  }

  // A hash like any other, of bytes that are forgotten at once: sign-in takes as long as for all.
  private String unknownPassword() {
    byte[] bytes = new byte[UNKNOWN_BYTES];
    random.nextBytes(bytes);
    return passwords.encode(Base64.getEncoder().encodeToString(bytes));
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
