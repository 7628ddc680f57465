package org.socle;

import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.function.Predicate;

/** Rules of the house that no compiler knows; a rule without a subject fails. */
@AnalyzeClasses(packages = "org.socle", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

  private static final String DELEGATE = "org.camunda.bpm.engine.delegate.JavaDelegate";

  @ArchTest
  static final ArchRule only_workflow_sees_the_engine =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.socle.workflow..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..");

  @ArchTest
  static final ArchRule delegates_are_named_so_and_hidden =
      classes()
          .that()
          .implement(DELEGATE)
          .should()
          .haveSimpleNameEndingWith("Delegate")
          .andShould()
          .notHaveModifier(PUBLIC)
          .andShould()
          .resideInAPackage("org.socle.workflow..");

  @ArchTest
  static final ArchRule only_the_relay_sees_the_mail_server =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.socle.notification..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.mail..", "jakarta.mail..", "org.eclipse.angus..");

  @ArchTest
  static final ArchRule no_package_is_a_drawer =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..common..", "..util..", "..config..", "..dto..", "..service..", "..impl..");

  /** A mapper that takes class names from its input lets the sender choose what is made. */
  @ArchTest
  static final ArchRule no_default_typing =
      noClasses()
          .should()
          .accessTargetWhere(
              target(
                  "activates default typing in Jackson",
                  access ->
                      access.getTargetOwner().isAssignableTo(ObjectMapper.class)
                          || access.getTargetOwner().isAssignableTo(JsonMapper.Builder.class),
                  Set.of(
                      "enableDefaultTyping",
                      "activateDefaultTyping",
                      "activateDefaultTypingAsProperty",
                      "setDefaultTyping",
                      "enableDefaultTypingAsProperty")));

  /**
   * Replays, training and tests hold the clock; whoever asks the system's clock would not notice.
   */
  @ArchTest
  static final ArchRule time_comes_from_the_clock =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.socle.country.CaseClock")
          .should()
          .accessTargetWhere(
              target(
                  "asks the system's clock",
                  access ->
                      Set.of(
                                  Instant.class,
                                  LocalDate.class,
                                  LocalDateTime.class,
                                  OffsetDateTime.class,
                                  ZonedDateTime.class)
                              .stream()
                              .anyMatch(type -> access.getTargetOwner().isEquivalentTo(type))
                          && access.getTarget().getFullName().endsWith("now()"),
                  Set.of("now")))
          .orShould()
          .accessTargetWhere(
              target(
                  "makes a clock of the system",
                  access -> access.getTargetOwner().isEquivalentTo(Clock.class),
                  Set.of("systemUTC", "systemDefaultZone")));

  private static DescribedPredicate<JavaAccess<?>> target(
      String description, Predicate<JavaAccess<?>> owner, Set<String> names) {
    return DescribedPredicate.describe(
        description, access -> owner.test(access) && names.contains(access.getTarget().getName()));
  }
}
