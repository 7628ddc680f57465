package org.socle.security;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds the account behind a login name for Spring's form login. */
@Component
class AccountSignIn implements UserDetailsService {

  private final JdbcClient jdbc;
  private final IdentityDirectory directory;
  private final SignInThrottle throttle;
  private final Clock clock;

  AccountSignIn(
      JdbcClient jdbc, IdentityDirectory directory, SignInThrottle throttle, Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.throttle = throttle;
    this.clock = clock;
  }

  @Override
  public UserDetails loadUserByUsername(String loginName) {
    if (!SignInThrottle.possible(loginName)) {
      throw new UsernameNotFoundException("No such account");
    }
    boolean refused = throttle.refuses(loginName);
    return jdbc.sql(
            """
        select id, display_name, language, password_hash, session_epoch, closed_at is null as open
        from account where login_name = ?""")
        .param(SignInThrottle.normal(loginName))
        .query(
            (row, number) ->
                new SignedInAccount(
                    row.getString("id"),
                    row.getString("display_name"),
                    row.getString("language"),
                    new SessionMark(row.getLong("session_epoch"), clock.instant(), false),
                    directory.groupsOf(row.getString("id")),
                    row.getBoolean("open") && !refused,
                    row.getString("password_hash")))
        .optional()
        .orElseThrow(() -> new UsernameNotFoundException("No such account"));
  }
}
