package org.socle.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermTests {

  @Test
  void keepsItsUnit() {
    assertThat(Term.parse("30d"))
        .isEqualTo(new Term(30, Term.Unit.CALENDAR_DAYS))
        .hasToString("30d");
    assertThat(Term.parse("10wd"))
        .isEqualTo(new Term(10, Term.Unit.WORKING_DAYS))
        .hasToString("10wd");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "wd", "-1d", "10 wd", "P10D", "3661d", "10w"})
  void refusesOtherText(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Term.parse(text));
  }

  @Test
  void countsAsUnresponsiveAfterOneHundredAndSixtyPercentRoundedUp() {
    assertThat(Term.parse("10wd").untilUnresponsive()).isEqualTo(Term.parse("16wd"));
    assertThat(Term.parse("1d").untilUnresponsive()).isEqualTo(Term.parse("2d"));
  }
}
