package org.socle.security;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.Evidence;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps what happened to accounts: in evidence for good, and in the security log. */
@Component
class AccountRecord {

  private final Evidence evidence;
  private final SecurityLog log;

  AccountRecord(Evidence evidence, SecurityLog log) {
    this.evidence = evidence;
    this.log = log;
  }

  // Only what was done: a transaction that is undone leaves no line.
  private void log(SecurityEvent event, String who, String what, Map<String, String> facts) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            log.write(event, who, what, facts);
          }
        });
  }

  void created(String accountId, Map<String, ?> facts, String by) {
    evidence.record(null, by, "account.created", accountId, facts);
    log(SecurityEvent.ACCOUNT_CREATED, by, accountId, Map.of());
  }

  void invited(String accountId, Map<String, ?> facts, String by) {
    evidence.record(null, by, "account.invited", accountId, facts);
    log(SecurityEvent.ACCOUNT_INVITED, by, accountId, Map.of());
  }

  void accepted(String accountId) {
    evidence.record(null, accountId, "account.accepted", accountId, Map.of());
    log(SecurityEvent.PASSWORD_CHANGED, accountId, accountId, Map.of("why", "invitation"));
  }

  void rolesChanged(String accountId, Grants before, Grants after, String by) {
    evidence.record(
        null,
        by,
        "account.roles-changed",
        accountId,
        Map.of("before", before.facts(), "after", after.facts()));
    log(
        SecurityEvent.ROLES_CHANGED,
        by,
        accountId,
        Map.of("before", before.roles().toString(), "after", after.roles().toString()));
  }

  /** Somebody of the staff asked for it, or nobody who was signed in. */
  void resetAsked(String accountId, String by, @Nullable String sender) {
    evidence.record(null, by, "account.password-reset-asked", accountId, Map.of());
    log(
        SecurityEvent.PASSWORD_LINK_ASKED,
        by,
        accountId,
        sender == null ? Map.of() : Map.of("asked-from", sender));
  }

  void handedOver(String accountId, LinkPurpose purpose, String by) {
    evidence.record(
        null, by, "account.link-handed-over", accountId, Map.of("purpose", purpose.name()));
    log(SecurityEvent.PASSWORD_LINK_ASKED, by, accountId, Map.of("why", "handed over by hand"));
  }

  void passwordChanged(String accountId) {
    evidence.record(null, accountId, "account.password-changed", accountId, Map.of());
    log(SecurityEvent.PASSWORD_CHANGED, accountId, accountId, Map.of());
  }

  void closed(String accountId, String by) {
    evidence.record(null, by, "account.closed", accountId, Map.of());
    log(SecurityEvent.ACCOUNT_CLOSED, by, accountId, Map.of());
  }
}
