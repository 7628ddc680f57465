package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRuleTests {

  private static String wrong(String password, String repeat) {
    return PasswordRule.errors(password, repeat, "ana.ruiz.coresia", "Ana-Ruiz-Perez@union.example")
        .stream()
        .map(error -> error.field() + ":" + error.message())
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @CsvSource({
    "'', password:error.required",
    "short, password:error.password-short",
    "elevenbytes, password:error.password-short",
    "twelve bytes, ''",
    "ééééééé, ''",
    "Ana.Ruiz.Coresia, password:error.password-own-name",
    "ana-ruiz-perez@UNION.example, password:error.password-own-name",
    "ana-ruiz-perez, password:error.password-own-name",
    "PasswordPassword, password:error.password-common",
    "'  motdepasse123 ', password:error.password-common",
    "cheval pile agrafe, ''"
  })
  void askForLengthAndNothingThatEverybodyTries(String password, String expected) {
    assertThat(wrong(password, password)).isEqualTo(expected);
  }

  @Test
  void countsBytesBecauseBcryptDoes() {
    assertThat(wrong("a".repeat(72), "a".repeat(72))).isEmpty();
    assertThat(wrong("a".repeat(73), "a".repeat(73))).isEqualTo("password:error.password-long");
    assertThat(wrong("é".repeat(36), "é".repeat(36))).isEmpty();
    assertThat(wrong("é".repeat(37), "é".repeat(37))).isEqualTo("password:error.password-long");
  }

  @Test
  void asksForItTwiceAndForTextThatCanBeTyped() {
    assertThat(wrong("twelve bytes", "twelve byte")).isEqualTo("repeat:error.password-repeat");
    assertThat(wrong("twelve\u0000bytes", "twelve\u0000bytes"))
        .isEqualTo("password:error.control-characters");
  }
}
