package org.socle.security;

import java.util.Set;
import org.socle.tracking.Actor;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person behind the request that is being served. */
@Component
public class CurrentActor {

  private final IdentityDirectory directory;

  CurrentActor(IdentityDirectory directory) {
    this.directory = directory;
  }

  /**
   * Who is signed in, with today's groups and countries; an {@link IllegalStateException} when
   * nobody is. Whoever still owes a code or a password has none.
   */
  public Actor get() {
    Authentication authentication = authentication();
    String accountId = authentication.getName();
    if (authentication.getPrincipal() instanceof SignedInAccount account
        && account.pending() != null) {
      return new Actor(accountId, Set.of(), Set.of());
    }
    return new Actor(accountId, directory.groupsOf(accountId), directory.countriesOf(accountId));
  }

  private static Authentication authentication() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
      throw new IllegalStateException("Nobody is signed in");
    }
    return authentication;
  }
}
