package org.socle.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** The file that says why each known hole of a library stays: one line each, with its witness. */
class VexTests {

  /**
   * Fixed in the vendor's version of a part that keeps its old name, or left open with a reason.
   */
  private static final List<String> WITHOUT_JUSTIFICATION = List.of("resolved", "exploitable");

  private final List<Vex.Line> lines = Vex.lines();

  @Test
  void isAValidDocument() throws IOException {
    assertThat(new JsonParser().validate(Vex.FILE.toFile(), Version.VERSION_16)).isEmpty();
  }

  @Test
  void hasOneLinePerHole() {
    assertThat(lines).hasSizeGreaterThan(60);
    assertThat(lines).extracting(Vex.Line::id).doesNotHaveDuplicates();
  }

  @Test
  void givesAReasonInEveryLine() {
    assertThat(lines)
        .allSatisfy(
            line -> {
              assertThat(line.description()).as(line.id()).hasSizeGreaterThan(20);
              assertThat(line.detail()).as(line.id()).hasSizeGreaterThan(20);
              assertThat(line.affects()).as(line.id()).isNotEmpty();
              assertThat(line.justification().isEmpty())
                  .as(line.id())
                  .isEqualTo(WITHOUT_JUSTIFICATION.contains(line.state()));
            });
  }

  @Test
  void namesItsProducts() {
    assertThat(lines.stream().flatMap(line -> line.affects().stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(Vex.products());
  }

  @Test
  void namesATestThatExistsInEveryLine() {
    List<String> missing = new ArrayList<>();
    for (Vex.Line line : lines) {
      if (line.shownBy().isEmpty()) {
        missing.add(line.id() + " names no test");
      }
      line.shownBy().stream()
          .filter(name -> !exists(name))
          .forEach(name -> missing.add(line.id() + " names " + name));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void namesLinesOfTheFloorsAsTheyStand() throws IOException {
    Properties floors = new Properties();
    try (InputStream in = VexTests.class.getResourceAsStream("/version-floors.properties")) {
      floors.load(in);
    }
    assertThat(lines)
        .allSatisfy(
            line ->
                line.floors()
                    .forEach(
                        floor ->
                            assertThat(floors.getProperty(floor.split(" = ")[0]))
                                .as("%s names the floor %s", line.id(), floor)
                                .isEqualTo(floor.split(" = ")[1])));
  }

  @Test
  void findsNoTestThatIsNone() {
    assertThat(exists("org.socle.operation.VexTests#findsNoTestThatIsNone")).isTrue();
    assertThat(exists("org.socle.operation.VexTests#exists")).isFalse();
    assertThat(exists("org.socle.operation.VexTests#gone")).isFalse();
    assertThat(exists("org.socle.operation.NoTests#gone")).isFalse();
  }

  private static boolean exists(String name) {
    String[] parts = name.split("#");
    try {
      Class<?> type = Class.forName(parts[0], false, VexTests.class.getClassLoader());
      return Stream.<AnnotatedElement>concat(
              Arrays.stream(type.getDeclaredMethods())
                  .filter(method -> method.getName().equals(parts[1])),
              Arrays.stream(type.getDeclaredFields())
                  .filter(field -> field.getName().equals(parts[1])))
          .anyMatch(VexTests::runs);
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static boolean runs(AnnotatedElement element) {
    return element.isAnnotationPresent(Test.class)
        || element.isAnnotationPresent(ArchTest.class)
        || element.isAnnotationPresent(TestFactory.class)
        || element.isAnnotationPresent(ParameterizedTest.class);
  }
}
