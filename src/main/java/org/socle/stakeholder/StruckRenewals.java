package org.socle.stakeholder;

import org.jspecify.annotations.Nullable;
import org.socle.tracking.AssistedAnswers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Strikes new members that nobody confirmed; the seat keeps those it had. */
@Component
class StruckRenewals implements AssistedAnswers {

  private final StruckNominations nominations;

  StruckRenewals(StruckNominations nominations) {
    this.nominations = nominations;
  }

  @Override
  public boolean keeps(String kind) {
    return "renewal".equals(kind);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void strike(String caseId, @Nullable String seatId) {
    nominations.strike(seatId, SeatState.SEATED);
  }
}
