package org.socle.api;

import java.util.List;

/** One case with its parts. */
record CaseDetail(
    CaseSummary summary,
    List<PhaseStay> phases,
    List<SeatView> seats,
    List<DutyView> openDuties,
    List<OutcomeView> outcomes) {}
