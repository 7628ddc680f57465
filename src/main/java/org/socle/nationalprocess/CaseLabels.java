package org.socle.nationalprocess;

import java.util.Map;
import org.socle.stakeholder.Seat;
import org.socle.stakeholder.Seats;
import org.socle.tracking.DutyLabels;
import org.springframework.stereotype.Component;

/** The case's reference and the institution or agency that owes a task, for the task's card. */
@Component
class CaseLabels implements DutyLabels {

  private final Cases cases;
  private final Seats seats;

  CaseLabels(Cases cases, Seats seats) {
    this.cases = cases;
    this.seats = seats;
  }

  @Override
  public Labels of(String caseId, Map<String, String> ids) {
    String reference = cases.find(caseId).map(CaseRecord::reference).orElse("");
    String seatId = ids.get("seatId");
    String institution =
        seatId == null
            ? ids.getOrDefault("agencyCode", "")
            : seats.find(seatId).map(Seat::institution).orElse("");
    return new Labels(reference, institution);
  }
}
