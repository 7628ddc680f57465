package org.socle.portal;

import org.socle.portal.PersonDesk.Visit;
import org.socle.security.SecondFactors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Lets an administrator turn off the second factor of somebody who lost the phone. */
@Controller
class PersonSecondFactorController {

  private final PersonDesk desk;
  private final SecondFactors factors;

  PersonSecondFactorController(PersonDesk desk, SecondFactors factors) {
    this.desk = desk;
    this.factors = factors;
  }

  @PostMapping("/people/{accountId}/second-factor")
  String reset(@PathVariable String accountId) {
    Visit visit = desk.act(accountId);
    if (!mayReset(visit)) {
      throw new AccessDeniedException("Not a second factor to turn off");
    }
    factors.reset(accountId, visit.actor().accountId());
    return "redirect:" + visit.address() + "?factor";
  }

  /** One's own is turned off with a code: a session that was left open gives none. */
  static boolean mayReset(Visit visit) {
    return PersonDesk.administers(visit.actor())
        && !visit.row().id().equals(visit.actor().accountId());
  }
}
