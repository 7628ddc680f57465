package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socle.security.Function;
import org.socle.security.Grants;
import org.socle.security.Role;
import org.socle.tracking.InvalidFormException;
import org.socle.tracking.InvalidFormException.FieldError;

class PersonTicksTests {

  private static final Set<String> KNOWN = Set.of("XTR", "PHL");
  private static final Set<String> AGENCIES = Set.of("who");

  @Test
  void readsBoxesAndTheChosenCountry() {
    Grants read =
        PersonTicks.read(
            Map.of(
                "role-STAKEHOLDER", "true",
                "country-XTR", "true",
                "country", "PHL",
                "function-XTR-government-focal-point", "true",
                "agency-who", "true",
                "displayName", "Ana",
                "role-AUDITOR", ""),
            KNOWN,
            AGENCIES);
    assertThat(read)
        .isEqualTo(
            new Grants(
                Set.of(Role.STAKEHOLDER),
                Map.of("XTR", Set.of(Function.GOVERNMENT_FOCAL_POINT)),
                KNOWN,
                AGENCIES));
  }

  @ParameterizedTest
  @CsvSource({
    "role-KING, true, error.not-an-option",
    "role-AUDITOR, yes, error.not-a-tick",
    "country-FRA, true, error.not-an-option",
    "country, FRA, error.not-an-option",
    "function-XTR-king, true, error.not-an-option",
    "function-FRA-chair, true, error.not-an-option",
    "function-, true, error.not-an-option",
    "agency-nato, true, error.not-an-option"
  })
  void refusesWhatTheFormDidNotOffer(String key, String value, String message) {
    InvalidFormException refused =
        catchThrowableOfType(
            InvalidFormException.class,
            () -> PersonTicks.read(Map.of(key, value), KNOWN, AGENCIES));
    assertThat(refused.errors()).containsExactly(new FieldError(key, message, List.of()));
  }

  @Test
  void takesFunctionsForTheChosenCountryAndNamesThemAsTheFormDoes() {
    Map<String, String> typed = Map.of("country", "XTR", "function-rc-office", "true");
    assertThat(PersonTicks.read(PersonTicks.forCountry(typed), KNOWN, AGENCIES).functions())
        .isEqualTo(Map.of("XTR", Set.of(Function.RC_OFFICE)));
    assertThat(
            PersonTicks.ofCountry(
                List.of(
                    new FieldError("function-XTR-rc-office", "x", List.of()),
                    new FieldError("country-XTR", "y", List.of()),
                    new FieldError("loginName", "z", List.of())),
                "XTR"))
        .extracting(FieldError::field)
        .containsExactly("function-rc-office", "country", "loginName");
  }
}
