package org.socle.portal;

import java.util.Set;
import org.socle.security.Granting;
import org.socle.tracking.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Opens a person's page to administrators and to coordinators of one of the person's countries. */
@Component
class PersonDesk {

  /**
   * A person and who looks.
   *
   * @param acts whether whoever looks may change the account
   */
  record Visit(Actor actor, PersonRow row, boolean acts) {

    /** Address of the person's page. */
    public String address() {
      return "/people/" + row.id();
    }

    /** Whether whoever looks may read what belongs to a country. */
    public boolean shows(String country) {
      return administers(actor) || actor.countries().contains(country);
    }
  }

  private final SignedIn signedIn;
  private final PeopleReads reads;

  PersonDesk(SignedIn signedIn, PeopleReads reads) {
    this.signedIn = signedIn;
    this.reads = reads;
  }

  /** Who is signed in, when people are theirs to look after. */
  Actor keeper() {
    return signedIn.require(SignedIn.COORDINATOR, SignedIn.ADMINISTRATOR);
  }

  /** Whether somebody looks after the people of every country. */
  static boolean administers(Actor actor) {
    return actor.groups().contains(SignedIn.ADMINISTRATOR);
  }

  /** A person; a 404 when there is none or it is another country's. */
  Visit open(String accountId) {
    Actor actor = keeper();
    PersonRow row =
        reads
            .person(accountId)
            .filter(found -> Granting.sees(actor, Set.copyOf(found.countryCodes())))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new Visit(actor, row, Granting.actsOn(actor, row.grants()));
  }

  /** A person whose account whoever asks may change; a 403 when they may only look. */
  Visit act(String accountId) {
    Visit visit = open(accountId);
    if (!visit.acts()) {
      throw new AccessDeniedException("Not an account to act on");
    }
    return visit;
  }
}
