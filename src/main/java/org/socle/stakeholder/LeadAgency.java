package org.socle.stakeholder;

/**
 * Tells whether the lead agency of a case is named (rule R11); the national process implements it.
 */
public interface LeadAgency {

  /** Whether a lead agency was confirmed. */
  boolean named(String caseId);
}
