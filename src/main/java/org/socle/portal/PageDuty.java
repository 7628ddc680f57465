package org.socle.portal;

import java.util.Arrays;
import java.util.Optional;

/** User tasks whose rows are entered on a page of the case. */
enum PageDuty {
  STAKEHOLDERS("userTask_mapStakeholders", "stakeholders"),
  RECOMMENDATIONS("userTask_enterRecommendations", "recommendations"),
  ATTENDANCE("userTask_recordAttendance", "attendance"),
  DECISION("userTask_recordDecision", "decision");

  private final String element;
  private final String path;

  PageDuty(String element, String path) {
    this.element = element;
    this.path = path;
  }

  /** Id of the user task. */
  String element() {
    return element;
  }

  /** Address of the page for a case. */
  String address(String caseId) {
    return "/cases/" + caseId + "/" + path;
  }

  /** The page of a user task, if it has one. */
  static Optional<PageDuty> of(String element) {
    return Arrays.stream(values()).filter(page -> page.element.equals(element)).findFirst();
  }
}
