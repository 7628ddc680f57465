package org.socle.stakeholder;

import java.util.Optional;
import org.springframework.stereotype.Service;

/** Terms of reference, founding act and installation of the working group. */
@Service
public class WorkingGroups {

  WorkingGroups() {}

  /** The working group of a case, once its terms of reference were drafted. */
  public Optional<WorkingGroup> find(String caseId) {
    throw new UnsupportedOperationException();
  }

  /** Stores the terms of reference; a later draft replaces the earlier one. */
  public void draftTerms(String caseId, TermsOfReference terms, String actor) {
    throw new UnsupportedOperationException();
  }

  /** Stores the act that founds the group. */
  public void recordLegalAct(String caseId, LegalAct act, String actor) {
    throw new UnsupportedOperationException();
  }

  /** Installs the group: filled seats begin, seats without an answer stay vacant. */
  public void install(String caseId) {
    throw new UnsupportedOperationException();
  }
}
