package org.socle.nationalprocess;

import java.util.List;
import org.springframework.stereotype.Service;

/** Dated facts of a case. */
@Service
public class Milestones {

  Milestones() {}

  /** Adds a fact; {@link IllegalArgumentException} when a date is neither a day nor a month. */
  public void add(String caseId, Milestone milestone) {
    throw new UnsupportedOperationException();
  }

  /** The facts of a case by date, then in the order in which they were added. */
  public List<Milestone> ofCase(String caseId) {
    throw new UnsupportedOperationException();
  }
}
