package org.socle.country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnDayTests {

  @ParameterizedTest
  @ValueSource(strings = {"2027-03-01", "2028-02-29", "--05-09", "--02-29", "0999-01-01"})
  void isWrittenAsItWasRead(String text) {
    assertThat(OwnDay.parse(text, "Day").text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2027-02-29",
        "2027-13-01",
        "--02-30",
        "--00-01",
        "05-09",
        "2027-3-1",
        "",
        "--05-09 ",
        "2027"
      })
  void refusesWhatNoCalendarHas(String text) {
    assertThatThrownBy(() -> OwnDay.parse(text, "Day")).isInstanceOf(DateTimeException.class);
  }

  @Test
  void comesInItsYearOrEveryYear() {
    OwnDay once = OwnDay.parse("2027-03-01", "Once");
    OwnDay yearly = OwnDay.parse("--03-01", "Yearly");
    assertThat(once.isOn(LocalDate.parse("2027-03-01"))).isTrue();
    assertThat(once.isOn(LocalDate.parse("2028-03-01"))).isFalse();
    assertThat(yearly.isOn(LocalDate.parse("2028-03-01"))).isTrue();
    assertThat(yearly.isOn(LocalDate.parse("2028-03-02"))).isFalse();
  }
}
