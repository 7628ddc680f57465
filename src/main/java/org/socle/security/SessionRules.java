package org.socle.security;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides at every request what a session still opens. */
@Component
class SessionRules {

  private final Standings standings;
  private final SecurityProperties settings;
  private final Clock clock;

  SessionRules(Standings standings, SecurityProperties settings, Clock clock) {
    this.standings = standings;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The account as it stands now; empty when the session is over: the account was closed, all its
   * sessions were ended, or the session has lasted its time.
   */
  Optional<SignedInAccount> now(SignedInAccount account) {
    Standing standing = standings.of(account.getUsername());
    SessionMark mark = account.mark();
    Instant end = mark.since().plus(settings.sessionLimit());
    if (standing.groups().isEmpty()
        || standing.epoch() != mark.epoch()
        || clock.instant().isAfter(end)) {
      return Optional.empty();
    }
    return Optional.of(account.standing(standing.groups(), pending(standing, mark)));
  }

  private @Nullable Pending pending(Standing standing, SessionMark mark) {
    if (standing.secondFactor() && !mark.confirmed()) {
      return Pending.CODE;
    }
    if (standing.passwordDue()) {
      return Pending.PASSWORD;
    }
    return settings.secondFactor() == SecondFactorPolicy.REQUIRED
            && standing.staff()
            && !standing.secondFactor()
            && !mark.confirmed()
        ? Pending.ENROLMENT
        : null;
  }
}
