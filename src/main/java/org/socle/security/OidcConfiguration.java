package org.socle.security;

import java.time.Clock;
import org.socle.country.Countries;
import org.socle.evidence.Evidence;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/** Sign-in through an OpenID Connect provider; there is nothing of it without its profile. */
@Configuration(proxyBeanMethods = false)
@Profile("oidc")
@ConditionalOnWebApplication
@EnableConfigurationProperties(OidcProperties.class)
class OidcConfiguration {

  @Bean
  OidcProvider oidcProvider(OidcProperties settings, Clock clock) {
    return new OidcProvider(settings, clock);
  }

  @Bean
  ClientRegistrationRepository clientRegistrations(OidcProvider provider) {
    return id -> OidcProvider.ID.equals(id) ? provider.registration() : null;
  }

  @Bean
  JwtDecoderFactory<ClientRegistration> idTokenDecoders(OidcProvider provider) {
    return registration -> provider.idTokens();
  }

  @Bean
  OidcAccountTable oidcAccountTable(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
    return new OidcAccountTable(jdbc, passwords, clock);
  }

  @Bean
  OidcAccounts oidcAccounts(
      OidcAccountTable rows,
      OidcProperties settings,
      IdentityDirectory directory,
      Countries countries,
      Evidence evidence) {
    return new OidcAccounts(
        rows, new OidcRoleTable(settings.roles()), directory, countries, evidence);
  }

  @Bean
  OidcSessions oidcSessions(SecurityLog log) {
    return new OidcSessions(log);
  }

  @Bean
  ServletListenerRegistrationBean<OidcSessions> oidcSessionListener(OidcSessions sessions) {
    return new ServletListenerRegistrationBean<>(sessions);
  }

  @Bean
  OidcDoors oidcDoors(
      OidcProvider provider,
      OidcProperties settings,
      OidcAccounts accounts,
      OidcSessions sessions,
      SessionRules rules,
      Problems problems,
      SecurityLog log) {
    return new OidcDoors(
        settings,
        new OidcUsers(accounts),
        sessions,
        new OidcSignOut(provider, settings),
        new OidcBearer(provider, accounts, problems, log),
        new OidcFailure(log),
        new OidcSuccess(rules));
  }
}
