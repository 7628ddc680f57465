package org.socle.security;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The principal of a signed-in person; its name is the account id, its authorities are today's
 * groups, none while a code or a password is due.
 */
public final class SignedInAccount implements UserDetails, CredentialsContainer {

  @Serial private static final long serialVersionUID = 2L;

  private final String accountId;
  private final String displayName;
  private final String language;
  private final SessionMark mark;
  private final List<SimpleGrantedAuthority> authorities;
  private final @Nullable Pending pending;
  private final boolean open;
  private @Nullable String passwordHash;

  SignedInAccount(
      String accountId,
      String displayName,
      String language,
      SessionMark mark,
      Set<String> groups,
      boolean open,
      @Nullable String passwordHash) {
    this(accountId, displayName, language, mark, authorities(groups), null, open, passwordHash);
  }

  private SignedInAccount(
      String accountId,
      String displayName,
      String language,
      SessionMark mark,
      List<SimpleGrantedAuthority> authorities,
      @Nullable Pending pending,
      boolean open,
      @Nullable String passwordHash) {
    this.accountId = accountId;
    this.displayName = displayName;
    this.language = language;
    this.mark = mark;
    this.authorities = authorities;
    this.pending = pending;
    this.open = open;
    this.passwordHash = passwordHash;
  }

  private static List<SimpleGrantedAuthority> authorities(Set<String> groups) {
    return groups.stream().sorted().map(SimpleGrantedAuthority::new).toList();
  }

  /** Name that others read. */
  public String displayName() {
    return displayName;
  }

  /** Language of the account: en, fr or es. */
  public String language() {
    return language;
  }

  /** What must be done before anything opens, or null. */
  public @Nullable Pending pending() {
    return pending;
  }

  SessionMark mark() {
    return mark;
  }

  /** The account id. */
  @Override
  public String getUsername() {
    return accountId;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return authorities;
  }

  @Override
  public @Nullable String getPassword() {
    return passwordHash;
  }

  @Override
  public boolean isEnabled() {
    return open;
  }

  @Override
  public void eraseCredentials() {
    passwordHash = null;
  }

  SignedInAccount standing(Set<String> groups, @Nullable Pending due) {
    return new SignedInAccount(
        accountId,
        displayName,
        language,
        mark,
        due == null ? authorities(groups) : List.of(),
        due,
        open,
        passwordHash);
  }

  SignedInAccount marked(SessionMark changed) {
    return new SignedInAccount(
        accountId, displayName, language, changed, authorities, pending, open, passwordHash);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedInAccount account && account.accountId.equals(accountId);
  }

  @Override
  public int hashCode() {
    return accountId.hashCode();
  }
}
