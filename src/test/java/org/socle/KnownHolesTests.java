package org.socle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What must stay unused because a library that we carry has a known hole there and no release that
 * closes it; {@code src/docs/vex.cdx.json} names these rules.
 */
@AnalyzeClasses(packages = "org.socle", importOptions = DoNotIncludeTests.class)
class KnownHolesTests {

  private static ArchRule unused(String... names) {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("(" + String.join("|", names) + ")");
  }

  /** Its messages are not escaped where they seem to be (CVE-2026-59281). */
  @ArchTest
  static final ArchRule no_escaped_errors =
      unused(
          "org\\.springframework\\.web\\.bind\\.EscapedErrors",
          "org\\.springframework\\.web\\.servlet\\.support\\.(BindStatus|RequestContext)",
          "org\\.springframework\\.web\\.servlet\\.tags\\..*");

  /** CVE-2026-47886 and CVE-2026-59283 need an expression that somebody else has written. */
  @ArchTest
  static final ArchRule no_spring_expressions = unused("org\\.springframework\\.expression\\..*");

  /** CVE-2026-47890 and CVE-2026-59313: lines of one reader in the stream of another. */
  @ArchTest
  static final ArchRule no_event_streams =
      unused(
          "org\\.springframework\\.web\\.servlet\\.mvc\\.method\\.annotation\\.(SseEmitter|ResponseBodyEmitter).*",
          "org\\.springframework\\.web\\.servlet\\.view\\.Fragments.*",
          "org\\.springframework\\.http\\.codec\\.ServerSentEvent.*");

  /** CVE-2026-47892 and CVE-2026-59313 sit in endpoints that are functions. */
  @ArchTest
  static final ArchRule no_functional_endpoints =
      unused("org\\.springframework\\.web\\.(servlet\\.)?function\\..*");

  /** CVE-2026-47883 and CVE-2026-47887 redirect to where the address says. */
  @ArchTest
  static final ArchRule no_redirect_from_the_address =
      unused(
          "org\\.springframework\\.web\\.filter\\.UrlHandlerFilter.*",
          "org\\.springframework\\.web\\.servlet\\.mvc\\.UrlFilenameViewController");

  /** CVE-2026-47884: a view that fetches what its model names. */
  @ArchTest
  static final ArchRule no_xslt_views =
      unused("org\\.springframework\\.web\\.servlet\\.view\\.xslt\\..*");

  /** CVE-2026-59314: a file name of somebody's choice in a header. */
  @ArchTest
  static final ArchRule no_file_names_in_headers =
      unused("org\\.springframework\\.http\\.ContentDisposition.*");

  /** CVE-2026-59276 and CVE-2026-47842 sit in these, CVE-2026-47841 in passkeys. */
  @ArchTest
  static final ArchRule no_weak_parts_of_spring_security =
      unused(
          "org\\.springframework\\.security\\.web\\.authentication\\.www\\.Digest.*",
          "org\\.springframework\\.security\\.core\\.token\\..*",
          "org\\.springframework\\.security\\.crypto\\.(encrypt|password4j)\\..*",
          "org\\.springframework\\.security\\.web\\.webauthn\\..*",
          "org\\.springframework\\.security\\.(ldap|config\\.ldap)\\..*");

  /** CVE-2026-117517 and CVE-2026-118028 sit in valves that nobody puts in. */
  @ArchTest
  static final ArchRule no_redirecting_valves =
      unused("org\\.apache\\.catalina\\.valves\\.(LoadBalancerDrainingValve|rewrite\\..*)");

  /** A writer of files whose names come from what is logged (CVE-2026-19880, CVE-2026-104721). */
  @ArchTest
  static final ArchRule no_sifting_appender =
      unused("ch\\.qos\\.logback\\.(classic|core)\\.sift\\..*");

  /**
   * CVE-2026-59282: an address of a property that fills memory. Forms are read as plain fields; no
   * object of ours is filled from a request by its properties.
   */
  @ArchTest
  static final ArchRule no_objects_filled_from_forms =
      methods()
          .that()
          .areMetaAnnotatedWith(org.springframework.web.bind.annotation.RequestMapping.class)
          .should(takeNoObjectToFill());

  private static ArchCondition<JavaMethod> takeNoObjectToFill() {
    return new ArchCondition<>("take no object that is filled from the request") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        for (JavaParameter parameter : method.getParameters()) {
          boolean filled =
              parameter.getRawType().getName().startsWith("org.socle")
                      && parameter.getAnnotations().isEmpty()
                  || parameter
                      .tryGetAnnotationOfType(ModelAttribute.class)
                      .filter(ModelAttribute::binding)
                      .isPresent();
          events.add(
              new SimpleConditionEvent(
                  method, !filled, method.getFullName() + " is given " + parameter.getRawType()));
        }
      }
    };
  }

  private static final Pattern RAW_TEXT =
      Pattern.compile("th:utext|th:errors|th:field|#fields|__\\$|\\[\\(\\$|th:inline");

  @Test
  void noTemplateShowsTextAsMarkupOrReadsItTwice() throws IOException {
    assertThat(found(Path.of("src/main/resources/templates"), RAW_TEXT)).isEmpty();
  }

  private static final Pattern SETTINGS =
      Pattern.compile(
          "spring\\.expression\\.compiler|defaultHtmlEscape|[Ss]ifting|<sift|RewriteValve"
              + "|jackson\\.default-typing|enableDefaultTyping");

  @Test
  void noSettingTurnsOneOfThemOn() throws IOException {
    assertThat(found(Path.of("src/main/resources"), SETTINGS)).isEmpty();
    assertThat(found(Path.of("docker"), SETTINGS)).isEmpty();
    assertThat(found(Path.of("src/main/java"), SETTINGS)).isEmpty();
  }

  /** The log's settings come from Boot and application.yaml alone. */
  @Test
  void noFileConfiguresTheLog() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSizeGreaterThan(100)
          .noneMatch(name -> name.startsWith("logback"));
    }
  }

  private static List<String> found(Path folder, Pattern unwanted) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.toString().matches(".*\\.(png|svg|ico|jar|woff2?)"))
              .toList();
      assertThat(all).as("files in %s", folder).isNotEmpty();
      return all.stream().flatMap(file -> lines(file, unwanted)).toList();
    }
  }

  private static Stream<String> lines(Path file, Pattern unwanted) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> unwanted.matcher(line).find())
          .map(line -> file + ": " + line.strip());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
