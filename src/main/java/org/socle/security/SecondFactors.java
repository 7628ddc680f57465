package org.socle.security;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.socle.evidence.Evidence;
import org.socle.tracking.InvalidFormException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Codes of an authenticator app that staff give after their password. */
@Service
public class SecondFactors {

  private static final int WRONG_CODES = 5;
  private static final Duration SPAN = Duration.ofMinutes(10);
  private static final int ACCOUNTS = 10_000;
  private static final int LONGEST_CODE = 40;

  /** How far an account has come. */
  public enum State {
    OFF,
    STARTED,
    ON
  }

  private final SecondFactorTable table;
  private final SecurityProperties settings;
  private final Standings standings;
  private final Sessions sessions;
  private final Evidence evidence;
  private final SecurityLog log;
  private final FailureCounter wrong;

  SecondFactors(
      SecondFactorTable table,
      SecurityProperties settings,
      Standings standings,
      Sessions sessions,
      Evidence evidence,
      SecurityLog log,
      Clock clock) {
    this.table = table;
    this.settings = settings;
    this.standings = standings;
    this.sessions = sessions;
    this.evidence = evidence;
    this.log = log;
    this.wrong = new FailureCounter(clock, WRONG_CODES, SPAN, ACCOUNTS);
  }

  /** Whether an account may set one up: staff, unless the installation has it off. */
  public boolean offered(String accountId) {
    return settings.secondFactor() != SecondFactorPolicy.OFF && standings.of(accountId).staff();
  }

  /** Whether the installation asks it of all staff. */
  public boolean required() {
    return settings.secondFactor() == SecondFactorPolicy.REQUIRED;
  }

  /** How far an account has come. */
  public State state(String accountId) {
    return table
        .confirmed(accountId)
        .map(confirmed -> confirmed ? State.ON : State.STARTED)
        .orElse(State.OFF);
  }

  /** Makes a new secret for an account that has none in use. */
  @Transactional
  public void start(String accountId) {
    if (offered(accountId)) {
      table.start(accountId);
    }
  }

  /** The key that the app must learn, in Base32; empty unless one was started. */
  public Optional<String> keyToLearn(String accountId) {
    return state(accountId) == State.STARTED
        ? table.secret(accountId).map(Base32::encode)
        : Optional.empty();
  }

  /**
   * Turns it on once the app gives the right code, ends the account's other sessions and returns
   * ten recovery codes, which nobody can read again; an {@link InvalidFormException} for a wrong
   * code.
   */
  @Transactional
  public List<String> confirm(String accountId, String code) {
    if (state(accountId) != State.STARTED || !table.takesCode(accountId, digits(code))) {
      throw InvalidFormException.of("code", "signin.error.code");
    }
    table.confirm(accountId);
    changed("account.second-factor-on", accountId, accountId);
    return table.recoveryCodes(accountId);
  }

  /** How many recovery codes an account has left. */
  public int recoveryCodesLeft(String accountId) {
    return table.recoveryCodesLeft(accountId);
  }

  /**
   * Whether this is a code of an account's app, or a recovery code; each counts once. After five
   * wrong ones within ten minutes none counts.
   */
  @Transactional
  public boolean accepts(String accountId, String code) {
    if (exhausted(accountId) || code.length() > LONGEST_CODE) {
      return false;
    }
    boolean right =
        table.takesCode(accountId, digits(code)) || table.takesRecoveryCode(accountId, signs(code));
    if (right) {
      wrong.forget(accountId);
    } else {
      wrong.add(accountId);
    }
    return right;
  }

  /** Whether an account gave as many wrong codes as it may. */
  boolean exhausted(String accountId) {
    return wrong.full(accountId);
  }

  /** Turns it off for whoever gives a code; an {@link InvalidFormException} for a wrong one. */
  @Transactional
  public void remove(String accountId, String code) {
    if (state(accountId) != State.ON || !accepts(accountId, code)) {
      throw InvalidFormException.of("code", "signin.error.code");
    }
    table.delete(accountId);
    changed("account.second-factor-off", accountId, accountId);
  }

  /** Turns it off for somebody who lost the app and the recovery codes. */
  @Transactional
  public void reset(String accountId, String actor) {
    if (state(accountId) != State.OFF) {
      table.delete(accountId);
      wrong.forget(accountId);
      changed("account.second-factor-reset", accountId, actor);
    }
  }

  private void changed(String action, String accountId, String actor) {
    sessions.endAll(accountId);
    evidence.record(null, actor, action, accountId, Map.of());
    log.write(SecurityEvent.SECOND_FACTOR_CHANGED, actor, accountId, Map.of("how", action));
  }

  private static String digits(String code) {
    return code.replaceAll("\\s", "");
  }

  private static String signs(String code) {
    return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }
}
