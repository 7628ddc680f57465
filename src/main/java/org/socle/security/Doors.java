package org.socle.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The one written table of routes and who opens each; the first row that names a route counts, and
 * what no row names is closed.
 *
 * <p>A row opens a door only: whether a person may see the case, the duty or the seat behind it is
 * asked there. {@code src/docs/doors.md} is made from this table.
 */
final class Doors implements AuthorizationManager<RequestAuthorizationContext> {

  /** Whoever reaches it makes an administrator without signing in (CVE-2026-77226). */
  static final List<String> ENGINE_SETUP =
      List.of(
          "/camunda/api/admin/setup/**",
          "/camunda/app/admin/setup/**",
          "/camunda/app/admin/*/setup/**");

  /**
   * One row, for every method: what a route does not know it answers itself.
   *
   * @param path pattern of the route
   */
  record Door(PathPattern path, Audience audience) {}

  private static final List<Door> TABLE = table();

  private static List<Door> table() {
    Rows rows = new Rows();
    rows.open(Audience.NOBODY, ENGINE_SETUP.toArray(String[]::new));
    rows.open(
        Audience.ANYONE, "/", "/login", "/sign-in-refused/*", "/error", "/actuator/health/**");
    rows.open(Audience.ANYONE, "/css/**", "/js/**", "/webjars/**", "/favicon.ico");
    rows.open(Audience.ANYONE, "/setup/*");
    rows.open(Audience.SIGNED_IN, "/sign-in/code", "/sign-in/password");
    rows.open(Audience.SIGNED_IN, "/account/second-factor/**", "/account/sessions/end");
    pages(rows);
    countries(rows);
    programs(rows);
    engine(rows);
    return rows.made();
  }

  private static void pages(Rows rows) {
    Audience answering = Audience.of(Role.COORDINATOR, Role.STAKEHOLDER);
    Audience reading = Audience.of(Role.COORDINATOR, Role.STAKEHOLDER, Role.MANAGER, Role.AUDITOR);
    rows.open(answering, "/my-tasks/**", "/open-page/**", "/my-cases/**");
    rows.open(Audience.of(Function.GOVERNMENT_FOCAL_POINT), "/request/**");
    rows.open(
        Audience.of(Role.COORDINATOR, Role.MANAGER, Role.AUDITOR),
        "/cases/*/evidence",
        "/cases/*/evidence.json",
        "/cases/*/evidence.csv");
    rows.open(
        Audience.ANYONE, "/account/invitation/**", "/account/password/**", "/account/forgotten/**");
    rows.open(Audience.SIGNED_IN, "/account/**");
    rows.open(Audience.of(Role.COORDINATOR, Role.ADMINISTRATOR), "/people/**");
    rows.open(
        Audience.of(Role.COORDINATOR),
        "/countries/*/government-change",
        "/mails",
        "/cases/*/mails");
    rows.open(reading, "/cases/**");
  }

  private static void countries(Rows rows) {
    rows.open(Audience.of(Role.ADMINISTRATOR), "/countries/new", "/countries/file");
    rows.open(
        Audience.of(Role.COORDINATOR, Role.ADMINISTRATOR),
        "/countries",
        "/countries/*",
        "/countries/*/holidays",
        "/countries/*/agencies");
    rows.open(
        Audience.of(Role.ADMINISTRATOR),
        "/countries/*/basics",
        "/countries/*/week",
        "/countries/*/institutions",
        "/countries/*/rules",
        "/countries/*/terms");
  }

  private static void programs(Rows rows) {
    Audience reading = Audience.of(Role.COORDINATOR, Role.STAKEHOLDER, Role.MANAGER, Role.AUDITOR);
    rows.open(Audience.SIGNED_IN, "/api/openapi.json/**", "/api/openapi.json.yaml");
    rows.open(Audience.of(Role.COORDINATOR, Role.AUDITOR), "/api/cases/*/evidence/**");
    rows.open(reading, "/api/cases/**");
    rows.open(
        Audience.of(Function.GOVERNMENT_FOCAL_POINT).or(Audience.of(Role.COORDINATOR)),
        "/api/requests");
  }

