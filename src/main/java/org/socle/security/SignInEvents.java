package org.socle.security;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Tells the security log who signed in, who was refused and who signed out. */
@Component
class SignInEvents {

  private final SecurityLog log;
  private final Accounts accounts;

  SignInEvents(SecurityLog log, Accounts accounts) {
    this.log = log;
    this.accounts = accounts;
  }

  @EventListener
  void accepted(AuthenticationSuccessEvent event) {
    log.write(SecurityEvent.SIGN_IN_ACCEPTED, name(event.getAuthentication()), "sign-in");
  }

  @EventListener
  void refused(AbstractAuthenticationFailureEvent event) {
    String typed = String.valueOf(event.getAuthentication().getName());
    // People type passwords into the field of the name: only names that exist are written down.
    String account =
        SignInThrottle.possible(typed)
            ? accounts.idOf(SignInThrottle.normal(typed)).orElse(null)
            : null;
    log.write(
        SecurityEvent.SIGN_IN_REFUSED,
        account,
        "sign-in",
        Map.of("why", event.getException().getClass().getSimpleName()));
  }

  @EventListener
  void left(LogoutSuccessEvent event) {
    log.write(SecurityEvent.SIGN_OUT, name(event.getAuthentication()), "sign-out");
  }

  private static @Nullable String name(@Nullable Authentication person) {
    return person == null ? null : person.getName();
  }
}
