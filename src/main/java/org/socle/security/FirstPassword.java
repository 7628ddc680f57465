package org.socle.security;

import java.util.List;
import java.util.Map;
import org.socle.evidence.Evidence;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
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
    Known known =
        jdbc.sql("select login_name, email, password_hash from account where id = ?")
            .param(accountId)
            .query(Known.class)
            .single();
    List<FieldError> wrong =
        PasswordRule.errors(password, password, known.loginName(), known.email());
    if (!wrong.isEmpty()) {
      throw new InvalidFormException(wrong);
    }
    if (passwords.matches(password, known.passwordHash())) {
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

  private record Known(String loginName, String email, String passwordHash) {}
}
