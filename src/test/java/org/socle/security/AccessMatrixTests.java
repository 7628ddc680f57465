package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.socle.api.LiveEngine;
import org.socle.security.MatrixPeople.Visitor;

/**
 * Every role at every route of the program, with its own object, another's and another country's.
 *
 * <p>The routes come from the program; whoever adds one adds no line here. What each visitor meets
 * is compared with {@code access-matrix.txt}, which a person has read; the rules below hold
 * whatever stands in it.
 */
@ExtendWith(LiveEngine.class)
class AccessMatrixTests {

  private static final Path READ = Path.of("src/test/resources/access-matrix.txt");
  private static final Set<String> SHUT = Set.of("refused", "absent", "sign-in");

  /** The start page leads on, the page of errors is the server's own, the third a provider's. */
  private static final Set<String> UNANSWERED = Set.of("/", "/error", "/sign-in-refused/{why}");

  private static final Map<Routes.Route, Map<Visitor, String>> MET = new LinkedHashMap<>();
  private static MatrixPeople people;

  @BeforeAll
  static void visit() throws Exception {
    people = MatrixPeople.inACase();
    List<Routes.Route> routes =
        Stream.concat(Routes.all().stream(), EngineRoutes.all().stream()).toList();
    // Reading first: what is sent may move the case on.
    for (String method : List.of("GET", "PUT", "POST")) {
      for (Routes.Route route : routes) {
        if (route.method().equals(method)) {
          MET.put(route, people.visit(route));
        }
      }
    }
    assertThat(MET.keySet()).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void meetsWhatAPersonHasRead() throws IOException {
    StringBuilder made = new StringBuilder();
    MET.entrySet().stream()
        .map(
            each -> {
              StringBuilder line =
                  new StringBuilder(each.getKey().method() + " " + each.getKey().pattern());
              each.getValue()
                  .forEach(
                      (visitor, met) ->
                          line.append(" | ").append(visitor.name()).append(' ').append(met));
              return line.append('\n').toString();
            })
        .sorted()
        .forEach(made::append);
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/access-matrix.txt"), made);
    assertThat(made.toString())
        .as("target/access-matrix.txt is what was met")
        .isEqualTo(Files.readString(READ));
  }

  @Test
  void keepsEveryDoorShutForRolesThatTheTableDoesNotName() {
    SoftAssertions all = new SoftAssertions();
    MET.forEach(
        (route, met) ->
            met.forEach(
                (visitor, outcome) -> {
                  Doors.Audience audience = Doors.of(route.sample("x")).orElseThrow().audience();
                  if (!audience.everybody() && !visitor.holds(audience)) {
                    all.assertThat(outcome).as("%s for %s", route, visitor.name()).isIn(SHUT);
                  }
                }));
    all.assertAll();
  }

  /** Administrators run the whole installation; the pages of cases are shut to them anyway. */
  @Test
  void showsNothingOfAnotherCountry() {
    SoftAssertions all = new SoftAssertions();
    MET.forEach(
        (route, met) -> {
          if (people.names(route, MatrixPeople.OF_A_COUNTRY)) {
            met.forEach(
                (visitor, outcome) -> {
                  if (visitor.abroad() && !visitor.name().startsWith("administrator")) {
                    all.assertThat(outcome).as("%s for %s", route, visitor.name()).isIn(SHUT);
                  }
                });
          }
        });
    all.assertAll();
  }

  @Test
  void showsNoTaskOfAnotherSeat() {
    SoftAssertions all = new SoftAssertions();
    MET.forEach(
        (route, met) -> {
          if (people.names(route, MatrixPeople.OF_A_SEAT)
              && !route.pattern().startsWith("/cases")) {
            met.forEach(
                (visitor, outcome) -> {
                  if (visitor.otherSeat()) {
                    all.assertThat(outcome).as("%s for %s", route, visitor.name()).isIn(SHUT);
                  }
                });
          }
        });
    all.assertAll();
  }

  /** A route that nobody reaches would make the rules above true for nothing. */
  @Test
  void reachesEveryRouteAsSomebodyAndFailsForNobody() {
    SoftAssertions all = new SoftAssertions();
    MET.forEach(
        (route, met) -> {
          all.assertThat(met.values()).as(route.toString()).doesNotContain("fault");
          if (!UNANSWERED.contains(route.pattern())) {
            all.assertThat(met.values())
                .as(route.toString())
                .anyMatch(outcome -> outcome.startsWith("open"));
          }
        });
    all.assertAll();
  }
}
