package org.socle.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Another country's task or instance does not exist for staff. The engine looks at tenants too, but
 * tells what form such a task has, and answers the other calls with a fault.
 */
class EngineCountryGuard extends OncePerRequestFilter {

  private static final Pattern OBJECT =
      Pattern.compile(
          "/camunda/api/engine/engine/[^/]+/(?:history/)?(task|process-instance|execution)/([^/]+)(?:/.*)?");

  private final IdentityDirectory directory;
  private final ObjectProvider<EngineObjects> objects;

  EngineCountryGuard(IdentityDirectory directory, ObjectProvider<EngineObjects> objects) {
    this.directory = directory;
    this.objects = objects;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Matcher object = OBJECT.matcher(EngineApiCalls.path(request));
    if (object.matches() && abroad(object.group(1), object.group(2))) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** An administrator runs the whole installation. */
  private boolean abroad(String kind, String id) {
    Authentication person = SecurityContextHolder.getContext().getAuthentication();
    if (person == null
        || person.getAuthorities().stream()
            .anyMatch(held -> Role.ADMINISTRATOR.group().equals(held.getAuthority()))) {
      return false;
    }
    return Optional.ofNullable(objects.getIfAvailable())
        .flatMap(known -> known.countryOf(kind, id))
        .filter(country -> !directory.countriesOf(person.getName()).contains(country))
        .isPresent();
  }
}
