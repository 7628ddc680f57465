package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.socle.tracking.Actor;
import org.socle.tracking.InvalidFormException.FieldError;

class GrantingTests {

  private static final Actor ADMIN = actor("admin", Role.ADMINISTRATOR);
  private static final Actor COORDINATOR = actor("coordinator", Role.COORDINATOR, "XTR");
  private static final Grants NOTHING = Granting.nothing();

  private static Actor actor(String id, Role role, String... countries) {
    return new Actor(id, Set.of(role.group()), Set.of(countries));
  }

  private static Grants grants(Set<Role> roles, String... countries) {
    return new Grants(roles, Map.of(), Set.of(countries), Set.of());
  }

  private static List<String> wrong(List<FieldError> errors) {
    return errors.stream().map(error -> error.field() + ":" + error.message()).toList();
  }

  private static List<String> given(Actor granter, Grants after) {
    return wrong(Granting.errors(granter, "", NOTHING, after, false));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void anAdministratorGivesEveryRoleEverywhere(Role role) {
    assertThat(given(ADMIN, grants(Set.of(role), "PHL"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aCoordinatorGivesEveryRoleButTheAdministrators(Role role) {
    List<String> wrong = given(COORDINATOR, grants(Set.of(role), "XTR"));
    if (role == Role.ADMINISTRATOR) {
      assertThat(wrong).containsExactly("role-ADMINISTRATOR:error.role-not-yours");
    } else {
      assertThat(wrong).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"STAKEHOLDER", "MANAGER", "AUDITOR"})
  void nobodyElseGivesAnything(Role role) {
    Actor actor = actor("x", role, "XTR");
    assertThat(Granting.roles(actor)).isEmpty();
    assertThat(Granting.sees(actor, Set.of("XTR"))).isFalse();
    assertThat(Granting.actsOn(actor, grants(Set.of(Role.STAKEHOLDER), "XTR"))).isFalse();
    assertThat(given(actor, grants(Set.of(Role.STAKEHOLDER), "XTR")))
        .contains("role-STAKEHOLDER:error.role-not-yours");
  }

  @Test
  void aCoordinatorGivesNothingInAnotherCountry() {
    assertThat(given(COORDINATOR, grants(Set.of(Role.STAKEHOLDER), "PHL", "XTR")))
        .containsExactly("country-PHL:error.country-not-yours");
    Grants operator =
        new Grants(
            Set.of(Role.STAKEHOLDER),
            Map.of("XTR", Set.of(Function.OPERATOR)),
            Set.of("XTR"),
            Set.of());
    assertThat(given(COORDINATOR, operator))
        .containsExactly("function-XTR-operator:error.function-needs-role");
  }

  @ParameterizedTest
  @CsvSource({
    "XTR, STAKEHOLDER, true",
    "XTR, COORDINATOR, true",
    "XTR, ADMINISTRATOR, false",
    "PHL, STAKEHOLDER, false",
    "PHL+XTR, STAKEHOLDER, false",
    "'', STAKEHOLDER, false"
  })
  void aCoordinatorActsOnAccountsOfOwnCountriesAlone(String countries, Role role, boolean acts) {
    Set<String> held = countries.isEmpty() ? Set.of() : Set.of(countries.split("\\+"));
    Grants account = new Grants(Set.of(role), Map.of(), held, Set.of());
    assertThat(Granting.actsOn(COORDINATOR, account)).isEqualTo(acts);
    assertThat(Granting.actsOn(ADMIN, account)).isTrue();
    assertThat(Granting.sees(COORDINATOR, held)).isEqualTo(held.contains("XTR"));
  }

  @Test
  void nobodyGivesToOrTakesFromOneself() {
    Grants own = grants(Set.of(Role.COORDINATOR), "XTR");
    Grants more = grants(Set.of(Role.COORDINATOR, Role.AUDITOR), "XTR");
    assertThat(wrong(Granting.errors(COORDINATOR, "coordinator", own, more, false)))
        .containsExactly(":error.own-grants");
    Grants both = grants(Set.of(Role.ADMINISTRATOR, Role.AUDITOR), "XTR");
    assertThat(
            wrong(
                Granting.errors(ADMIN, "admin", both, grants(Set.of(Role.AUDITOR), "XTR"), false)))
        .containsExactly("role-ADMINISTRATOR:error.own-role");
    assertThat(wrong(Granting.closing(COORDINATOR, "coordinator", false)))
        .containsExactly(":error.own-account");
  }

  @Test
  void theLastAdministratorStays() {
    Grants before = grants(Set.of(Role.ADMINISTRATOR));
    Grants after = grants(Set.of(Role.AUDITOR), "XTR");
    assertThat(wrong(Granting.errors(ADMIN, "other", before, after, true)))
        .containsExactly("role-ADMINISTRATOR:error.last-administrator");
    assertThat(Granting.errors(ADMIN, "other", before, after, false)).isEmpty();
    assertThat(wrong(Granting.closing(ADMIN, "other", true)))
        .containsExactly(":error.last-administrator");
    assertThat(Granting.closing(ADMIN, "other", false)).isEmpty();
  }

  @Test
  void whatIsGivenFitsTogether() {
    assertThat(given(ADMIN, NOTHING))
        .containsExactly("role-COORDINATOR:error.role-needed", "country:error.country-missing");
    assertThat(given(ADMIN, grants(Set.of(Role.ADMINISTRATOR)))).isEmpty();
    Grants loose =
        new Grants(
            Set.of(Role.MANAGER),
            Map.of("PHL", Set.of(Function.CHAIR), "XTR", Set.of(Function.SECRETARIAT)),
            Set.of("XTR"),
            Set.of("who"));
    assertThat(given(ADMIN, loose))
        .containsExactly(
            "function-PHL-chair:error.function-needs-country",
            "function-XTR-secretariat:error.function-needs-role",
            "agency-who:error.function-needs-role");
  }
}
