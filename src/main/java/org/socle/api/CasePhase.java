package org.socle.api;

/** Where a case stands. */
enum CasePhase {
  REQUEST,
  WORKING_GROUP,
  DIALOGUE,
  VALIDATION,
  CLOSED
}
