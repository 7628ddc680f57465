package org.socle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Packages use only those they declare in their package-info, and never in a circle. */
class ModularityTests {

  private static final ApplicationModules MODULES = ApplicationModules.of(SocleApplication.class);

  @Test
  void findsTheModules() {
    assertThat(MODULES.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
        .contains(
            "country",
            "evidence",
            "tracking",
            "security",
            "nationalprocess",
            "workflow",
            "operation");
  }

  @Test
  void usesDeclaredDependenciesOnly() {
    MODULES.verify();
  }

  @Test
  void drawsTheModules() {
    new Documenter(MODULES).writeModulesAsPlantUml();
  }
}
