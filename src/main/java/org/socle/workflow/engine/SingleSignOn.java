package org.socle.workflow.engine;

import jakarta.servlet.DispatcherType;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One sign-in for the engine's web applications too: their filter stands right behind Spring's
 * chain.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SingleSignOn {

  @Bean
  FilterRegistrationBean<ContainerBasedAuthenticationFilter> engineSignIn() {
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
        new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
    filter.setName("engineSignIn");
    filter.addInitParameter(
        ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
        SignedInPerson.class.getName());
    filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    filter.setDispatcherTypes(DispatcherType.REQUEST);
    filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
    return filter;
  }

  /** Before the filter that draws their pages, after Spring's chain. */
  @Bean
  FilterRegistrationBean<NonceFilter> engineNonce() {
    FilterRegistrationBean<NonceFilter> filter = new FilterRegistrationBean<>(new NonceFilter());
    filter.addUrlPatterns("/camunda/app/*");
    filter.setDispatcherTypes(DispatcherType.REQUEST);
    filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 2);
    return filter;
  }
}
