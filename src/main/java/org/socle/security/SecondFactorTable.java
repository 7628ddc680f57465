package org.socle.security;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of second factors: secrets closed with the program's key, recovery codes as hashes. */
@Component
class SecondFactorTable {

  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;

  private final JdbcClient jdbc;
  private final SecurityKey key;
  private final Clock clock;

  SecondFactorTable(JdbcClient jdbc, SecurityKey key, Clock clock) {
    this.jdbc = jdbc;
    this.key = key;
    this.clock = clock;
  }

  /** Whether the second factor of an account was confirmed; empty when there is none. */
  Optional<Boolean> confirmed(String accountId) {
    return jdbc.sql(
            "select confirmed_at is not null from account_second_factor where account_id = ?")
        .param(accountId)
        .query(Boolean.class)
        .optional();
  }

  /** A new secret in the place of one that was not confirmed. */
  void start(String accountId) {
    jdbc.sql(
            """
        insert into account_second_factor (account_id, secret, started_at)
        values (:account, :secret, :now)
        on conflict (account_id) do update
          set secret = excluded.secret, started_at = excluded.started_at, last_step = 0
          where account_second_factor.confirmed_at is null""")
        .param("account", accountId)
        .param("secret", key.box().close(accountId, Secrets.bytes(Totp.SECRET_BYTES)))
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  void confirm(String accountId) {
    jdbc.sql("update account_second_factor set confirmed_at = ? where account_id = ?")
        .params(Timestamp.from(clock.instant()), accountId)
        .update();
  }

  /** Empty when there is none, or when it was closed with another key. */
  Optional<byte[]> secret(String accountId) {
    return jdbc.sql("select secret from account_second_factor where account_id = ?")
        .param(accountId)
        .query(byte[].class)
        .optional()
        .flatMap(kept -> key.box().open(accountId, kept));
  }

  /** Takes a code of the app, once: the condition lets one of two equal requests through. */
  boolean takesCode(String accountId, String code) {
    OptionalLong step =
        secret(accountId)
            .map(secret -> Totp.step(secret, code, clock.instant()))
            .orElse(OptionalLong.empty());
    return step.isPresent()
        && jdbc.sql(
                    """
                update account_second_factor set last_step = :step
                where account_id = :account and last_step < :step""")
                .param("step", step.getAsLong())
                .param("account", accountId)
                .update()
            == 1;
  }

  /** Takes a recovery code, once. */
  boolean takesRecoveryCode(String accountId, String code) {
    return jdbc.sql(
                """
            update account_recovery_code set used_at = ?
            where account_id = ? and code_hash = ? and used_at is null""")
            .params(Timestamp.from(clock.instant()), accountId, hash(accountId, code))
            .update()
        == 1;
  }

  /** Ten new recovery codes; the rows hold their hashes only. */
  List<String> recoveryCodes(String accountId) {
    List<String> codes = new ArrayList<>();
    for (int made = 0; made < RECOVERY_CODES; made++) {
      String code = Base32.encode(Secrets.bytes(RECOVERY_BYTES));
      codes.add(code);
      jdbc.sql("insert into account_recovery_code (account_id, code_hash) values (?, ?)")
          .params(accountId, hash(accountId, code))
          .update();
    }
    return codes;
  }

  int recoveryCodesLeft(String accountId) {
    return jdbc.sql(
            "select count(*) from account_recovery_code where account_id = ? and used_at is null")
        .param(accountId)
        .query(Integer.class)
        .single();
  }

  void delete(String accountId) {
    jdbc.sql("delete from account_recovery_code where account_id = ?").param(accountId).update();
    jdbc.sql("delete from account_second_factor where account_id = ?").param(accountId).update();
  }

  private static String hash(String accountId, String code) {
    return Secrets.hash(accountId + ":" + code);
  }
}
