package org.socle.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Adds the provider to the doors: a sign-in beside the form, tokens beside passwords. */
class OidcDoors implements DoorAdditions, SignInProvider {

  private final OidcProperties settings;
  private final OidcUsers users;
  private final OidcSessions sessions;
  private final OidcSignOut signOut;
  private final OidcBearer bearer;
  private final OidcFailure failure;
  private final OidcSuccess success;

  OidcDoors(
      OidcProperties settings,
      OidcUsers users,
      OidcSessions sessions,
      OidcSignOut signOut,
      OidcBearer bearer,
      OidcFailure failure,
      OidcSuccess success) {
    this.success = success;
    this.settings = settings;
    this.users = users;
    this.sessions = sessions;
    this.signOut = signOut;
    this.bearer = bearer;
    this.failure = failure;
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public String begin() {
    return OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI
        + "/"
        + OidcProvider.ID;
  }

  @Override
  public String end() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes served
        ? signOut.address(served.getRequest(), null)
        : "";
  }

  @Override
  public void toPages(HttpSecurity http) throws Exception {
    http.oauth2Login(this::login)
        .oidcLogout(
            logout ->
                logout
                    .oidcSessionRegistry(sessions)
                    .backChannel(back -> back.logoutHandler(sessions)))
        .addFilterBefore(signOut, CsrfFilter.class);
  }

  private void login(OAuth2LoginConfigurer<HttpSecurity> login) {
    login
        .loginPage("/login")
        .authorizedClientRepository(new NothingKept())
        .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(codes()))
        .userInfoEndpoint(endpoint -> endpoint.oidcUserService(users))
        .successHandler(success)
        .failureHandler(failure)
        .addObjectPostProcessor(
            new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
              @Override
              public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(O begin) {
                // A provider that is down is told like any other failure, not as a fault of ours.
                begin.setAuthenticationFailureHandler(failure);
                return begin;
              }
            });
  }

  private static RestClientAuthorizationCodeTokenResponseClient codes() {
    RestClientAuthorizationCodeTokenResponseClient codes =
        new RestClientAuthorizationCodeTokenResponseClient();
    codes.setRestClient(
        RestClient.builder()
            .requestFactory(OidcProvider.calls())
            .messageConverters(
                converters -> {
                  converters.clear();
                  converters.add(new FormHttpMessageConverter());
                  converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return codes;
  }

  @Override
  public void toPrograms(HttpSecurity http) {
    BearerTokenAuthenticationFilter tokens = new BearerTokenAuthenticationFilter(bearer);
    tokens.setAuthenticationEntryPoint(bearer);
    http.addFilter(tokens);
  }

  @Override
  public String challenge() {
    return OidcBearer.CHALLENGE;
  }

  @Override
  public void signedOut(HttpServletRequest request, @Nullable Authentication person) {
    signOut.remember(request, person);
  }

  /** After the sign-in nothing more is asked of the provider: its access token is not kept. */
  private static final class NothingKept implements OAuth2AuthorizedClientRepository {

    @Override
    @SuppressWarnings("NullAway") // the interface means null by nothing
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
        String registration, Authentication person, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication person,
        HttpServletRequest request,
        HttpServletResponse response) {
      // kept nowhere
    }

    @Override
    public void removeAuthorizedClient(
        String registration,
        Authentication person,
        HttpServletRequest request,
        HttpServletResponse response) {
      // kept nowhere
    }
  }
}
