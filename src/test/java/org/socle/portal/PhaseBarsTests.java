package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.socle.nationalprocess.PhaseTiming;
import org.socle.nationalprocess.PhaseTiming.Stay;
import org.socle.portal.PhaseBars.Bars;
import org.socle.portal.PhaseBars.Span;

class PhaseBarsTests {

  private static final LocalDate FIRST = LocalDate.parse("2027-03-01");

  @Test
  void placesPlanAndCourseOnOneLine() {
    PhaseTiming done =
        new PhaseTiming(
            FIRST, FIRST.plusDays(40), List.of(new Stay(FIRST, FIRST.plusDays(50))), day(75));
    PhaseTiming running =
        new PhaseTiming(
            FIRST.plusDays(40),
            FIRST.plusDays(100),
            List.of(new Stay(FIRST.plusDays(50), null)),
            day(75));
    PhaseBars bars = PhaseBars.of(List.of(step("passed", done), step("current", running)), day(75));

    assertThat(bars).isNotNull();
    assertThat(bars.bars(done))
        .isEqualTo(new Bars(new Span("0.00%", "40.00%"), List.of(new Span("0.00%", "50.00%"))));
    assertThat(bars.bars(running))
        .isEqualTo(new Bars(new Span("40.00%", "60.00%"), List.of(new Span("50.00%", "25.00%"))));
    assertThat(bars.now()).isEqualTo("75.00%");
  }

  @Test
  void drawsNoPlanWhereThereIsNone() {
    PhaseTiming published =
        new PhaseTiming(null, null, List.of(new Stay(FIRST, FIRST.plusDays(10))), day(4000));
    PhaseBars bars = PhaseBars.of(List.of(step("passed", published)), day(4000));

    assertThat(bars).isNotNull();
    assertThat(bars.bars(published).planned()).isNull();
    assertThat(bars.now()).isNull();
    assertThat(
            PhaseBars.of(
                List.of(step("todo", new PhaseTiming(null, null, List.of(), day(0)))), day(0)))
        .isNull();
  }

  private static CaseSteps.Step step(String state, PhaseTiming timing) {
    return new CaseSteps.Step("REQUEST", state, null, null, timing);
  }

  private static LocalDate day(int after) {
    return FIRST.plusDays(after);
  }
}
