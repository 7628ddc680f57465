package org.socle.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RegexRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which door opens for whom; whatever is not named is closed. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity {

  private static final String[] OPEN = {
    "/",
    "/login",
    "/error",
    "/actuator/health",
    "/actuator/health/**",
    "/static/**",
    "/css/**",
    "/js/**",
    "/images/**",
    "/webjars/**",
    "/favicon.ico",
    "/favicon.svg"
  };
  private static final String OUR_PAGES =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
          + "form-action 'self'; frame-ancestors 'self'";

  /**
   * Whoever reaches the engine's set-up can make an administrator without signing in
   * (CVE-2026-77226).
   */
  private static final RequestMatcher ENGINE_SETUP =
      new OrRequestMatcher(
          RegexRequestMatcher.regexMatcher("(?i).*/camunda/api/admin/setup(/.*)?(\\?.*)?"),
          RegexRequestMatcher.regexMatcher("(?i).*/camunda/app/admin/(.*/)?setup(/.*)?(\\?.*)?"));

  private final IdentityDirectory directory;
  private final ObjectMapper json;
  private final SecurityProperties settings;

  WebSecurity(IdentityDirectory directory, ObjectMapper json, SecurityProperties settings) {
    this.directory = directory;
    this.json = json;
    this.settings = settings;
  }

  /** The engine's web applications: their own CSRF token, their own content policy, staff only. */
  @Bean
  @Order(1)
  SecurityFilterChain engineDoors(HttpSecurity http) throws Exception {
    return http.securityMatcher(under("/camunda"))
        .authorizeHttpRequests(WebSecurity::engineRules)
        .csrf(csrf -> csrf.disable())
        .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin))
        .exceptionHandling(
            handling ->
                handling
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
                        (request, response, account) ->
                            response.setStatus(HttpStatus.NO_CONTENT.value())))
        .addFilterAfter(new AccessFilter(directory), AnonymousAuthenticationFilter.class)
        .addFilterAfter(
            new EngineApiGuard(json, Math.toIntExact(settings.input().longestBody().toBytes())),
            AuthorizationFilter.class)
        .build();
  }

  private static void engineRules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    String administrator = Role.ADMINISTRATOR.group();
    rules
        .requestMatchers(ENGINE_SETUP)
        .denyAll()
        .requestMatchers(under("/camunda/api/admin/auth"))
        .hasAnyAuthority(Role.COORDINATOR.group(), administrator)
        .requestMatchers(
            under("/camunda/app/cockpit"),
            under("/camunda/app/admin"),
            under("/camunda/api/cockpit"),
            under("/camunda/api/admin"))
        .hasAuthority(administrator)
        .anyRequest()
        .hasAnyAuthority(Role.COORDINATOR.group(), administrator);
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
    return http.authorizeHttpRequests(WebSecurity::pageRules)
        .formLogin(
            form -> form.loginPage("/login").successHandler(new LandingHandler()).permitAll())
        .logout(
            logout ->
                logout
                    .logoutUrl("/logout")
                    .logoutSuccessUrl("/login?signed-out")
                    .deleteCookies("JSESSIONID"))
        .headers(
            headers ->
                headers
                    .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                    .contentSecurityPolicy(policy -> policy.policyDirectives(OUR_PAGES)))
        .addFilterAfter(new AccessFilter(directory), AnonymousAuthenticationFilter.class)
        .build();
  }

  private static void pageRules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    String coordinator = Role.COORDINATOR.group();
    String stakeholder = Role.STAKEHOLDER.group();
    List<String> readers =
        List.of(coordinator, stakeholder, Role.MANAGER.group(), Role.AUDITOR.group());
    rules
        .requestMatchers(OPEN)
        .permitAll()
        .requestMatchers(
            "/my-tasks", "/my-tasks/**", "/open-page", "/open-page/**", "/my-cases", "/my-cases/**")
        .hasAnyAuthority(coordinator, stakeholder)
        .requestMatchers("/request", "/request/**")
        .hasAuthority(Function.GOVERNMENT_FOCAL_POINT.group())
        .requestMatchers("/cases/*/evidence", "/cases/*/evidence.json", "/cases/*/evidence.csv")
        .hasAnyAuthority(coordinator, Role.MANAGER.group(), Role.AUDITOR.group())
        .requestMatchers("/countries/*/government-change")
        .hasAuthority(coordinator)
        .requestMatchers("/cases", "/cases/**")
        .hasAnyAuthority(readers.toArray(String[]::new))
        .anyRequest()
        .denyAll();
  }
}
