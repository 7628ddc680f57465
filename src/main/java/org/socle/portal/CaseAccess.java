package org.socle.portal;

import org.socle.tracking.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Opens cases to those whose country they belong to. */
@Component
class CaseAccess {

  private final CaseList list;

  CaseAccess(CaseList list) {
    this.list = list;
  }

  /** The case; a 404 when there is none, a 403 when it is another country's. */
  CaseRow readable(String caseId, Actor actor) {
    CaseRow row =
        list.find(caseId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!actor.countries().contains(row.country())) {
      throw new AccessDeniedException("Case " + caseId + " belongs to another country");
    }
    return row;
  }
}
