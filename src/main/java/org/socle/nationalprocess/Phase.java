package org.socle.nationalprocess;

/** A phase of a national process, in the order in which a case goes through them. */
public enum Phase {
  REQUEST,
  WORKING_GROUP,
  DIALOGUE,
  VALIDATION
}
