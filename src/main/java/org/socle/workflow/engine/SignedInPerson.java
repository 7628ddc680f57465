package org.socle.workflow.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Tells the engine's web applications who is signed in at ours, so that there is one sign-in; made
 * by the filter itself.
 */
public class SignedInPerson implements AuthenticationProvider {

  @Override
  public AuthenticationResult extractAuthenticatedUser(
      HttpServletRequest request, ProcessEngine engine) {
    Authentication person = SecurityContextHolder.getContext().getAuthentication();
    if (person == null
        || person instanceof AnonymousAuthenticationToken
        || !person.isAuthenticated()) {
      return AuthenticationResult.unsuccessful();
    }
    return result(person.getName(), engine.getIdentityService());
  }

  /** A closed account is unknown to the directory and therefore not signed in. */
  private static AuthenticationResult result(String accountId, IdentityService identity) {
    if (identity.createUserQuery().userId(accountId).singleResult() == null) {
      return AuthenticationResult.unsuccessful();
    }
    List<String> groups =
        identity.createGroupQuery().groupMember(accountId).list().stream()
            .map(Group::getId)
            .toList();
    List<String> countries =
        identity.createTenantQuery().userMember(accountId).list().stream()
            .map(Tenant::getId)
            .toList();
    AuthenticationResult result = new AuthenticationResult(accountId, true);
    result.setGroups(groups);
    result.setTenants(countries);
    return result;
  }

  @Override
  public void augmentResponseByAuthenticationChallenge(
      HttpServletResponse response, ProcessEngine engine) {
    // Spring's chain in front has sent everybody else to the sign-in page already.
  }
}
