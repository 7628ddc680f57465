package org.socle.security;

import com.fasterxml.jackson.core.StreamReadConstraints;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** The door of programs: an ordinary account by Basic, no session, refusals as problem+json. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
class ApiDoor {

  @Bean
  Jackson2ObjectMapperBuilderCustomizer jsonLimits(SecurityProperties settings) {
    SecurityProperties.Input input = settings.input();
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(input.deepestNesting())
            .maxStringLength(input.longestText())
            .maxNumberLength(input.longestNumber())
            .build();
    return builder ->
        builder.postConfigurer(mapper -> mapper.getFactory().setStreamReadConstraints(limits));
  }

  /** Before Spring Security, which reads the fields of a form. */
  @Bean
  @ConditionalOnWebApplication
  FilterRegistrationBean<InputFilter> inputFilter(Problems problems, SecurityProperties settings) {
    FilterRegistrationBean<InputFilter> registration =
        new FilterRegistrationBean<>(
            new InputFilter(problems, Math.toIntExact(settings.input().longestBody().toBytes())));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return registration;
  }

  @Bean
  @Order(0)
  @ConditionalOnWebApplication
  SecurityFilterChain apiDoors(
      HttpSecurity http, Problems problems, SecurityLog log, EveryDoor everyDoor) throws Exception {
    return http.securityMatcher("/api", "/api/**")
        .authorizeHttpRequests(rules -> rules.anyRequest().access(new Doors()))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .httpBasic(
            basic ->
                basic.authenticationEntryPoint(
                    (request, response, refused) -> askForPassword(request, response, problems)))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(
                        (request, response, refused) -> askForPassword(request, response, problems))
                    .accessDeniedHandler(
                        (request, response, refused) ->
                            problems.write(request, response, ProblemKind.FORBIDDEN)))
        .headers(headers -> EveryDoor.headers(headers, PageHeaders.OURS))
        .addFilterBefore(everyDoor.addresses(), BasicAuthenticationFilter.class)
        .addFilterAfter(new RefusalFilter(log), SecurityContextHolderFilter.class)
        .addFilterAfter(everyDoor.access(), AnonymousAuthenticationFilter.class)
        .build();
  }

  private static void askForPassword(
      HttpServletRequest request, HttpServletResponse response, Problems problems)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Socle\", charset=\"UTF-8\"");
    problems.write(request, response, ProblemKind.UNAUTHORIZED);
  }
}
