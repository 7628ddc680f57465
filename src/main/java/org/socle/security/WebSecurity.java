package org.socle.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.RegexRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which door opens for whom; whatever is not named is closed. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity {

  private static final String OUR_PAGES =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
          + "form-action 'self'; frame-ancestors 'self'";

  private final IdentityDirectory directory;
  private final ObjectMapper json;
  private final SecurityProperties settings;
  private final SecurityLog log;
  private final List<DoorAdditions> additions;

  WebSecurity(
      IdentityDirectory directory,
      ObjectMapper json,
      SecurityProperties settings,
      SecurityLog log,
      ObjectProvider<DoorAdditions> additions) {
    this.log = log;
    this.additions = additions.orderedStream().toList();
    this.directory = directory;
    this.json = json;
    this.settings = settings;
  }

  /** The engine's web applications: their own CSRF token, their own content policy, staff only. */
  @Bean
  @Order(1)
  SecurityFilterChain engineDoors(HttpSecurity http, ObjectProvider<EngineObjects> objects)
      throws Exception {
    return http.securityMatcher(under("/camunda"))
        .authorizeHttpRequests(rules -> rules.anyRequest().access(new Doors()))
        .csrf(csrf -> csrf.disable())
        .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin))
        .exceptionHandling(
            handling ->
                handling
                    .defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.FORBIDDEN), Doors::closed)
                    .defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), under("/camunda/api"))
                    .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), request -> true))
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(
                        RegexRequestMatcher.regexMatcher(
                            HttpMethod.POST, "/camunda/api/admin/auth/user/[^/]+/logout"))
                    .logoutSuccessHandler(
                        (request, response, account) -> {
                          additions.forEach(each -> each.signedOut(request, account));
                          response.setStatus(HttpStatus.NO_CONTENT.value());
                        }))
        .addFilterAfter(new RefusalFilter(log), SecurityContextHolderFilter.class)
        .addFilterAfter(new AccessFilter(directory), AnonymousAuthenticationFilter.class)
        .addFilterAfter(
            new EngineApiGuard(json, Math.toIntExact(settings.input().longestBody().toBytes())),
            AuthorizationFilter.class)
        .addFilterAfter(new EngineCountryGuard(directory, objects), EngineApiGuard.class)
        .build();
  }

  /**
   * The engine's servlets stand at paths of their own, which Spring MVC's patterns leave out of
   * what they compare.
   */
  private static RequestMatcher under(String prefix) {
    return request -> {
      String path = EngineApiCalls.path(request);
      return path.equals(prefix) || path.startsWith(prefix + "/");
    };
  }

  /** Our own pages. */
  @Bean
  @Order(2)
  SecurityFilterChain ourDoors(HttpSecurity http) throws Exception {
    for (DoorAdditions each : additions) {
      each.toPages(http);
    }
    return http.authorizeHttpRequests(rules -> rules.anyRequest().access(new Doors()))
        .formLogin(
            form -> form.loginPage("/login").successHandler(new LandingHandler()).permitAll())
        .logout(
            logout ->
                logout
                    .logoutUrl("/logout")
                    .logoutSuccessHandler(this::signedOut)
                    .deleteCookies("JSESSIONID"))
        .headers(
            headers ->
                headers
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                    .contentSecurityPolicy(policy -> policy.policyDirectives(OUR_PAGES)))
        .addFilterAfter(new RefusalFilter(log), SecurityContextHolderFilter.class)
        .addFilterAfter(new AccessFilter(directory), AnonymousAuthenticationFilter.class)
        .build();
  }

  private void signedOut(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person)
      throws IOException {
    additions.forEach(each -> each.signedOut(request, person));
    response.sendRedirect(request.getContextPath() + "/login?signed-out");
  }
}
