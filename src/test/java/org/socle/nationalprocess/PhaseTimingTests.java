package org.socle.nationalprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socle.nationalprocess.PhasePlan.Planned;
import org.socle.nationalprocess.PhaseTiming.Standing;
import org.socle.nationalprocess.PhaseTiming.Stay;

class PhaseTimingTests {

  @Test
  void laysThePhasesOneAfterTheOther() {
    assertThat(
            PhasePlan.of(
                day("2027-03-01"),
                Map.of(
                    Phase.REQUEST,
                    60,
                    Phase.WORKING_GROUP,
                    90,
                    Phase.DIALOGUE,
                    90,
                    Phase.VALIDATION,
                    75)))
        .containsExactly(
            new Planned(Phase.REQUEST, day("2027-03-01"), day("2027-04-30")),
            new Planned(Phase.WORKING_GROUP, day("2027-04-30"), day("2027-07-29")),
            new Planned(Phase.DIALOGUE, day("2027-07-29"), day("2027-10-27")),
            new Planned(Phase.VALIDATION, day("2027-10-27"), day("2028-01-10")));
  }

  @Test
  void refusesAPlanWithoutTheDaysOfAPhase() {
    assertThatThrownBy(() -> PhasePlan.of(day("2027-03-01"), Map.of(Phase.REQUEST, 60)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("WORKING_GROUP");
  }

  @ParameterizedTest
  @CsvSource({
    // planned 1 to 31 March, looked at on 20 March or on 10 April
    "          ,           , 2027-03-20, BEGINS_LATE, 19",
    "          ,           , 2027-03-01, NOT_BEGUN, 0",
    "          ,           , 2027-02-01, NOT_BEGUN, 0",
    "2027-03-05,           , 2027-03-20, WITHIN, 11",
    "2027-03-05,           , 2027-03-31, WITHIN, 0",
    "2027-03-05,           , 2027-04-10, OVER, 10",
    "2027-03-05, 2027-04-04, 2027-04-10, AS_PLANNED, 0",
    "2027-03-05, 2027-04-15, 2027-04-20, LONGER, 11",
    "2027-03-05, 2027-03-15, 2027-04-20, SHORTER, 20",
  })
  void comparesWithThePlan(
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      LocalDate today,
      Standing standing,
      long days) {
    PhaseTiming timing =
        new PhaseTiming(
            day("2027-03-01"),
            day("2027-03-31"),
            from == null ? List.of() : List.of(new Stay(from, until)),
            today);

    assertThat(timing.standing()).isEqualTo(standing);
    assertThat(timing.days()).isEqualTo(days);
  }

  @Test
  void comparesNothingWithoutAPlan() {
    PhaseTiming timing =
        new PhaseTiming(
            null, null, List.of(new Stay(day("2014-05-21"), day("2014-06-19"))), day("2027-03-01"));

    assertThat(timing.standing()).isEqualTo(Standing.NO_PLAN);
    assertThat(timing.days()).isZero();
    assertThat(timing.taken()).isEqualTo(29);
  }

  @Test
  void countsTheDaysOfEveryStayButNotThoseBetweenThem() {
    PhaseTiming timing =
        new PhaseTiming(
            day("2027-03-01"),
            day("2027-03-31"),
            List.of(
                new Stay(day("2027-03-01"), day("2027-03-21")),
                new Stay(day("2027-05-01"), day("2027-05-16"))),
            day("2027-06-01"));

    assertThat(timing.taken()).isEqualTo(35);
    assertThat(timing.standing()).isEqualTo(Standing.LONGER);
    assertThat(timing.days()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    // planned 1 to 31 March; suspended 11 to 21 March and from 5 April on
    "          ,           , 2027-03-20, BEGINS_LATE, 10, 0, 0",
    "          ,           , 2027-04-20, BEGINS_LATE, 25, 0, 0",
    "2027-03-05,           , 2027-03-16, WITHIN, 20, 11, 5",
    "2027-03-05,           , 2027-04-05, WITHIN, 5, 31, 10",
    "2027-03-05,           , 2027-04-25, WITHIN, 5, 51, 30",
    "2027-03-05, 2027-04-14, 2027-04-20, SHORTER, 9, 40, 19",
    "2027-03-21, 2027-04-05, 2027-04-20, SHORTER, 15, 15, 0",
  })
  void leavesOutTheDaysOfSuspensions(
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      LocalDate today,
      Standing standing,
      long days,
      long length,
      long suspended) {
    PhaseTiming timing =
        new PhaseTiming(
            day("2027-03-01"),
            day("2027-03-31"),
            from == null ? List.of() : List.of(new Stay(from, until)),
            List.of(
                new Stay(day("2027-03-11"), day("2027-03-21")), new Stay(day("2027-04-05"), null)),
            today);

    assertThat(timing.standing()).isEqualTo(standing);
    assertThat(timing.days()).isEqualTo(days);
    assertThat(timing.length()).isEqualTo(length);
    assertThat(timing.suspended()).isEqualTo(suspended);
    assertThat(timing.taken()).isEqualTo(length - suspended);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
