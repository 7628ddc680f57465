package org.socle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the sessions of an account on every node: each carries the account's number at its sign-in,
 * and the number is compared with every request.
 */
@Service
public class Sessions {

  private final JdbcClient jdbc;
  private final SecurityLog log;
  private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

  Sessions(JdbcClient jdbc, SecurityLog log) {
    this.jdbc = jdbc;
    this.log = log;
  }

  /** Ends every session of an account with its next request, in pages, Tasklist and Cockpit. */
  @Transactional
  public void endAll(String accountId) {
    jdbc.sql("update account set session_epoch = session_epoch + 1 where id = ?")
        .param(accountId)
        .update();
    log.write(SecurityEvent.SESSIONS_ENDED, null, accountId);
  }

  /**
   * Keeps the session of this request, under a new id, when the person who sends it has just ended
   * all of their sessions.
   */
  public void keepOwn(HttpServletRequest request, HttpServletResponse response) {
    renew(request, response, mark -> mark.withEpoch(epoch(signedIn().getUsername())));
  }

  /** As {@link #keepOwn}, for somebody who has just given the first code of a second factor. */
  public void keepOwnConfirmed(HttpServletRequest request, HttpServletResponse response) {
    renew(
        request,
        response,
        mark -> mark.withEpoch(epoch(signedIn().getUsername())).confirmedAt(mark.since()));
  }

  void renew(
      HttpServletRequest request, HttpServletResponse response, UnaryOperator<SessionMark> change) {
    SignedInAccount account = signedIn();
    SignedInAccount renewed = account.marked(change.apply(account.mark()));
    Authentication before = SecurityContextHolder.getContext().getAuthentication();
    var after =
        UsernamePasswordAuthenticationToken.authenticated(renewed, null, renewed.getAuthorities());
    after.setDetails(before.getDetails());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(after);
    request.changeSessionId();
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  private long epoch(String accountId) {
    return jdbc.sql("select session_epoch from account where id = ?")
        .param(accountId)
        .query(Long.class)
        .single();
  }

  private static SignedInAccount signedIn() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null
        && authentication.getPrincipal() instanceof SignedInAccount account) {
      return account;
    }
    throw new IllegalStateException("Nobody is signed in");
  }
}
