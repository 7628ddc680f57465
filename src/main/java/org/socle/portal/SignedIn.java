package org.socle.portal;

import java.util.Arrays;
import java.util.Set;
import org.socle.security.CurrentActor;
import org.socle.tracking.Actor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** The person behind a page request, asked for once per request. */
@Component
class SignedIn {

  static final String COORDINATOR = "role-coordinator";
  static final String STAKEHOLDER = "role-stakeholder";
  static final String MANAGER = "role-manager";
  static final String AUDITOR = "role-auditor";
  static final String ADMINISTRATOR = "camunda-admin";
  static final String FOCAL_POINT = "government-focal-point";

  private static final String ACTOR = SignedIn.class.getName() + ".actor";

  private final CurrentActor current;

  SignedIn(CurrentActor current) {
    this.current = current;
  }

  /** Whether somebody is signed in. */
  boolean present() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null
        && authentication.isAuthenticated()
        && !(authentication instanceof AnonymousAuthenticationToken);
  }

  /** Who is signed in, with today's groups and countries. */
  Actor actor() {
    RequestAttributes request = RequestContextHolder.currentRequestAttributes();
    if (request.getAttribute(ACTOR, RequestAttributes.SCOPE_REQUEST) instanceof Actor known) {
      return known;
    }
    Actor actor = current.get();
    request.setAttribute(ACTOR, actor, RequestAttributes.SCOPE_REQUEST);
    return actor;
  }

  /**
   * Who is signed in when one of the groups is theirs; otherwise an {@link AccessDeniedException},
   * which becomes a 403.
   */
  Actor require(String... anyOf) {
    Actor actor = actor();
    if (Arrays.stream(anyOf).noneMatch(actor.groups()::contains)) {
      throw new AccessDeniedException("None of " + Set.of(anyOf) + " is held");
    }
    return actor;
  }
}
