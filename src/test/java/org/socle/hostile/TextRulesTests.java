package org.socle.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text from people is never a part of a page's markup, of an expression or of a statement. */
@AnalyzeClasses(packages = "org.socle", importOptions = DoNotIncludeTests.class)
class TextRulesTests {

  private static final Path JAVA = Path.of("src/main/java");
  private static final Path RESOURCES = Path.of("src/main/resources");

  /** What makes a text markup or code. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "th:utext|data-th-utext|th:inline|\\[\\(|__\\$|__\\*|__#|<style|(?i:javascript:)|<script(?![^>]*\\bsrc=)");

  private static final Pattern SCRIPT = Pattern.compile("<script[^>]*>(.+?)</script>");
  private static final Pattern QUERY_EXPRESSION =
      Pattern.compile("\\.(?:task|due|follow|process)\\w*Expression\\(\\s*(\"[^\"]*\"|[^)]*)\\)");

  @ArchTest
  static final ArchRule nothing_is_evaluated_but_the_models =
      // ModelExpressions is where the engine's expressions lose all but names.
      ArchRuleDefinition.noClasses()
          .that()
          .haveNameNotMatching(".*\\.ModelExpressions(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.expression..",
              "javax.script..",
              "org.camunda.feel..",
              "org.camunda.bpm.dmn.feel..",
              "org.camunda.bpm.engine.impl.el..",
              "org.camunda.bpm.impl.juel..",
              "jakarta.el..",
              "ognl..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.thymeleaf.templateresolver.StringTemplateResolver")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.thymeleaf.TemplateSpec");

  @org.junit.jupiter.api.Test
  void noTemplateTakesATextForMarkup() throws IOException {
    List<Path> templates = files(RESOURCES, ".html");
    assertThat(templates).hasSizeGreaterThan(30);
    List<String> wrong = new ArrayList<>();
    for (Path file : templates) {
      String text = Files.readString(file);
      // Mail programs know no style sheets: one that nobody fills in may stand in a mail.
      String read = mail(file) ? text.replaceFirst("<style>[^$]*?</style>", "") : text;
      found(MARKUP, read).forEach(one -> wrong.add(file + ": " + one));
      found(SCRIPT, text).forEach(one -> wrong.add(file + ": " + one));
      Dom.of(text).elements.forEach(element -> attributes(file, element, wrong));
    }
    assertThat(wrong).isEmpty();
  }

  private static boolean mail(Path file) {
    return file.startsWith(RESOURCES.resolve("templates/mail"));
  }

  /** No handler, no style, however it is written. */
  private static void attributes(Path file, Dom.Element element, List<String> wrong) {
    element
        .attributes()
        .forEach(
            (name, value) -> {
              String plain = name.replaceFirst("^(data-)?th[:-]", "");
              boolean mail = mail(file);
              boolean handler =
                  plain.startsWith("on")
                      || plain.equals("style") && !(mail && name.equals("style"));
              boolean made =
                  plain.startsWith("attr")
                      && Pattern.compile("(?:^|,)\\s*(on\\w+|style)\\s*=").matcher(value).find();
              if (handler || made) {
                wrong.add(file + ": " + name + "=" + value);
              }
            });
  }

  @org.junit.jupiter.api.Test
  void everyStatementIsMadeOfConstants() {
    SqlTexts.Found found = SqlTexts.in(JAVA);
    assertThat(found.statements()).isGreaterThan(150);
    assertThat(found.open()).isEmpty();
  }

  @org.junit.jupiter.api.Test
  void expressionsInQueriesOfTheEngineAreConstants() throws IOException {
    List<String> expressions = new ArrayList<>();
    for (Path file : files(JAVA, ".java")) {
      found(QUERY_EXPRESSION, Files.readString(file)).forEach(expressions::add);
    }
    assertThat(expressions)
        .isNotEmpty()
        .allSatisfy(
            one -> assertThat(one).matches("\"\\$\\{(currentUser|currentUserGroups|now)\\(\\)}\""));
  }

  @org.junit.jupiter.api.Test
  void everyTableForASpreadsheetIsMadeOfItsCells() throws IOException {
    List<Path> tables = new ArrayList<>();
    for (Path file : files(JAVA, ".java")) {
      String text = Files.readString(file);
      if (text.contains("joining(\",\")") && text.contains("\\r\\n")) {
        tables.add(file);
        assertThat(text).as(file.toString()).contains("CsvCell::of");
      }
    }
    assertThat(tables).isNotEmpty();
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher match = pattern.matcher(text);
    while (match.find()) {
      found.add(match.groupCount() > 0 ? match.group(1) : match.group());
    }
    return found;
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().endsWith(end)).toList();
    }
  }
}
