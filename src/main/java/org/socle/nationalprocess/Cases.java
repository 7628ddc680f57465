package org.socle.nationalprocess;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** National processes: looks them up, notes how they ended and closes them. */
@Service
public class Cases {

  Cases() {}

  /** The case with an id. */
  public Optional<CaseRecord> find(String caseId) {
    throw new UnsupportedOperationException();
  }

  /** The case with an id; {@link java.util.NoSuchElementException} when there is none. */
  public CaseRecord get(String caseId) {
    throw new UnsupportedOperationException();
  }

  /** The case with a reference such as {@code SPF-PHL-2014-001}. */
  public Optional<CaseRecord> findByReference(String reference) {
    throw new UnsupportedOperationException();
  }

  /** Cases of any of the countries, newest first, at most 500. */
  public List<CaseRecord> ofCountries(Collection<String> countries) {
    throw new UnsupportedOperationException();
  }

  /** Notes how and why the case ends while its process goes on to its end; a later note replaces an earlier one. */
  public void conclude(String caseId, Outcome outcome, String reason) {
    throw new UnsupportedOperationException();
  }

  /** Closes the case with the noted outcome; {@link IllegalStateException} when none was noted. */
  public void close(String caseId) {
    throw new UnsupportedOperationException();
  }

  /** Sets the titles of a published case in French and Spanish. */
  public void translateTitle(String caseId, String titleFr, String titleEs) {
    throw new UnsupportedOperationException();
  }
}
