package org.socle.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.socle.evidence.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives an installation without accounts its administrator: from the environment, or through a link
 * that works once.
 *
 * <p>The one row of {@code account_setup} is what two nodes and two people queue at.
 */
@Service
public class FirstStart {

  /** How long a link works. */
  public static final Duration LINK_LIVES = Duration.ofHours(24);

  /** What became of a link. */
  public enum Link {
    OPEN,
    USED,
    /** Too old, replaced by a later start, or never printed. */
    VOID
  }

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Evidence evidence;
  private final SecurityLog log;
  private final Clock clock;
  private final AtomicBoolean done = new AtomicBoolean();

  FirstStart(JdbcClient jdbc, Accounts accounts, Evidence evidence, SecurityLog log, Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.evidence = evidence;
    this.log = log;
    this.clock = clock;
  }

  /** Whether the installation has an account; once it has, the database is not asked again. */
  public boolean done() {
    if (!done.get() && accounts.any()) {
      done.set(true);
    }
    return done.get();
  }

  /** Makes a new link, which voids every earlier one, and returns its secret part. */
  @Transactional
  public String newLink() {
    String secret = Secrets.link();
    jdbc.sql(
            """
        update account_setup set link_hash = ?, expires_at = ?
        where id = 1 and used_at is null""")
        .params(Secrets.hash(secret), Timestamp.from(clock.instant().plus(LINK_LIVES)))
        .update();
    return secret;
  }

  /** What became of the link with a secret part. */
  public Link link(String secret) {
    return jdbc.sql(
            "select used_at is not null, expires_at > ? from account_setup where link_hash = ?")
        .params(Timestamp.from(clock.instant()), Secrets.hash(secret))
        .query((row, number) -> state(row.getBoolean(1), row.getBoolean(2)))
        .optional()
        .orElse(Link.VOID);
  }

  private Link state(boolean used, boolean inTime) {
    if (used) {
      return Link.USED;
    }
    return inTime && !done() ? Link.OPEN : Link.VOID;
  }

  /**
   * Makes the administrator whom somebody named on the page of the link; false when the link had
   * been used or is void.
   */
  @Transactional
  public boolean finish(String secret, FirstAdministrator administrator) {
    administrator.check();
    int taken =
        jdbc.sql(
                """
        update account_setup set used_at = :now
        where id = 1 and link_hash = :hash and used_at is null and expires_at > :now
          and not exists (select 1 from account)""")
            .param("now", Timestamp.from(clock.instant()))
            .param("hash", Secrets.hash(secret))
            .update();
    if (taken == 0) {
      return false;
    }
    create(administrator, "link");
    return true;
  }

  /**
   * Makes the administrator whom the environment names, who must change the password at the first
   * sign-in; false when there was an account already.
   */
  @Transactional
  public boolean fromEnvironment(FirstAdministrator administrator) {
    administrator.check();
    // A second node that starts at the same moment waits here and then finds the account.
    int taken =
        jdbc.sql("update account_setup set used_at = ? where id = 1 and used_at is null")
            .param(Timestamp.from(clock.instant()))
            .update();
    if (taken == 0 || accounts.any()) {
      return false;
    }
    String id = create(administrator, "environment");
    jdbc.sql("update account set password_due = true where id = ?").param(id).update();
    return true;
  }

  private String create(FirstAdministrator administrator, String how) {
    String id = accounts.create(administrator.account(), Evidence.SYSTEM);
    evidence.record(
        null, Evidence.SYSTEM, "account.first-administrator", id, Map.of("channel", how));
    log.write(SecurityEvent.ACCOUNT_CREATED, null, id, Map.of("channel", how));
    return id;
  }
}
