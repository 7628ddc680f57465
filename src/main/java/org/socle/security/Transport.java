package org.socle.security;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What stands before every door: how a request travelled, and whether there is anybody yet. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class Transport {

  @Bean
  Proxies proxies(SecurityProperties settings) {
    return new Proxies(settings.trustedProxies());
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> forwardedHeaders(Proxies proxies) {
    return server -> server.addEngineValves(new ForwardedValve(proxies));
  }

  @Bean
  FilterRegistrationBean<TransportFilter> transportFilter(
      Proxies proxies, SecurityProperties settings, PlainPage page, SecurityLog log) {
    FilterRegistrationBean<TransportFilter> registration =
        new FilterRegistrationBean<>(
            new TransportFilter(proxies, settings.allowPlainHttp(), page, log));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  /** Filters are made with the web server, before the database may be asked. */
  @Bean
  FilterRegistrationBean<NotSetUpFilter> notSetUpFilter(
      ObjectProvider<FirstStart> firstStart, PlainPage page) {
    FilterRegistrationBean<NotSetUpFilter> registration =
        new FilterRegistrationBean<>(new NotSetUpFilter(() -> firstStart.getObject().done(), page));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
    return registration;
  }
}
