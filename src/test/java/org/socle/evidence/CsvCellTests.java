package org.socle.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\0=1",
        "\uFF1D1",
        "\uFF0B1",
        "\uFF0D1",
        "\uFF20x"
      })
  void isATextWhereASpreadsheetWouldCompute(String value) {
    assertThat(CsvCell.of(value)).isEqualTo("\"'" + value + '"');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a=1          | "a=1"
          'a           | "'a"
          a"b,c        | "a""b,c"
          ``           | ""
          {"a":"=1"}   | "{""a"":""=1""}"
          """)
  void isOtherwiseWhatItWas(String value, String cell) {
    assertThat(CsvCell.of(value)).isEqualTo(cell);
  }
}
