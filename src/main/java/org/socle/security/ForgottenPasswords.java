package org.socle.security;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.socle.evidence.Evidence;
import org.socle.security.AccountTable.State;
import org.socle.tracking.TypedText;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends links for new passwords to people who forgot theirs. Whoever asks hears nothing of it: the
 * accounts are looked up on another thread, so that neither the answer nor its time tells whether
 * there is one.
 */
@Service
public class ForgottenPasswords implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(ForgottenPasswords.class);
  private static final int LONGEST = 254;
  private static final int PER_NAME = 3;
  private static final int PER_SENDER = 20;
  private static final int MOST_ACCOUNTS = 5;
  private static final int WAITING = 200;
  private static final Duration SPAN = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final AccountTable accounts;
  private final AccountLinks links;
  private final TransactionTemplate transaction;
  private final AskingLimit names;
  private final AskingLimit senders;
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          0,
          1,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          work -> new Thread(work, "socle-forgotten"),
          new ThreadPoolExecutor.DiscardPolicy());

  ForgottenPasswords(
      JdbcClient jdbc,
      AccountTable accounts,
      AccountLinks links,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.links = links;
    this.transaction = new TransactionTemplate(transactions);
    this.names = new AskingLimit(clock, PER_NAME, SPAN);
    this.senders = new AskingLimit(clock, PER_SENDER, SPAN);
  }

  /**
   * Takes note that somebody forgot a password.
   *
   * @param typed a sign-in name or an address
   * @param sender network address from which it was asked
   */
  public void ask(String typed, String sender) {
    String name = typed.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.length() > LONGEST || !TypedText.clean(name, false)) {
      return;
    }
    boolean sent = senders.allows(sender);
    if (names.allows(name) && sent) {
      worker.execute(() -> quietly(name, sender));
    }
  }

  private void quietly(String name, String sender) {
    try {
      transaction.executeWithoutResult(status -> found(name).forEach(id -> send(id, sender)));
    } catch (RuntimeException e) {
      LOG.warn("A link for a forgotten password could not be made", e);
    }
  }

  private List<String> found(String name) {
    return jdbc.sql(
            """
            select id from account where login_name = :name
            union select id from account where email <> '' and lower(email) = :name
            order by id limit :most
            """)
        .param("name", name)
        .param("most", MOST_ACCOUNTS)
        .query(String.class)
        .list();
  }

  private void send(String accountId, String sender) {
    accounts
        .lock(accountId)
        .filter(account -> account.state() == State.OPEN && !account.email().isEmpty())
        .ifPresent(
            account -> links.resetAsked(accountId, account.email(), Evidence.SYSTEM, sender));
  }

  @Override
  public void destroy() {
    worker.shutdown();
  }
}