  private static void engine(Rows rows) {
    Audience administrator = Audience.of(Role.ADMINISTRATOR);
    Audience staff = Audience.of(Role.COORDINATOR, Role.ADMINISTRATOR);
    rows.open(staff, "/camunda/api/admin/auth/**");
    rows.open(
        administrator,
        "/camunda/app/cockpit/**",
        "/camunda/app/admin/**",
        "/camunda/app/welcome/**",
        "/camunda/api/cockpit/**",
        "/camunda/api/admin/**");
    rows.open(
        staff,
        "/camunda/app/tasklist/**",
        "/camunda/api/tasklist/**",
        "/camunda/api/engine/**",
        "/camunda/lib/**",
        "/camunda/assets/**",
        "/camunda/favicon.ico");
  }

  /** The rows in the order in which they count. */
  static List<Door> rows() {
    return TABLE;
  }

  /** The row that names a route, if any. */
  static Optional<Door> of(String path) {
    return of(PathContainer.parsePath(path));
  }

  private static Optional<Door> of(PathContainer path) {
    return TABLE.stream().filter(door -> door.path().matches(path)).findFirst();
  }

  /** Whether the table closes a route for everybody, whatever it is asked with. */
  static boolean closed(HttpServletRequest request) {
    return of(route(request)).filter(door -> door.audience().equals(Audience.NOBODY)).isPresent();
  }

  @Override
  public AuthorizationDecision check(
      Supplier<Authentication> person, RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    return new AuthorizationDecision(
        of(route(request)).map(door -> door.audience().holds(person.get())).orElse(false));
  }

  /** With the paths at which the engine's servlets stand, which Spring MVC would leave out. */
  private static PathContainer route(HttpServletRequest request) {
    return PathContainer.parsePath(
        request.getRequestURI().substring(request.getContextPath().length()));
  }

  /** Rows while they are written down. */
  private static final class Rows {

    private static final PathPatternParser ROUTES = new PathPatternParser();
    private static final PathPatternParser ANY_CASE = new PathPatternParser();

    static {
      ANY_CASE.setCaseSensitive(false);
    }

    private final List<Door> doors = new ArrayList<>();

    void open(Audience audience, String... paths) {
      PathPatternParser parser = audience.equals(Audience.NOBODY) ? ANY_CASE : ROUTES;
      Arrays.stream(paths).map(path -> new Door(parser.parse(path), audience)).forEach(doors::add);
    }

    List<Door> made() {
      return List.copyOf(doors);
    }
  }

  /**
   * For whom a door opens.
   *
   * @param everybody whether it opens without signing in
   * @param anyAccount whether every account opens it
   * @param groups groups of which one opens it
   */
  record Audience(boolean everybody, boolean anyAccount, Set<String> groups) {

    static final Audience ANYONE = new Audience(true, true, Set.of());
    static final Audience SIGNED_IN = new Audience(false, true, Set.of());
    static final Audience NOBODY = new Audience(false, false, Set.of());

    static Audience of(Role... roles) {
      return of(Arrays.stream(roles).map(Role::group).toArray(String[]::new));
    }

    static Audience of(Function... functions) {
      return of(Arrays.stream(functions).map(Function::group).toArray(String[]::new));
    }

    private static Audience of(String... groups) {
      return new Audience(false, false, Set.of(groups));
    }

    Audience or(Audience other) {
      Set<String> both = new java.util.HashSet<>(groups);
      both.addAll(other.groups);
      return new Audience(false, false, Set.copyOf(both));
    }

    boolean holds(Authentication person) {
      if (everybody) {
        return true;
      }
      if (!(person.getPrincipal() instanceof SignedInAccount) || !person.isAuthenticated()) {
        return false;
      }
      return anyAccount
          || person.getAuthorities().stream()
              .anyMatch(held -> groups.contains(held.getAuthority()));
    }
  }
}
