package org.socle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.InMemoryOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Knows the open sessions, so that one which the provider has ended ends here at once. */
class OidcSessions
    implements OidcSessionRegistry, LogoutHandler, HttpSessionListener, HttpSessionIdListener {

  private final OidcSessionRegistry people = new InMemoryOidcSessionRegistry();
  private final Map<String, HttpSession> open = new ConcurrentHashMap<>();
  private final SecurityLog log;

  OidcSessions(SecurityLog log) {
    this.log = log;
  }

  @Override
  public void saveSessionInformation(OidcSessionInformation info) {
    people.saveSessionInformation(info);
  }

  @Override
  @SuppressWarnings("NullAway") // as the registry behind it does: null for a session not known
  public OidcSessionInformation removeSessionInformation(String sessionId) {
    return people.removeSessionInformation(sessionId);
  }

  @Override
  public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken token) {
    return people.removeSessionInformation(token);
  }

  /** The provider says that a session has ended; its word has been checked. */
  @Override
  public void logout(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    if (authentication.getPrincipal() instanceof OidcLogoutToken token) {
      removeSessionInformation(token).forEach(this::end);
    }
  }

  private void end(OidcSessionInformation ended) {
    HttpSession session = open.remove(ended.getSessionId());
    if (session != null) {
      log.write(SecurityEvent.SESSIONS_ENDED, ended.getPrincipal().getName(), "provider");
      invalidate(session);
    }
  }

  private static void invalidate(HttpSession session) {
    try {
      session.invalidate();
    } catch (IllegalStateException overAlready) {
      // It ended by itself at the same moment.
    }
  }

  @Override
  public void sessionCreated(HttpSessionEvent event) {
    open.put(event.getSession().getId(), event.getSession());
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    open.remove(event.getSession().getId());
    people.removeSessionInformation(event.getSession().getId());
  }

  @Override
  public void sessionIdChanged(HttpSessionEvent event, String before) {
    open.remove(before);
    open.put(event.getSession().getId(), event.getSession());
  }
}
