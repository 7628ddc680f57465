package org.socle.security;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.socle.security.AccountTable.Standing;
import org.socle.tracking.Actor;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people change in their own account. */
@Service
public class OwnAccount {

  private static final int ATTEMPTS = 10;
  private static final Duration SPAN = Duration.ofMinutes(10);

  private final AccountTable accounts;
  private final LinkTable links;
  private final PasswordEncoder passwords;
  private final AccountRecord record;
  private final AskingLimit limit;

  OwnAccount(
      AccountTable accounts,
      LinkTable links,
      PasswordEncoder passwords,
      AccountRecord record,
      Clock clock) {
    this.accounts = accounts;
    this.links = links;
    this.passwords = passwords;
    this.record = record;
    this.limit = new AskingLimit(clock, ATTEMPTS, SPAN);
  }

  /** Sets the language of pages and mails. */
  @Transactional
  public void language(String language, Actor actor) {
    PersonCheck.language(language)
        .ifPresent(
            wrong -> {
              throw new InvalidFormException(List.of(wrong));
            });
    accounts.language(actor.accountId(), language);
  }

  /** Sets another password for somebody who knows the present one. */
  @Transactional
  public void password(String old, NewPassword typed, Actor actor) {
    Standing account = accounts.lock(actor.accountId()).orElseThrow();
    List<FieldError> errors = new ArrayList<>();
    if (!limit.allows(account.id())) {
      errors.add(new FieldError("oldPassword", "error.password-too-often", List.of()));
    } else if (!passwords.matches(old, account.passwordHash())) {
      errors.add(new FieldError("oldPassword", "error.password-old-wrong", List.of()));
    }
    errors.addAll(
        PasswordRule.errors(
            typed.password(), typed.repeat(), account.loginName(), account.email()));
    if (!errors.isEmpty()) {
      throw new InvalidFormException(errors);
    }
    accounts.password(account.id(), typed.password());
    links.replace(account.id(), LinkPurpose.PASSWORD);
    record.passwordChanged(account.id());
  }
}
