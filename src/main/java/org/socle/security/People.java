package org.socle.security;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.socle.security.AccountTable.Standing;
import org.socle.security.AccountTable.State;
import org.socle.tracking.Actor;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites people, says what they may do and closes their accounts; every act asks {@link Granting}
 * first and stands in evidence.
 */
@Service
public class People {

  private final AccountTable accounts;
  private final GrantTable grants;
  private final AccountLinks links;
  private final AccountRecord record;

  People(AccountTable accounts, GrantTable grants, AccountLinks links, AccountRecord record) {
    this.accounts = accounts;
    this.grants = grants;
    this.links = links;
    this.record = record;
  }

  /**
   * Adds a person, who is invited to choose a password; returns the account's id.
   *
   * @throws InvalidFormException naming each wrong field; nothing is stored then
   */
  @Transactional
  public String invite(NewPerson person, Grants given, Actor actor) {
    checkInvitation(person, given, actor);
    String id = "acc-" + UUID.randomUUID();
    try {
      accounts.insert(id, person, null);
    } catch (DuplicateKeyException taken) {
      throw InvalidFormException.of("loginName", "error.login-taken");
    }
    grants.put(id, given);
    record.invited(id, given.facts(), actor.accountId());
    links.send(id, LinkPurpose.INVITATION, person.email(), actor.accountId());
    return id;
  }

  /** Lets the refusals of an invitation through and changes nothing. */
  @Transactional
  public void checkInvitation(NewPerson person, Grants given, Actor actor) {
    List<FieldError> errors = new ArrayList<>(PersonCheck.errors(person));
    if (errors.stream().noneMatch(error -> error.field().equals("loginName"))
        && accounts.taken(person.loginName())) {
      errors.add(new FieldError("loginName", "error.login-taken", List.of()));
    }
    errors.addAll(Granting.errors(actor, "", Granting.nothing(), given, false));
    refuse(errors);
  }

  /** Lets the refusals of a change through and changes nothing. */
  @Transactional
  public void checkChange(String accountId, Grants after, Actor actor) {
    boolean last = !grants.anotherAdministrator(accountId);
    accountOf(accountId, actor);
    refuse(Granting.errors(actor, accountId, grants.of(accountId), after, last));
  }

  /** Lets the account do this from now on and nothing else. */
  @Transactional
  public void change(String accountId, Grants after, Actor actor) {
    checkChange(accountId, after, actor);
    Grants before = grants.of(accountId);
    if (before.equals(after)) {
      return;
    }
    grants.put(accountId, after);
    record.rolesChanged(accountId, before, after, actor.accountId());
  }

  /**
   * Sends a new invitation, which replaces the earlier one, to somebody who has not accepted yet.
   *
   * @param email corrected address, or null to leave it
   */
  @Transactional
  public void inviteAgain(String accountId, @Nullable String email, Actor actor) {
    Standing account = require(accountOf(accountId, actor), State.INVITED);
    String address = email == null ? account.email() : email;
    refuse(PersonCheck.email(address).stream().toList());
    if (!address.equals(account.email())) {
      accounts.email(accountId, address);
    }
    invited(account, address, actor);
  }

  /** Opens a closed account; its person is invited as if it were new. */
  @Transactional
  public void reopen(String accountId, Actor actor) {
    Standing account = require(accountOf(accountId, actor), State.CLOSED);
    accounts.reopen(accountId);
    invited(account, account.email(), actor);
  }

  private void invited(Standing account, String email, Actor actor) {
    Map<String, Object> facts = new HashMap<>(grants.of(account.id()).facts());
    facts.put("state", account.state().name());
    record.invited(account.id(), facts, actor.accountId());
    links.send(account.id(), LinkPurpose.INVITATION, email, actor.accountId());
  }

  /** Sends a link with which the person chooses a new password. */
  @Transactional
  public void sendReset(String accountId, Actor actor) {
    Standing account = require(accountOf(accountId, actor), State.OPEN);
    links.resetAsked(accountId, account.email(), actor.accountId(), null);
  }

  /**
   * Makes a new one-time link for somebody to whom no mail can go, to be handed over by whoever
   * asks; every earlier one is worth nothing after that. Returns its path.
   */
  @Transactional
  public String handOver(String accountId, Actor actor) {
    Standing account = accountOf(accountId, actor);
    if (account.state() == State.CLOSED) {
      throw InvalidFormException.of("", "error.account-closed");
    }
    LinkPurpose purpose =
        account.state() == State.INVITED ? LinkPurpose.INVITATION : LinkPurpose.PASSWORD;
    record.handedOver(accountId, purpose, actor.accountId());
    return links.handOver(accountId, purpose, actor.accountId());
  }

  /** Lets the refusals of a closing through and changes nothing. */
  @Transactional
  public void checkClosing(String accountId, Actor actor) {
    boolean last = !grants.anotherAdministrator(accountId);
    accountOf(accountId, actor);
    boolean administrates = grants.of(accountId).roles().contains(Role.ADMINISTRATOR);
    refuse(Granting.closing(actor, accountId, last && administrates));
  }

  /** Closes an account: nobody can sign in with it, and its links are worth nothing. */
  @Transactional
  public void close(String accountId, Actor actor) {
    checkClosing(accountId, actor);
    if (accounts.close(accountId)) {
      record.closed(accountId, actor.accountId());
    }
  }

  private Standing accountOf(String accountId, Actor actor) {
    return accounts
        .lock(accountId)
        .filter(found -> Granting.actsOn(actor, grants.of(accountId)))
        .orElseThrow(() -> new AccessDeniedException("Not an account to act on"));
  }

  private static Standing require(Standing account, State state) {
    if (account.state() != state) {
      throw InvalidFormException.of(
          "", "error.account-" + account.state().name().toLowerCase(java.util.Locale.ROOT));
    }
    return account;
  }

  private static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw new InvalidFormException(errors);
    }
  }
}
