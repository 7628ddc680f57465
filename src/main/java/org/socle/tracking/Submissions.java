package org.socle.tracking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives what was sent once one effect, however often it arrives. */
@Component
public class Submissions {

  private static final Duration FORMS = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final Clock clock;

  Submissions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Does the work and keeps its result under the key; the same account that sends the same content
   * under the same key again gets that result. Whoever comes at the same moment waits for the
   * first.
   *
   * @throws AlreadySentException when the key was used for other content
   */
  @Transactional
  public String once(String accountId, String key, Map<String, ?> content, Supplier<String> work) {
    String fingerprint = fingerprint(content);
    if (!claimed(accountId, key, fingerprint)) {
      Sent first = first(accountId, key);
      if (!first.fingerprint().equals(fingerprint)) {
        throw new AlreadySentException(first.result());
      }
      return first.result();
    }
    String result = work.get();
    jdbc.sql("update submission set result = ? where account_id = ? and key = ?")
        .params(result, accountId, key)
        .update();
    return result;
  }

  /**
   * Forgets forms that were sent more than a week ago: nobody sends a page again that was drawn
   * then. What other programs sent under a key of their own is kept, so that it never has a second
   * effect.
   *
   * @return how many were forgotten, at most 1,000 at once
   */
  @Transactional
  public int forget() {
    return jdbc.sql(
            """
            delete from submission where (account_id, key) in (
              select account_id, key from submission
              where sent_at < ? and key not like 'api-%' order by sent_at limit 1000)
            """)
        .param(clock.instant().minus(FORMS).atOffset(ZoneOffset.UTC))
        .update();
  }

  private boolean claimed(String accountId, String key, String fingerprint) {
    return jdbc.sql(
                """
                insert into submission (account_id, key, fingerprint, result, sent_at) values (?, ?, ?, '', ?)
                on conflict do nothing
                """)
            .params(accountId, key, fingerprint, clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private Sent first(String accountId, String key) {
    return jdbc.sql("select fingerprint, result from submission where account_id = ? and key = ?")
        .params(accountId, key)
        .query(Sent.class)
        .single();
  }

  private static String fingerprint(Map<String, ?> content) {
    try {
      byte[] bytes = new TreeMap<>(content).toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Sent(String fingerprint, String result) {}
}
