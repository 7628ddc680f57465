package org.socle.nationalprocess;

import org.socle.stakeholder.RunningCases;
import org.springframework.stereotype.Component;

/** Tells lower phases whether a case runs: neither suspended nor closed. */
@Component
class CaseStanding implements RunningCases {

  private final Cases cases;

  CaseStanding(Cases cases) {
    this.cases = cases;
  }

  @Override
  public boolean running(String caseId) {
    return cases.find(caseId).filter(found -> found.running() && !found.suspended()).isPresent();
  }
}
