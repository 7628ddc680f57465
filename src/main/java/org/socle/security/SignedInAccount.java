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
 * groups.
 */
public final class SignedInAccount implements UserDetails, CredentialsContainer {

  @Serial private static final long serialVersionUID = 1L;

  private final String accountId;
  private final String displayName;
  private final String language;
  private final List<SimpleGrantedAuthority> authorities;
  private final boolean open;
  private @Nullable String passwordHash;

  SignedInAccount(
      String accountId,
      String displayName,
      String language,
      Set<String> groups,
      boolean open,
      @Nullable String passwordHash) {
    this.accountId = accountId;
    this.displayName = displayName;
    this.language = language;
    this.authorities = groups.stream().sorted().map(SimpleGrantedAuthority::new).toList();
    this.open = open;
    this.passwordHash = passwordHash;
  }

  /** Name that others read. */
  public String displayName() {
    return displayName;
  }

  /** Language of the account: en, fr or es. */
  public String language() {
    return language;
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

  SignedInAccount withGroups(Set<String> groups) {
    return new SignedInAccount(accountId, displayName, language, groups, open, passwordHash);
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
