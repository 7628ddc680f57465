package org.socle.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.socle.notification.Mail;
import org.socle.notification.Notifications;
import org.socle.security.AccountTable.Standing;
import org.socle.security.LinkTable.Link;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One-time links by which people choose their passwords. */
@Service
public class AccountLinks {

  private final LinkTable links;
  private final AccountTable accounts;
  private final GrantTable grants;
  private final Notifications notifications;
  private final AccountRecord record;
  private final JdbcClient jdbc;

  AccountLinks(
      LinkTable links,
      AccountTable accounts,
      GrantTable grants,
      Notifications notifications,
      AccountRecord record,
      JdbcClient jdbc) {
    this.links = links;
    this.accounts = accounts;
    this.grants = grants;
    this.notifications = notifications;
    this.record = record;
    this.jdbc = jdbc;
  }

  /**
   * What a page shows of a link.
   *
   * @param inviter name of who made it, empty where a person asked for it alone
   * @param grants what the account may do
   */
  public record Opened(
      LinkState state, String loginName, String displayName, String inviter, Grants grants) {

    /** Codes of the roles, in their order. */
    public List<Role> roles() {
      return grants.roles().stream().sorted().toList();
    }

    /** Groups of the functions in any country, each once. */
    public List<String> functions() {
      return grants.functions().values().stream()
          .flatMap(Set::stream)
          .distinct()
          .sorted()
          .map(Function::group)
          .toList();
    }

    static Opened closed(LinkState state) {
      return new Opened(state, "", "", "", Granting.nothing());
    }
  }

  /** Opens a link and lets a mail bring it, where there is an address. */
  void send(String accountId, LinkPurpose purpose, String email, String by) {
    String linkId = links.open(accountId, purpose, by);
    if (!email.isEmpty()) {
      notifications.enqueue(new Mail(null, purpose.mail(), "account-" + accountId, linkId));
    }
  }

  /** Sends a link for a new password; somebody of the staff asked for it, or nobody signed in. */
  void resetAsked(String accountId, String email, String by, @Nullable String sender) {
    record.resetAsked(accountId, by, sender);
    send(accountId, LinkPurpose.PASSWORD, email, by);
  }

  /** Opens a link that no mail brings; returns its path. */
  String handOver(String accountId, LinkPurpose purpose, String by) {
    return purpose.path(links.mint(links.open(accountId, purpose, by)));
  }

  /** The link behind a token as it stands; only an open one tells whose it is. */
  @Transactional
  public Opened look(String token, LinkPurpose purpose) {
    Optional<Link> link = links.byToken(token, purpose);
    if (link.isEmpty() || link.get().state() != LinkState.OPEN) {
      return Opened.closed(link.map(Link::state).orElse(LinkState.UNKNOWN));
    }
    Standing account = accounts.lock(link.get().accountId()).orElseThrow();
    return new Opened(
        LinkState.OPEN,
        account.loginName(),
        account.displayName(),
        name(link.get().createdBy()),
        grants.of(account.id()));
  }

  private String name(String accountId) {
    return jdbc.sql("select display_name from account where id = ?")
        .param(accountId)
        .query(String.class)
        .optional()
        .orElse("");
  }

  /**
   * Sets the password that was chosen behind a link and uses the link up; with an invitation the
   * account opens.
   *
   * @param language chosen language, or null to leave it
   * @return how the link stood: anything but OPEN means that nothing was stored
   * @throws InvalidFormException when the password is refused; the link stays open then
   */
  @Transactional
  public LinkState choose(
      String token, LinkPurpose purpose, NewPassword typed, @Nullable String language) {
    Link link = links.byToken(token, purpose).orElse(null);
    if (link == null || link.state() != LinkState.OPEN) {
      return link == null ? LinkState.UNKNOWN : link.state();
    }
    Standing account = accounts.lock(link.accountId()).orElseThrow();
    if (account.state() == AccountTable.State.CLOSED) {
      return LinkState.CLOSED;
    }
    List<FieldError> errors =
        PasswordRule.errors(typed.password(), typed.repeat(), account.loginName(), account.email());
    if (language != null) {
      PersonCheck.language(language).ifPresent(errors::add);
    }
    if (!errors.isEmpty()) {
      throw new InvalidFormException(errors);
    }
    if (!links.use(link.id())) {
      return LinkState.USED;
    }
    accounts.password(account.id(), typed.password());
    links.replace(account.id(), LinkPurpose.PASSWORD);
    if (language != null) {
      accounts.language(account.id(), language);
    }
    if (purpose == LinkPurpose.INVITATION) {
      record.accepted(account.id());
    } else {
      record.passwordChanged(account.id());
    }
    return LinkState.OPEN;
  }
}
