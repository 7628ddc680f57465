package org.socle.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.util.matcher.RegexRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which door opens for whom; whatever is not named is closed. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class WebSecurity {

  /** Spring Boot registers Spring Security at -100 and the holder of the request at -105. */
  private static final int BEFORE_SPRING_SECURITY = -101;

  private final ObjectMapper json;
  private final SecurityProperties settings;
  private final SecurityLog log;
  private final EveryDoor everyDoor;
  private final List<DoorAdditions> additions;

  WebSecurity(
      ObjectMapper json,
      SecurityProperties settings,
      SecurityLog log,
      EveryDoor everyDoor,
      ObjectProvider<DoorAdditions> additions) {
    this.additions = additions.orderedStream().toList();
    this.json = json;
    this.settings = settings;
    this.log = log;
    this.everyDoor = everyDoor;
  }

  /** Between the filter that knows from where a request came and Spring Security's. */
  @Bean
  static FilterRegistrationBean<DisguiseFilter> disguiseFilter(SecurityLog log) {
    FilterRegistrationBean<DisguiseFilter> registration =
        new FilterRegistrationBean<>(new DisguiseFilter(log));
    registration.setOrder(BEFORE_SPRING_SECURITY);
    return registration;
  }

  @Bean
  RequestRejectedHandler rejectedAddresses() {
    return (request, response, why) -> DisguiseFilter.refuse(log, request, response);
  }

  /** The engine's web applications: their own CSRF token, their own content policy, staff only. */
  @Bean
  @Order(1)
  SecurityFilterChain engineDoors(
      HttpSecurity http,
      IdentityDirectory directory,
      ObjectProvider<EngineObjects> objects,
      Problems problems)
      throws Exception {
    return http.securityMatcher(under("/camunda"))
        .authorizeHttpRequests(rules -> rules.anyRequest().access(new Doors()))
        .csrf(csrf -> csrf.disable())
        .headers(headers -> EveryDoor.headers(headers, PageHeaders.ENGINES))
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
        .addFilterAfter(everyDoor.access(), AnonymousAuthenticationFilter.class)
        .addFilterAfter(
            new EngineApiGuard(json, Math.toIntExact(settings.input().longestBody().toBytes())),
            AuthorizationFilter.class)
        .addFilterAfter(new EngineCountryGuard(directory, objects), EngineApiGuard.class)
        .addFilterAfter(new EngineFaultFilter(problems, json), EngineCountryGuard.class)
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
        .formLogin(form -> form.loginPage("/login").successHandler(everyDoor.landing()).permitAll())
        .logout(
            logout ->
                logout
                    .logoutUrl("/logout")
                    .logoutSuccessHandler(this::signedOut)
                    .deleteCookies("JSESSIONID"))
        .headers(headers -> EveryDoor.headers(headers, PageHeaders.OURS))
        .addFilterAfter(new RefusalFilter(log), SecurityContextHolderFilter.class)
        .addFilterBefore(everyDoor.addresses(), UsernamePasswordAuthenticationFilter.class)
        .addFilterAfter(everyDoor.access(), AnonymousAuthenticationFilter.class)
        .addFilterAfter(everyDoor.codes(), AccessFilter.class)
        .build();
  }

  private void signedOut(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person)
      throws IOException {
    additions.forEach(each -> each.signedOut(request, person));
    response.sendRedirect(request.getContextPath() + "/login?signed-out");
  }
}
