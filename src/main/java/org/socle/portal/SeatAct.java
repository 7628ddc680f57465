package org.socle.portal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.socle.portal.SeatReads.SeatLine;

/** A change of the seats with a page of its own. */
enum SeatAct {
  ADD,
  REPLACE,
  REMOVE,
  REINSTATE,
  VACATE;

  /** Its name in addresses and texts. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String address(String caseId, String seatId) {
    String seats = "/cases/" + caseId + "/seats/";
    return this == ADD ? seats + code() : seats + seatId + "/" + code();
  }

  /** Whether the change can be made to a seat as it stands. */
  boolean fits(SeatLine seat) {
    return switch (this) {
      case ADD -> false;
      case REPLACE -> seat.sits();
      case REMOVE, VACATE -> !seat.removed();
      case REINSTATE -> seat.away();
    };
  }

  static Optional<SeatAct> of(String code) {
    return Arrays.stream(values()).filter(act -> act.code().equals(code)).findFirst();
  }
}
