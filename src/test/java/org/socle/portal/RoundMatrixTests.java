package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.socle.portal.CaseReads.SeatRow;
import org.socle.portal.DialogueReads.Absent;
import org.socle.portal.DialogueReads.Discussed;
import org.socle.portal.DialogueReads.Said;
import org.socle.portal.DialogueReads.Sitting;

class RoundMatrixTests {

  @Test
  void putsEachPositionUnderItsSeatAndListsReasons() {
    RoundMatrix matrix =
        RoundMatrix.of(
                List.of(new Sitting("r1", 1, 1, null, null, null, true, "CLOSED")),
                List.of(
                    new Discussed(
                        "i1", "r1", "R1", "Pensions", "DECIDED", "CONSENSUS_WITH_RESERVATIONS"),
                    new Discussed("i9", "r2", "R1", "Pensions", "OPEN", null)),
                List.of(seat("s1", "MOL"), seat("s2", "ECOP"), seat("s3", "NSO")),
                List.of(
                    new Said("i1", "s1", "SUPPORT", null, null, true, "MOL", "MOL long", "GOV"),
                    new Said(
                        "i1",
                        "s2",
                        "SUPPORT_WITH_RESERVATION",
                        "Not yet",
                        null,
                        true,
                        "ECOP",
                        "ECOP long",
                        "EMP"),
                    new Said("i1", "gone", "OBJECT", null, null, false, "TUC", "TUC long", "WRK")),
                List.of(new Absent("i1", "WRK")))
            .get(0);

    assertThat(matrix.seats()).extracting(SeatRow::acronym).containsExactly("MOL", "ECOP", "TUC");
    assertThat(matrix.left("gone")).isTrue();
    assertThat(matrix.left("s2")).isFalse();
    assertThat(matrix.items()).extracting(Discussed::id).containsExactly("i1");
    assertThat(matrix.value("i1", "s1")).isEqualTo("SUPPORT");
    assertThat(matrix.value("i1", "s3")).isEmpty();
    assertThat(matrix.remarks())
        .containsExactly(
            new RoundMatrix.Remark("R1", "ECOP", "SUPPORT_WITH_RESERVATION", "Not yet"));
    assertThat(matrix.absent().get("i1")).containsExactly("WRK");
  }

  private static SeatRow seat(String id, String acronym) {
    return new SeatRow(
        id, acronym, acronym + " long", "GOV_CORE", "GOV", "SEATED", true, null, null);
  }
}
