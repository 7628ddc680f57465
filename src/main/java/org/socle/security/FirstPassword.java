package org.socle.security;

import java.util.List;
import java.util.Map;
import org.socle.evidence.Evidence;
import org.socle.tracking.InvalidFormException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The password that somebody chooses in the place of one that others have seen. */
@Service
public class FirstPassword {

  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final Sessions sessions;
  private final Evidence evidence;
  private final SecurityLog log;

  FirstPassword(
      JdbcClient jdbc,
      PasswordEncoder passwords,
      Sessions sessions,
      Evidence evidence,
      SecurityLog log) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.sessions = sessions;
    this.evidence = evidence;
    this.log = log;
  }

  /**
   * Takes the password of an account that must change it, and ends its sessions; an {@link
   * InvalidFormException} when the password is none or is the old one.
   */
  @Transactional
  public void choose(String accountId, String password) {
    PasswordLength.wrong("password", password)
        .ifPresent(
            wrong -> {
              throw new InvalidFormException(List.of(wrong));
            });
    String before =
        jdbc.sql("select password_hash from account where id = ?")
            .param(accountId)
            .query(String.class)
            .single();
    if (passwords.matches(password, before)) {
      throw InvalidFormException.of("password", "signin.error.password-same");
    }
    int changed =
        jdbc.sql(
                """
        update account set password_hash = ?, password_due = false
        where id = ? and password_due and closed_at is null""")
            .params(passwords.encode(password), accountId)
            .update();
    if (changed == 1) {
      sessions.endAll(accountId);
      evidence.record(null, accountId, "account.password-changed", accountId, Map.of());
      log.write(SecurityEvent.PASSWORD_CHANGED, accountId, accountId);
    }
  }
}
