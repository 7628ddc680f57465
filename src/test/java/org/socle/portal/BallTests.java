package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.socle.portal.Ball.Holder;

class BallTests {

  private static final Say ENGLISH = new Say(Texts.source(), Locale.ENGLISH);

  @Test
  void namesTwoOfThoseWhoOweAndCountsTheOthers() {
    List<Holder> holders =
        Ball.holders(
            List.of(
                owed("userTask_answerPositions", "FFW", "2027-03-03", "2027-03-20", false),
                owed("userTask_answerPositions", "ECOP", "2027-03-04", "2027-03-18", true),
                owed("userTask_answerPositions", "MOL", "2027-03-04", null, false),
                owed("userTask_answerPositions", "MOF", "2027-03-04", "2027-03-20", false)),
            2);

    assertThat(holders).hasSize(1);
    Holder holder = holders.get(0);
    assertThat(holder.names(ENGLISH)).isEqualTo("FFW, ECOP and 2 others");
    assertThat(holder.since()).isEqualTo(Instant.parse("2027-03-03T08:00:00Z"));
    assertThat(holder.due()).isEqualTo(LocalDate.parse("2027-03-18"));
    assertThat(holder.overdue()).isTrue();
    assertThat(holder.round()).isEqualTo(2);
  }

  @Test
  void showsWhoWaitsLongestFirstAndNamesARoundForPositionsOnly() {
    List<Holder> holders =
        Ball.holders(
            List.of(
                owed("userTask_recordAttendance", null, "2027-03-03", null, false),
                owed("userTask_answerOpinion", "FFW", "2027-03-05", null, false),
                owed("userTask_answerOpinion", "ECOP", "2027-03-02", null, false)),
            1);

    assertThat(holders)
        .extracting(Holder::element)
        .containsExactly("userTask_answerOpinion", "userTask_recordAttendance");
    assertThat(holders).extracting(Holder::round).containsOnlyNulls();
    assertThat(holders.get(0).names(ENGLISH)).isEqualTo("FFW and ECOP");
    assertThat(holders.get(1).names(ENGLISH)).isEqualTo("Rapporteur");
    assertThat(new Ball(holders, null).at("userTask_recordAttendance")).isEqualTo(holders.get(1));
    assertThat(new Ball(holders, null).at("userTask_other")).isNull();
  }

  @Test
  void saysOneOtherInTheSingular() {
    List<Holder> holders =
        Ball.holders(
            List.of(
                owed("userTask_answerOpinion", "A", "2027-03-05", null, false),
                owed("userTask_answerOpinion", "B", "2027-03-05", null, false),
                owed("userTask_answerOpinion", "C", "2027-03-05", null, false)),
            null);

    assertThat(holders.get(0).names(ENGLISH)).isEqualTo("A, B and 1 other");
    assertThat(holders.get(0).names(new Say(Texts.source(), Locale.FRENCH)))
        .isEqualTo("A, B et 1 autre");
  }

  private static DutyFacts.Card owed(
      String element,
      @Nullable String acronym,
      String asked,
      @Nullable String due,
      boolean overdue) {
    DutyRow duty =
        new DutyRow(
            "d",
            "t",
            "c1",
            "XTR",
            element,
            acronym == null ? "rapporteur" : "seat-" + acronym,
            null,
            Instant.parse(asked + "T08:00:00Z"),
            due == null ? null : LocalDate.parse(due),
            null,
            "open",
            "SPF-XTR-2027-001",
            "Floor",
            null,
            null,
            true,
            acronym,
            acronym,
            null,
            null,
            null,
            null,
            null,
            null);
    return new DutyFacts.Card(
        duty,
        element,
        "Floor",
        "Coresia",
        acronym == null ? "Rapporteur" : acronym,
        due,
        null,
        null,
        overdue);
  }
}
