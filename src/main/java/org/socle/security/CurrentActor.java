package org.socle.security;

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
   * nobody is.
   */
  public Actor get() {
    String accountId = accountId();
    return new Actor(accountId, directory.groupsOf(accountId), directory.countriesOf(accountId));
  }

  private static String accountId() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
      throw new IllegalStateException("Nobody is signed in");
    }
    return authentication.getName();
  }
}
