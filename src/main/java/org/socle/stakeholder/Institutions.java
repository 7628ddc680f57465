package org.socle.stakeholder;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The stakeholder map of a case. */
@Service
public class Institutions {

  Institutions() {}

  /** Puts the country's usual institutions on a map that is still empty. */
  public void startFromDefaults(String caseId, String country) {
    throw new UnsupportedOperationException();
  }

  /**
   * Puts an institution on the map.
   *
   * @return its id
   * @throws org.socle.tracking.InvalidFormException when a field is wrong or the acronym is on the map already
   */
  public String add(String caseId, NewInstitution institution, String actor) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes an institution off the map, as long as no nomination was asked of it.
   *
   * @throws org.socle.tracking.InvalidFormException when a nomination was asked
   */
  public void remove(String caseId, String institutionId, String actor) {
    throw new UnsupportedOperationException();
  }

  /** The map of a case in the order of categories and acronyms. */
  public List<Institution> list(String caseId) {
    throw new UnsupportedOperationException();
  }

  /** The institution of a case with an acronym. */
  public Optional<Institution> find(String caseId, String acronym) {
    throw new UnsupportedOperationException();
  }

  /** Lets an account act for the institution's seat. */
  public void assignContact(String institutionId, String accountId) {
    throw new UnsupportedOperationException();
  }
}
