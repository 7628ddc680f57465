package org.socle.stakeholder;

/** Tells whether a case runs; seats change in running cases only. The national process answers. */
public interface RunningCases {

  /** Whether the case is neither suspended nor closed. */
  boolean running(String caseId);
}
