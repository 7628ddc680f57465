package org.socle.api;

/** Whether the process of a case runs. */
enum CaseStatus {
  RUNNING,
  CLOSED
}
